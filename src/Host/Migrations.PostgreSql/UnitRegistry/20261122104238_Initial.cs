using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.PostgreSql.UnitRegistry
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "unit_registry");

            migrationBuilder.CreateTable(
                name: "closures",
                schema: "unit_registry",
                columns: table => new
                {
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ancestor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    relation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    depth = table.Column<int>(type: "integer", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closures", x => new { x.unit_id, x.relation, x.ancestor_id, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "heads",
                schema: "unit_registry",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_heads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "packs",
                schema: "unit_registry",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    loaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_packs", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "reorganisations",
                schema: "unit_registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    decision_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    corrects_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reorganisations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_states",
                schema: "unit_registry",
                columns: table => new
                {
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    name_vi = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    search = table.Column<string>(type: "character varying(900)", maxLength: 900, nullable: false, collation: "C"),
                    sort = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reports_to_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lies_in_id = table.Column<Guid>(type: "uuid", nullable: true),
                    founded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_demonstration = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_states", x => new { x.unit_id, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "units",
                schema: "unit_registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    founded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_demonstration = table.Column<bool>(type: "boolean", nullable: false),
                    latitude = table.Column<decimal>(type: "numeric(28,6)", precision: 28, scale: 6, nullable: true),
                    longitude = table.Column<decimal>(type: "numeric(28,6)", precision: 28, scale: 6, nullable: true),
                    area_km2 = table.Column<decimal>(type: "numeric(28,6)", precision: 28, scale: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_units", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "committees",
                schema: "unit_registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    head_office = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    member_count = table.Column<int>(type: "integer", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_committees", x => x.id);
                    table.ForeignKey(
                        name: "fk_committees_units_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "unit_registry",
                        principalTable: "units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "placements",
                schema: "unit_registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    relation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reorganisation_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placements", x => x.id);
                    table.ForeignKey(
                        name: "fk_placements_units_parent_id",
                        column: x => x.parent_id,
                        principalSchema: "unit_registry",
                        principalTable: "units",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_placements_units_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "unit_registry",
                        principalTable: "units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "transfers",
                schema: "unit_registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reorganisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    extent = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    share = table.Column<decimal>(type: "numeric(28,6)", precision: 28, scale: 6, nullable: true),
                    basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transfers", x => x.id);
                    table.ForeignKey(
                        name: "fk_transfers_reorganisations_reorganisation_id",
                        column: x => x.reorganisation_id,
                        principalSchema: "unit_registry",
                        principalTable: "reorganisations",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_transfers_units_from_unit_id",
                        column: x => x.from_unit_id,
                        principalSchema: "unit_registry",
                        principalTable: "units",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_transfers_units_to_unit_id",
                        column: x => x.to_unit_id,
                        principalSchema: "unit_registry",
                        principalTable: "units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "unit_codes",
                schema: "unit_registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    scheme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    value = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reorganisation_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_codes_units_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "unit_registry",
                        principalTable: "units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "unit_names",
                schema: "unit_registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    vi = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    en = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reorganisation_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_names", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_names_units_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "unit_registry",
                        principalTable: "units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "unit_types",
                schema: "unit_registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reorganisation_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_types", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_types_units_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "unit_registry",
                        principalTable: "units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_closures_ancestor_id_relation",
                schema: "unit_registry",
                table: "closures",
                columns: new[] { "ancestor_id", "relation" });

            migrationBuilder.CreateIndex(
                name: "ix_committees_unit_id_decision_number",
                schema: "unit_registry",
                table: "committees",
                columns: new[] { "unit_id", "decision_number" });

            migrationBuilder.CreateIndex(
                name: "ix_placements_parent_id",
                schema: "unit_registry",
                table: "placements",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_placements_unit_id",
                schema: "unit_registry",
                table: "placements",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_reorganisations_effective_on_recorded_at",
                schema: "unit_registry",
                table: "reorganisations",
                columns: new[] { "effective_on", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_transfers_from_unit_id",
                schema: "unit_registry",
                table: "transfers",
                column: "from_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_transfers_reorganisation_id",
                schema: "unit_registry",
                table: "transfers",
                column: "reorganisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_transfers_to_unit_id",
                schema: "unit_registry",
                table: "transfers",
                column: "to_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_codes_unit_id",
                schema: "unit_registry",
                table: "unit_codes",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_codes_value_scheme",
                schema: "unit_registry",
                table: "unit_codes",
                columns: new[] { "value", "scheme" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_names_unit_id",
                schema: "unit_registry",
                table: "unit_names",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_states_code",
                schema: "unit_registry",
                table: "unit_states",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_unit_states_lies_in_id",
                schema: "unit_registry",
                table: "unit_states",
                column: "lies_in_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_states_reports_to_id",
                schema: "unit_registry",
                table: "unit_states",
                column: "reports_to_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_states_sort_code",
                schema: "unit_registry",
                table: "unit_states",
                columns: new[] { "sort", "code" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_types_unit_id",
                schema: "unit_registry",
                table: "unit_types",
                column: "unit_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "closures",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "committees",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "heads",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "packs",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "placements",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "transfers",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "unit_codes",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "unit_names",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "unit_states",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "unit_types",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "reorganisations",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "units",
                schema: "unit_registry");
        }
    }
}
