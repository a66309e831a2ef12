using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.PostgreSql.CriteriaCatalog
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
                    id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    target_id = table.Column<Guid>(type: "uuid", nullable: false),
                    target_set_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    target_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    target_sort_key = table.Column<string>(type: "character varying(720)", maxLength: 720, nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    formula = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    name_vi = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    measure_vi = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    measure_en = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    decimals = table.Column<int>(type: "integer", nullable: false),
                    owner = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    defined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    newest_release = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
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
                    crosswalk_id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    place = table.Column<int>(type: "integer", nullable: false)
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
                    crosswalk_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    taken_by = table.Column<Guid>(type: "uuid", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C")
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
                    series_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    label = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    source = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    imported_by = table.Column<Guid>(type: "uuid", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    added = table.Column<int>(type: "integer", nullable: false),
                    restated = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false)
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
                    series_id = table.Column<Guid>(type: "uuid", nullable: false),
                    observed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    unit_code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    age_from = table.Column<int>(type: "integer", nullable: false),
                    age_to = table.Column<int>(type: "integer", nullable: false),
                    sex = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    release_number = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<decimal>(type: "numeric(28,6)", precision: 28, scale: 6, nullable: true)
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
