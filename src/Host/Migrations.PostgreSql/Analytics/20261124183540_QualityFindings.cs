using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.PostgreSql.Analytics
{
    /// <inheritdoc />
    public partial class QualityFindings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "quality_findings",
                schema: "analytics",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    indicator_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    weight = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<decimal>(type: "numeric(28,6)", precision: 28, scale: 6, nullable: true),
                    before = table.Column<decimal>(type: "numeric(28,6)", precision: 28, scale: 6, nullable: true),
                    change = table.Column<decimal>(type: "numeric(28,6)", precision: 28, scale: 6, nullable: true),
                    score = table.Column<decimal>(type: "numeric(28,6)", precision: 28, scale: 6, nullable: true),
                    median = table.Column<decimal>(type: "numeric(28,6)", precision: 28, scale: 6, nullable: true),
                    count = table.Column<int>(type: "integer", nullable: true),
                    same = table.Column<int>(type: "integer", nullable: true),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quality_findings", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_quality_findings_period_id_state_weight",
                schema: "analytics",
                table: "quality_findings",
                columns: new[] { "period_id", "state", "weight" });

            migrationBuilder.CreateIndex(
                name: "ix_quality_findings_period_id_unit_id_indicator_id_kind",
                schema: "analytics",
                table: "quality_findings",
                columns: new[] { "period_id", "unit_id", "indicator_id", "kind" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "quality_findings",
                schema: "analytics");
        }
    }
}
