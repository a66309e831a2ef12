using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.UnitRegistry
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "unit_registry_closures",
                columns: table => new
                {
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ancestor_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    relation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    depth = table.Column<int>(type: "INTEGER", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_closures", x => new { x.unit_id, x.relation, x.ancestor_id, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_heads",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    changes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_heads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_packs",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    loaded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_packs", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_reorganisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    decision_number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    effective_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    corrects_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_reorganisations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_unit_states",
                columns: table => new
                {
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name_vi = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    search = table.Column<string>(type: "TEXT", maxLength: 900, nullable: false),
                    sort = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reports_to_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    lies_in_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    founded_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_demonstration = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_unit_states", x => new { x.unit_id, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_units",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    founded_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_demonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    latitude = table.Column<string>(type: "TEXT", nullable: true),
                    longitude = table.Column<string>(type: "TEXT", nullable: true),
                    area_km2 = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_units", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_committees",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    decision_number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    head_office = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    member_count = table.Column<int>(type: "INTEGER", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    superseded_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_committees", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_registry_committees_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit_registry_units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_placements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    relation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    superseded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reorganisation_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_placements", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_registry_placements_units_parent_id",
                        column: x => x.parent_id,
                        principalTable: "unit_registry_units",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_unit_registry_placements_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit_registry_units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_transfers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reorganisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    extent = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    share = table.Column<string>(type: "TEXT", nullable: true),
                    basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    effective_on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_transfers", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_registry_transfers_unit_registry_reorganisations_reorganisation_id",
                        column: x => x.reorganisation_id,
                        principalTable: "unit_registry_reorganisations",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_unit_registry_transfers_unit_registry_units_from_unit_id",
                        column: x => x.from_unit_id,
                        principalTable: "unit_registry_units",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_unit_registry_transfers_unit_registry_units_to_unit_id",
                        column: x => x.to_unit_id,
                        principalTable: "unit_registry_units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_unit_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scheme = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    superseded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reorganisation_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_unit_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_registry_unit_codes_unit_registry_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit_registry_units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_unit_names",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    vi = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    en = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    superseded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reorganisation_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_unit_names", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_registry_unit_names_unit_registry_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit_registry_units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_unit_types",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    superseded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reorganisation_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_unit_types", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_registry_unit_types_unit_registry_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit_registry_units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_closures_ancestor_id_relation",
                table: "unit_registry_closures",
                columns: new[] { "ancestor_id", "relation" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_committees_unit_id_decision_number",
                table: "unit_registry_committees",
                columns: new[] { "unit_id", "decision_number" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_placements_parent_id",
                table: "unit_registry_placements",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_placements_unit_id",
                table: "unit_registry_placements",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_reorganisations_effective_on_recorded_at",
                table: "unit_registry_reorganisations",
                columns: new[] { "effective_on", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_transfers_from_unit_id",
                table: "unit_registry_transfers",
                column: "from_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_transfers_reorganisation_id",
                table: "unit_registry_transfers",
                column: "reorganisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_transfers_to_unit_id",
                table: "unit_registry_transfers",
                column: "to_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_unit_codes_unit_id",
                table: "unit_registry_unit_codes",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_unit_codes_value_scheme",
                table: "unit_registry_unit_codes",
                columns: new[] { "value", "scheme" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_unit_names_unit_id",
                table: "unit_registry_unit_names",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_unit_states_code",
                table: "unit_registry_unit_states",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_unit_states_lies_in_id",
                table: "unit_registry_unit_states",
                column: "lies_in_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_unit_states_reports_to_id",
                table: "unit_registry_unit_states",
                column: "reports_to_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_unit_states_sort_code",
                table: "unit_registry_unit_states",
                columns: new[] { "sort", "code" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_unit_types_unit_id",
                table: "unit_registry_unit_types",
                column: "unit_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "unit_registry_closures");

            migrationBuilder.DropTable(
                name: "unit_registry_committees");

            migrationBuilder.DropTable(
                name: "unit_registry_heads");

            migrationBuilder.DropTable(
                name: "unit_registry_packs");

            migrationBuilder.DropTable(
                name: "unit_registry_placements");

            migrationBuilder.DropTable(
                name: "unit_registry_transfers");

            migrationBuilder.DropTable(
                name: "unit_registry_unit_codes");

            migrationBuilder.DropTable(
                name: "unit_registry_unit_names");

            migrationBuilder.DropTable(
                name: "unit_registry_unit_states");

            migrationBuilder.DropTable(
                name: "unit_registry_unit_types");

            migrationBuilder.DropTable(
                name: "unit_registry_reorganisations");

            migrationBuilder.DropTable(
                name: "unit_registry_units");
        }
    }
}
