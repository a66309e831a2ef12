using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.SqlServer.Analytics
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "analytics");

            migrationBuilder.CreateTable(
                name: "briefing_files",
                schema: "analytics",
                columns: table => new
                {
                    briefing_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_briefing_files", x => x.briefing_id);
                });

            migrationBuilder.CreateTable(
                name: "briefings",
                schema: "analytics",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    period_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    period_code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    tree_date = table.Column<DateOnly>(type: "date", nullable: false),
                    root_unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    language = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    once_key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    scheduled = table.Column<bool>(type: "bit", nullable: false),
                    requested_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    error = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    made_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    pages = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_briefings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dirty_units",
                schema: "analytics",
                columns: table => new
                {
                    period_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    mark = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dirty_units", x => new { x.period_id, x.unit_id });
                });

            migrationBuilder.CreateTable(
                name: "rollup_periods",
                schema: "analytics",
                columns: table => new
                {
                    period_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    period_code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    tree_date = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    stamp = table.Column<int>(type: "int", nullable: false),
                    columns = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false, collation: "Latin1_General_100_BIN2"),
                    wants_recompute = table.Column<bool>(type: "bit", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rollup_periods", x => x.period_id);
                });

            migrationBuilder.CreateTable(
                name: "rollups",
                schema: "analytics",
                columns: table => new
                {
                    edition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    period_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    relation = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    stamp = table.Column<int>(type: "int", nullable: false),
                    states = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rollups", x => new { x.edition_id, x.period_id, x.relation, x.unit_id });
                });

            migrationBuilder.CreateTable(
                name: "traced_figures",
                schema: "analytics",
                columns: table => new
                {
                    code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    period_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    disaggregation = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    relation = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    tree_date = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_traced_figures", x => x.code);
                });

            migrationBuilder.CreateIndex(
                name: "ix_briefings_once_key",
                schema: "analytics",
                table: "briefings",
                column: "once_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_briefings_requested_at",
                schema: "analytics",
                table: "briefings",
                column: "requested_at");

            migrationBuilder.CreateIndex(
                name: "ix_briefings_state_due_at",
                schema: "analytics",
                table: "briefings",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_dirty_units_mark",
                schema: "analytics",
                table: "dirty_units",
                column: "mark");

            migrationBuilder.CreateIndex(
                name: "ix_rollup_periods_wants_recompute",
                schema: "analytics",
                table: "rollup_periods",
                column: "wants_recompute");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "briefing_files",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "briefings",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "dirty_units",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "rollup_periods",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "rollups",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "traced_figures",
                schema: "analytics");
        }
    }
}
