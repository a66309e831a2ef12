using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.CriteriaCatalog
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "criteria_catalog_sets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    newest_published = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria_catalog_sets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "criteria_catalog_indicators",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    set_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    set_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", maxLength: 720, nullable: false),
                    version_number = table.Column<int>(type: "INTEGER", nullable: false),
                    name_vi = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    value_type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    search_text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria_catalog_indicators", x => x.id);
                    table.ForeignKey(
                        name: "fk_criteria_catalog_indicators_sets_set_id",
                        column: x => x.set_id,
                        principalTable: "criteria_catalog_sets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "criteria_catalog_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    set_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    set_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name_vi = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    indicator_count = table.Column<int>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria_catalog_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_criteria_catalog_versions_criteria_catalog_sets_set_id",
                        column: x => x.set_id,
                        principalTable: "criteria_catalog_sets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_criteria_catalog_indicators_set_id_code",
                table: "criteria_catalog_indicators",
                columns: new[] { "set_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_criteria_catalog_sets_code",
                table: "criteria_catalog_sets",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_criteria_catalog_versions_set_code_number",
                table: "criteria_catalog_versions",
                columns: new[] { "set_code", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_criteria_catalog_versions_set_id",
                table: "criteria_catalog_versions",
                column: "set_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "criteria_catalog_indicators");

            migrationBuilder.DropTable(
                name: "criteria_catalog_versions");

            migrationBuilder.DropTable(
                name: "criteria_catalog_sets");
        }
    }
}
