using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.Analytics
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "analytics_briefing_files",
                columns: table => new
                {
                    briefing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analytics_briefing_files", x => x.briefing_id);
                });

            migrationBuilder.CreateTable(
                name: "analytics_briefings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    tree_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    root_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    once_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    scheduled = table.Column<bool>(type: "INTEGER", nullable: false),
                    requested_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    requested_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    error = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    pages = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analytics_briefings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "analytics_dirty_units",
                columns: table => new
                {
                    period_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mark = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analytics_dirty_units", x => new { x.period_id, x.unit_id });
                });

            migrationBuilder.CreateTable(
                name: "analytics_rollup_periods",
                columns: table => new
                {
                    period_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    tree_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    stamp = table.Column<int>(type: "INTEGER", nullable: false),
                    columns = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    wants_recompute = table.Column<bool>(type: "INTEGER", nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analytics_rollup_periods", x => x.period_id);
                });

            migrationBuilder.CreateTable(
                name: "analytics_rollups",
                columns: table => new
                {
                    edition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    relation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    stamp = table.Column<int>(type: "INTEGER", nullable: false),
                    states = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analytics_rollups", x => new { x.edition_id, x.period_id, x.relation, x.unit_id });
                });

            migrationBuilder.CreateTable(
                name: "analytics_traced_figures",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    edition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    indicator_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    disaggregation = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    relation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    tree_date = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analytics_traced_figures", x => x.code);
                });

            migrationBuilder.CreateIndex(
                name: "ix_analytics_briefings_once_key",
                table: "analytics_briefings",
                column: "once_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_analytics_briefings_requested_at",
                table: "analytics_briefings",
                column: "requested_at");

            migrationBuilder.CreateIndex(
                name: "ix_analytics_briefings_state_due_at",
                table: "analytics_briefings",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_analytics_dirty_units_mark",
                table: "analytics_dirty_units",
                column: "mark");

            migrationBuilder.CreateIndex(
                name: "ix_analytics_rollup_periods_wants_recompute",
                table: "analytics_rollup_periods",
                column: "wants_recompute");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "analytics_briefing_files");

            migrationBuilder.DropTable(
                name: "analytics_briefings");

            migrationBuilder.DropTable(
                name: "analytics_dirty_units");

            migrationBuilder.DropTable(
                name: "analytics_rollup_periods");

            migrationBuilder.DropTable(
                name: "analytics_rollups");

            migrationBuilder.DropTable(
                name: "analytics_traced_figures");
        }
    }
}
