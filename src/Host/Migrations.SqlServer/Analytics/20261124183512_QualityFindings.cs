using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.SqlServer.Analytics
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
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    period_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    submission_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    indicator_code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    weight = table.Column<int>(type: "int", nullable: false),
                    value = table.Column<decimal>(type: "decimal(28,6)", precision: 28, scale: 6, nullable: true),
                    before = table.Column<decimal>(type: "decimal(28,6)", precision: 28, scale: 6, nullable: true),
                    change = table.Column<decimal>(type: "decimal(28,6)", precision: 28, scale: 6, nullable: true),
                    score = table.Column<decimal>(type: "decimal(28,6)", precision: 28, scale: 6, nullable: true),
                    median = table.Column<decimal>(type: "decimal(28,6)", precision: 28, scale: 6, nullable: true),
                    count = table.Column<int>(type: "int", nullable: true),
                    same = table.Column<int>(type: "int", nullable: true),
                    found_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    settled_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
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
