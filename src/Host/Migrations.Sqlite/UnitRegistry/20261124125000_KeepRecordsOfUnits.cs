using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.UnitRegistry
{
    /// <inheritdoc />
    public partial class KeepRecordsOfUnits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "closed_by_id",
                table: "unit_registry_units",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "founded_by_id",
                table: "unit_registry_units",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "superseded_by_id",
                table: "unit_registry_unit_types",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "superseded_by_id",
                table: "unit_registry_unit_names",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "superseded_by_id",
                table: "unit_registry_unit_codes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "annulled_at",
                table: "unit_registry_transfers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "corrected_by_id",
                table: "unit_registry_reorganisations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "superseded_by_id",
                table: "unit_registry_placements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "unit_registry_committee_seats",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    office = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_committee_seats", x => new { x.committee_id, x.number });
                    table.ForeignKey(
                        name: "fk_unit_registry_committee_seats_unit_registry_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "unit_registry_committees",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_focal_points",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rank = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    duty = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    erased_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_focal_points", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_registry_focal_points_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit_registry_units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_hand_overs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reorganisation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    superseded_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_hand_overs", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_registry_hand_overs_units_from_unit_id",
                        column: x => x.from_unit_id,
                        principalTable: "unit_registry_units",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_unit_registry_hand_overs_units_to_unit_id",
                        column: x => x.to_unit_id,
                        principalTable: "unit_registry_units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_recognitions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    decision_number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    authority = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_recognitions", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_registry_recognitions_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit_registry_units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_reorganisation_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    created_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    reorganisation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_reorganisation_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_unit_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name_vi = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    changes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_unit_groups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_recognition_withdrawals",
                columns: table => new
                {
                    recognition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    decision_number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    effective_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_recognition_withdrawals", x => x.recognition_id);
                    table.ForeignKey(
                        name: "fk_unit_registry_recognition_withdrawals_unit_registry_recognitions_recognition_id",
                        column: x => x.recognition_id,
                        principalTable: "unit_registry_recognitions",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_group_members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    superseded_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_group_members", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_registry_group_members_unit_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "unit_registry_unit_groups",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_unit_registry_group_members_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "unit_registry_units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_unit_types_reorganisation_id",
                table: "unit_registry_unit_types",
                column: "reorganisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_unit_types_superseded_by_id",
                table: "unit_registry_unit_types",
                column: "superseded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_unit_names_reorganisation_id",
                table: "unit_registry_unit_names",
                column: "reorganisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_unit_names_superseded_by_id",
                table: "unit_registry_unit_names",
                column: "superseded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_unit_codes_reorganisation_id",
                table: "unit_registry_unit_codes",
                column: "reorganisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_unit_codes_superseded_by_id",
                table: "unit_registry_unit_codes",
                column: "superseded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_placements_reorganisation_id",
                table: "unit_registry_placements",
                column: "reorganisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_placements_superseded_by_id",
                table: "unit_registry_placements",
                column: "superseded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_focal_points_unit_id",
                table: "unit_registry_focal_points",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_group_members_group_id",
                table: "unit_registry_group_members",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_group_members_unit_id",
                table: "unit_registry_group_members",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_hand_overs_from_unit_id",
                table: "unit_registry_hand_overs",
                column: "from_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_hand_overs_to_unit_id",
                table: "unit_registry_hand_overs",
                column: "to_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_recognitions_unit_id_decision_number",
                table: "unit_registry_recognitions",
                columns: new[] { "unit_id", "decision_number" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_reorganisation_drafts_changed_at",
                table: "unit_registry_reorganisation_drafts",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_unit_groups_kind_code",
                table: "unit_registry_unit_groups",
                columns: new[] { "kind", "code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "unit_registry_committee_seats");

            migrationBuilder.DropTable(
                name: "unit_registry_focal_points");

            migrationBuilder.DropTable(
                name: "unit_registry_group_members");

            migrationBuilder.DropTable(
                name: "unit_registry_hand_overs");

            migrationBuilder.DropTable(
                name: "unit_registry_recognition_withdrawals");

            migrationBuilder.DropTable(
                name: "unit_registry_reorganisation_drafts");

            migrationBuilder.DropTable(
                name: "unit_registry_unit_groups");

            migrationBuilder.DropTable(
                name: "unit_registry_recognitions");

            migrationBuilder.DropIndex(
                name: "ix_unit_registry_unit_types_reorganisation_id",
                table: "unit_registry_unit_types");

            migrationBuilder.DropIndex(
                name: "ix_unit_registry_unit_types_superseded_by_id",
                table: "unit_registry_unit_types");

            migrationBuilder.DropIndex(
                name: "ix_unit_registry_unit_names_reorganisation_id",
                table: "unit_registry_unit_names");

            migrationBuilder.DropIndex(
                name: "ix_unit_registry_unit_names_superseded_by_id",
                table: "unit_registry_unit_names");

            migrationBuilder.DropIndex(
                name: "ix_unit_registry_unit_codes_reorganisation_id",
                table: "unit_registry_unit_codes");

            migrationBuilder.DropIndex(
                name: "ix_unit_registry_unit_codes_superseded_by_id",
                table: "unit_registry_unit_codes");

            migrationBuilder.DropIndex(
                name: "ix_unit_registry_placements_reorganisation_id",
                table: "unit_registry_placements");

            migrationBuilder.DropIndex(
                name: "ix_unit_registry_placements_superseded_by_id",
                table: "unit_registry_placements");

            migrationBuilder.DropColumn(
                name: "closed_by_id",
                table: "unit_registry_units");

            migrationBuilder.DropColumn(
                name: "founded_by_id",
                table: "unit_registry_units");

            migrationBuilder.DropColumn(
                name: "superseded_by_id",
                table: "unit_registry_unit_types");

            migrationBuilder.DropColumn(
                name: "superseded_by_id",
                table: "unit_registry_unit_names");

            migrationBuilder.DropColumn(
                name: "superseded_by_id",
                table: "unit_registry_unit_codes");

            migrationBuilder.DropColumn(
                name: "annulled_at",
                table: "unit_registry_transfers");

            migrationBuilder.DropColumn(
                name: "corrected_by_id",
                table: "unit_registry_reorganisations");

            migrationBuilder.DropColumn(
                name: "superseded_by_id",
                table: "unit_registry_placements");
        }
    }
}
