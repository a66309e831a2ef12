using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.CriteriaCatalog
{
    /// <inheritdoc />
    public partial class AddLinksAndSeries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "criteria_catalog_crosswalk_heads",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    approvals = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria_catalog_crosswalk_heads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "criteria_catalog_crosswalks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    target_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    target_set_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    target_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    target_sort_key = table.Column<string>(type: "TEXT", maxLength: 720, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    formula = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    proposed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria_catalog_crosswalks", x => x.id);
                    table.ForeignKey(
                        name: "fk_criteria_catalog_crosswalks_criteria_catalog_indicators_target_id",
                        column: x => x.target_id,
                        principalTable: "criteria_catalog_indicators",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "criteria_catalog_series",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_vi = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    measure_vi = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    measure_en = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    decimals = table.Column<int>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    defined_at = table.Column<long>(type: "INTEGER", nullable: false),
                    newest_release = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria_catalog_series", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "criteria_catalog_crosswalk_sources",
                columns: table => new
                {
                    crosswalk_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    indicator_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    set_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria_catalog_crosswalk_sources", x => new { x.crosswalk_id, x.indicator_id });
                    table.ForeignKey(
                        name: "fk_criteria_catalog_crosswalk_sources_criteria_catalog_crosswalks_crosswalk_id",
                        column: x => x.crosswalk_id,
                        principalTable: "criteria_catalog_crosswalks",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_criteria_catalog_crosswalk_sources_criteria_catalog_indicators_indicator_id",
                        column: x => x.indicator_id,
                        principalTable: "criteria_catalog_indicators",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "criteria_catalog_crosswalk_steps",
                columns: table => new
                {
                    crosswalk_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    taken_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria_catalog_crosswalk_steps", x => new { x.crosswalk_id, x.number });
                    table.ForeignKey(
                        name: "fk_criteria_catalog_crosswalk_steps_criteria_catalog_crosswalks_crosswalk_id",
                        column: x => x.crosswalk_id,
                        principalTable: "criteria_catalog_crosswalks",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "criteria_catalog_series_releases",
                columns: table => new
                {
                    series_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    imported_at = table.Column<long>(type: "INTEGER", nullable: false),
                    imported_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    added = table.Column<int>(type: "INTEGER", nullable: false),
                    restated = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria_catalog_series_releases", x => new { x.series_id, x.number });
                    table.ForeignKey(
                        name: "fk_criteria_catalog_series_releases_criteria_catalog_series_series_id",
                        column: x => x.series_id,
                        principalTable: "criteria_catalog_series",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "criteria_catalog_series_observations",
                columns: table => new
                {
                    series_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    observed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    unit_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    age_from = table.Column<int>(type: "INTEGER", nullable: false),
                    age_to = table.Column<int>(type: "INTEGER", nullable: false),
                    sex = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    release_number = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria_catalog_series_observations", x => new { x.series_id, x.observed_on, x.unit_code, x.age_from, x.age_to, x.sex, x.release_number });
                    table.ForeignKey(
                        name: "fk_criteria_catalog_series_observations_series_releases_series_id_release_number",
                        columns: x => new { x.series_id, x.release_number },
                        principalTable: "criteria_catalog_series_releases",
                        principalColumns: new[] { "series_id", "number" });
                });

            migrationBuilder.CreateIndex(
                name: "ix_criteria_catalog_crosswalk_sources_indicator_id",
                table: "criteria_catalog_crosswalk_sources",
                column: "indicator_id");

            migrationBuilder.CreateIndex(
                name: "ix_criteria_catalog_crosswalks_target_id_number",
                table: "criteria_catalog_crosswalks",
                columns: new[] { "target_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_criteria_catalog_crosswalks_target_set_code",
                table: "criteria_catalog_crosswalks",
                column: "target_set_code");

            migrationBuilder.CreateIndex(
                name: "ix_criteria_catalog_series_code",
                table: "criteria_catalog_series",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_criteria_catalog_series_observations_series_id_release_number",
                table: "criteria_catalog_series_observations",
                columns: new[] { "series_id", "release_number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "criteria_catalog_crosswalk_heads");

            migrationBuilder.DropTable(
                name: "criteria_catalog_crosswalk_sources");

            migrationBuilder.DropTable(
                name: "criteria_catalog_crosswalk_steps");

            migrationBuilder.DropTable(
                name: "criteria_catalog_series_observations");

            migrationBuilder.DropTable(
                name: "criteria_catalog_crosswalks");

            migrationBuilder.DropTable(
                name: "criteria_catalog_series_releases");

            migrationBuilder.DropTable(
                name: "criteria_catalog_series");
        }
    }
}
