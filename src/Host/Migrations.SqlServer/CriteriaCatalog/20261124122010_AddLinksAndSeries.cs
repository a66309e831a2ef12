using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.SqlServer.CriteriaCatalog
{
    /// <inheritdoc />
    public partial class AddLinksAndSeries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "crosswalk_heads",
                schema: "criteria_catalog",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    approvals = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_crosswalk_heads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "crosswalks",
                schema: "criteria_catalog",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    target_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    target_set_code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    target_code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    target_sort_key = table.Column<string>(type: "nvarchar(720)", maxLength: 720, nullable: false, collation: "Latin1_General_100_BIN2"),
                    number = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    formula = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    proposed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_crosswalks", x => x.id);
                    table.ForeignKey(
                        name: "fk_crosswalks_indicators_target_id",
                        column: x => x.target_id,
                        principalSchema: "criteria_catalog",
                        principalTable: "indicators",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "series",
                schema: "criteria_catalog",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name_vi = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name_en = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    measure_vi = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    measure_en = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    decimals = table.Column<int>(type: "int", nullable: false),
                    owner = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    defined_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    newest_release = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_series", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "crosswalk_sources",
                schema: "criteria_catalog",
                columns: table => new
                {
                    crosswalk_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    set_code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    place = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_crosswalk_sources", x => new { x.crosswalk_id, x.indicator_id });
                    table.ForeignKey(
                        name: "fk_crosswalk_sources_crosswalks_crosswalk_id",
                        column: x => x.crosswalk_id,
                        principalSchema: "criteria_catalog",
                        principalTable: "crosswalks",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_crosswalk_sources_indicators_indicator_id",
                        column: x => x.indicator_id,
                        principalSchema: "criteria_catalog",
                        principalTable: "indicators",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "crosswalk_steps",
                schema: "criteria_catalog",
                columns: table => new
                {
                    crosswalk_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    taken_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_crosswalk_steps", x => new { x.crosswalk_id, x.number });
                    table.ForeignKey(
                        name: "fk_crosswalk_steps_crosswalks_crosswalk_id",
                        column: x => x.crosswalk_id,
                        principalSchema: "criteria_catalog",
                        principalTable: "crosswalks",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "series_releases",
                schema: "criteria_catalog",
                columns: table => new
                {
                    series_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    label = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    source = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    imported_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    content_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    added = table.Column<int>(type: "int", nullable: false),
                    restated = table.Column<int>(type: "int", nullable: false),
                    unchanged = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_series_releases", x => new { x.series_id, x.number });
                    table.ForeignKey(
                        name: "fk_series_releases_series_series_id",
                        column: x => x.series_id,
                        principalSchema: "criteria_catalog",
                        principalTable: "series",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "series_observations",
                schema: "criteria_catalog",
                columns: table => new
                {
                    series_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    observed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    unit_code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    age_from = table.Column<int>(type: "int", nullable: false),
                    age_to = table.Column<int>(type: "int", nullable: false),
                    sex = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    release_number = table.Column<int>(type: "int", nullable: false),
                    value = table.Column<decimal>(type: "decimal(28,6)", precision: 28, scale: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_series_observations", x => new { x.series_id, x.observed_on, x.unit_code, x.age_from, x.age_to, x.sex, x.release_number });
                    table.ForeignKey(
                        name: "fk_series_observations_series_releases_series_id_release_number",
                        columns: x => new { x.series_id, x.release_number },
                        principalSchema: "criteria_catalog",
                        principalTable: "series_releases",
                        principalColumns: new[] { "series_id", "number" });
                });

            migrationBuilder.CreateIndex(
                name: "ix_crosswalk_sources_indicator_id",
                schema: "criteria_catalog",
                table: "crosswalk_sources",
                column: "indicator_id");

            migrationBuilder.CreateIndex(
                name: "ix_crosswalks_target_id_number",
                schema: "criteria_catalog",
                table: "crosswalks",
                columns: new[] { "target_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_crosswalks_target_set_code",
                schema: "criteria_catalog",
                table: "crosswalks",
                column: "target_set_code");

            migrationBuilder.CreateIndex(
                name: "ix_series_code",
                schema: "criteria_catalog",
                table: "series",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_series_observations_series_id_release_number",
                schema: "criteria_catalog",
                table: "series_observations",
                columns: new[] { "series_id", "release_number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "crosswalk_heads",
                schema: "criteria_catalog");

            migrationBuilder.DropTable(
                name: "crosswalk_sources",
                schema: "criteria_catalog");

            migrationBuilder.DropTable(
                name: "crosswalk_steps",
                schema: "criteria_catalog");

            migrationBuilder.DropTable(
                name: "series_observations",
                schema: "criteria_catalog");

            migrationBuilder.DropTable(
                name: "crosswalks",
                schema: "criteria_catalog");

            migrationBuilder.DropTable(
                name: "series_releases",
                schema: "criteria_catalog");

            migrationBuilder.DropTable(
                name: "series",
                schema: "criteria_catalog");
        }
    }
}
