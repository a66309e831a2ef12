using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.PostgreSql.ReportingPeriods
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "reporting_periods");

            migrationBuilder.CreateTable(
                name: "cell_lists",
                schema: "reporting_periods",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    cells = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cell_lists", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cycles",
                schema: "reporting_periods",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    name_vi = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    windows = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    school_due_days = table.Column<int>(type: "integer", nullable: false),
                    locality_due_days = table.Column<int>(type: "integer", nullable: false),
                    department_due_days = table.Column<int>(type: "integer", nullable: false),
                    closing_days = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cycles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "extensions",
                schema: "reporting_periods",
                columns: table => new
                {
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    extended_to = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    given_by = table.Column<Guid>(type: "uuid", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_extensions", x => new { x.obligation_id, x.extended_to });
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                schema: "reporting_periods",
                columns: table => new
                {
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_days = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    moment_on = table.Column<DateOnly>(type: "date", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminders", x => new { x.obligation_id, x.rule_days, x.due_on });
                });

            migrationBuilder.CreateTable(
                name: "unit_places",
                schema: "reporting_periods",
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
                    table.PrimaryKey("pk_unit_places", x => new { x.unit_id, x.relation, x.ancestor_id, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "assignments",
                schema: "reporting_periods",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    set_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    unit_types = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    root_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    indicator_codes = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    reviewer_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignments", x => x.id);
                    table.ForeignKey(
                        name: "fk_assignments_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalSchema: "reporting_periods",
                        principalTable: "cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "periods",
                schema: "reporting_periods",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    name_vi = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    window_from = table.Column<DateOnly>(type: "date", nullable: false),
                    window_to = table.Column<DateOnly>(type: "date", nullable: false),
                    opens_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closing_days = table.Column<int>(type: "integer", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    obligation_count = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_periods", x => x.id);
                    table.ForeignKey(
                        name: "fk_periods_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalSchema: "reporting_periods",
                        principalTable: "cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "obligations",
                schema: "reporting_periods",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    tier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    set_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cell_list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reviewer_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    extended_to = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_obligations", x => x.id);
                    table.ForeignKey(
                        name: "fk_obligations_cell_lists_cell_list_id",
                        column: x => x.cell_list_id,
                        principalSchema: "reporting_periods",
                        principalTable: "cell_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_obligations_periods_period_id",
                        column: x => x.period_id,
                        principalSchema: "reporting_periods",
                        principalTable: "periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "period_tiers",
                schema: "reporting_periods",
                columns: table => new
                {
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    working_days = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_period_tiers", x => new { x.period_id, x.tier });
                    table.ForeignKey(
                        name: "fk_period_tiers_periods_period_id",
                        column: x => x.period_id,
                        principalSchema: "reporting_periods",
                        principalTable: "periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_assignments_cycle_id_code",
                schema: "reporting_periods",
                table: "assignments",
                columns: new[] { "cycle_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cell_lists_period_id",
                schema: "reporting_periods",
                table: "cell_lists",
                column: "period_id");

            migrationBuilder.CreateIndex(
                name: "ix_cycles_code",
                schema: "reporting_periods",
                table: "cycles",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_obligations_cell_list_id",
                schema: "reporting_periods",
                table: "obligations",
                column: "cell_list_id");

            migrationBuilder.CreateIndex(
                name: "ix_obligations_period_id_number",
                schema: "reporting_periods",
                table: "obligations",
                columns: new[] { "period_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_obligations_period_id_unit_id_set_code",
                schema: "reporting_periods",
                table: "obligations",
                columns: new[] { "period_id", "unit_id", "set_code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_obligations_unit_id",
                schema: "reporting_periods",
                table: "obligations",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_periods_code",
                schema: "reporting_periods",
                table: "periods",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_periods_cycle_id",
                schema: "reporting_periods",
                table: "periods",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_reminders_period_id_recorded_at_number",
                schema: "reporting_periods",
                table: "reminders",
                columns: new[] { "period_id", "recorded_at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_places_ancestor_id_relation_unit_id",
                schema: "reporting_periods",
                table: "unit_places",
                columns: new[] { "ancestor_id", "relation", "unit_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assignments",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "extensions",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "obligations",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "period_tiers",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "reminders",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "unit_places",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "cell_lists",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "periods",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "cycles",
                schema: "reporting_periods");
        }
    }
}
