using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.SqlServer.UnitRegistry
{
    /// <inheritdoc />
    public partial class KeepRecordsOfUnits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "closed_by_id",
                schema: "unit_registry",
                table: "units",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "founded_by_id",
                schema: "unit_registry",
                table: "units",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "superseded_by_id",
                schema: "unit_registry",
                table: "unit_types",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "superseded_by_id",
                schema: "unit_registry",
                table: "unit_names",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "superseded_by_id",
                schema: "unit_registry",
                table: "unit_codes",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "annulled_at",
                schema: "unit_registry",
                table: "transfers",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "corrected_by_id",
                schema: "unit_registry",
                table: "reorganisations",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "superseded_by_id",
                schema: "unit_registry",
                table: "placements",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "committee_seats",
                schema: "unit_registry",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    office = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_committee_seats", x => new { x.committee_id, x.number });
                    table.ForeignKey(
                        name: "fk_committee_seats_committees_committee_id",
                        column: x => x.committee_id,
                        principalSchema: "unit_registry",
                        principalTable: "committees",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "focal_points",
                schema: "unit_registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    rank = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    duty = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    email = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    phone = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true, collation: "Latin1_General_100_BIN2"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_focal_points", x => x.id);
                    table.ForeignKey(
                        name: "fk_focal_points_units_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "unit_registry",
                        principalTable: "units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "hand_overs",
                schema: "unit_registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    from_unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    to_unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    reorganisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    recorded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_overs", x => x.id);
                    table.ForeignKey(
                        name: "fk_hand_overs_units_from_unit_id",
                        column: x => x.from_unit_id,
                        principalSchema: "unit_registry",
                        principalTable: "units",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_hand_overs_units_to_unit_id",
                        column: x => x.to_unit_id,
                        principalSchema: "unit_registry",
                        principalTable: "units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "recognitions",
                schema: "unit_registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    level = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    decision_number = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    authority = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recognitions", x => x.id);
                    table.ForeignKey(
                        name: "fk_recognitions_units_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "unit_registry",
                        principalTable: "units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "reorganisation_drafts",
                schema: "unit_registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    created_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    content = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false, collation: "Latin1_General_100_BIN2"),
                    reorganisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reorganisation_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_groups",
                schema: "unit_registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name_vi = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name_en = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false),
                    changes = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_groups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recognition_withdrawals",
                schema: "unit_registry",
                columns: table => new
                {
                    recognition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    decision_number = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    recorded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recognition_withdrawals", x => x.recognition_id);
                    table.ForeignKey(
                        name: "fk_recognition_withdrawals_recognitions_recognition_id",
                        column: x => x.recognition_id,
                        principalSchema: "unit_registry",
                        principalTable: "recognitions",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "group_members",
                schema: "unit_registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    group_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_members", x => x.id);
                    table.ForeignKey(
                        name: "fk_group_members_unit_groups_group_id",
                        column: x => x.group_id,
                        principalSchema: "unit_registry",
                        principalTable: "unit_groups",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_group_members_units_unit_id",
                        column: x => x.unit_id,
                        principalSchema: "unit_registry",
                        principalTable: "units",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_unit_types_reorganisation_id",
                schema: "unit_registry",
                table: "unit_types",
                column: "reorganisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_types_superseded_by_id",
                schema: "unit_registry",
                table: "unit_types",
                column: "superseded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_names_reorganisation_id",
                schema: "unit_registry",
                table: "unit_names",
                column: "reorganisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_names_superseded_by_id",
                schema: "unit_registry",
                table: "unit_names",
                column: "superseded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_codes_reorganisation_id",
                schema: "unit_registry",
                table: "unit_codes",
                column: "reorganisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_codes_superseded_by_id",
                schema: "unit_registry",
                table: "unit_codes",
                column: "superseded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_placements_reorganisation_id",
                schema: "unit_registry",
                table: "placements",
                column: "reorganisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_placements_superseded_by_id",
                schema: "unit_registry",
                table: "placements",
                column: "superseded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_focal_points_unit_id",
                schema: "unit_registry",
                table: "focal_points",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_members_group_id",
                schema: "unit_registry",
                table: "group_members",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_members_unit_id",
                schema: "unit_registry",
                table: "group_members",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_hand_overs_from_unit_id",
                schema: "unit_registry",
                table: "hand_overs",
                column: "from_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_hand_overs_to_unit_id",
                schema: "unit_registry",
                table: "hand_overs",
                column: "to_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_recognitions_unit_id_decision_number",
                schema: "unit_registry",
                table: "recognitions",
                columns: new[] { "unit_id", "decision_number" });

            migrationBuilder.CreateIndex(
                name: "ix_reorganisation_drafts_changed_at",
                schema: "unit_registry",
                table: "reorganisation_drafts",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_unit_groups_kind_code",
                schema: "unit_registry",
                table: "unit_groups",
                columns: new[] { "kind", "code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "committee_seats",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "focal_points",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "group_members",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "hand_overs",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "recognition_withdrawals",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "reorganisation_drafts",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "unit_groups",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "recognitions",
                schema: "unit_registry");

            migrationBuilder.DropIndex(
                name: "ix_unit_types_reorganisation_id",
                schema: "unit_registry",
                table: "unit_types");

            migrationBuilder.DropIndex(
                name: "ix_unit_types_superseded_by_id",
                schema: "unit_registry",
                table: "unit_types");

            migrationBuilder.DropIndex(
                name: "ix_unit_names_reorganisation_id",
                schema: "unit_registry",
                table: "unit_names");

            migrationBuilder.DropIndex(
                name: "ix_unit_names_superseded_by_id",
                schema: "unit_registry",
                table: "unit_names");

            migrationBuilder.DropIndex(
                name: "ix_unit_codes_reorganisation_id",
                schema: "unit_registry",
                table: "unit_codes");

            migrationBuilder.DropIndex(
                name: "ix_unit_codes_superseded_by_id",
                schema: "unit_registry",
                table: "unit_codes");

            migrationBuilder.DropIndex(
                name: "ix_placements_reorganisation_id",
                schema: "unit_registry",
                table: "placements");

            migrationBuilder.DropIndex(
                name: "ix_placements_superseded_by_id",
                schema: "unit_registry",
                table: "placements");

            migrationBuilder.DropColumn(
                name: "closed_by_id",
                schema: "unit_registry",
                table: "units");

            migrationBuilder.DropColumn(
                name: "founded_by_id",
                schema: "unit_registry",
                table: "units");

            migrationBuilder.DropColumn(
                name: "superseded_by_id",
                schema: "unit_registry",
                table: "unit_types");

            migrationBuilder.DropColumn(
                name: "superseded_by_id",
                schema: "unit_registry",
                table: "unit_names");

            migrationBuilder.DropColumn(
                name: "superseded_by_id",
                schema: "unit_registry",
                table: "unit_codes");

            migrationBuilder.DropColumn(
                name: "annulled_at",
                schema: "unit_registry",
                table: "transfers");

            migrationBuilder.DropColumn(
                name: "corrected_by_id",
                schema: "unit_registry",
                table: "reorganisations");

            migrationBuilder.DropColumn(
                name: "superseded_by_id",
                schema: "unit_registry",
                table: "placements");
        }
    }
}
