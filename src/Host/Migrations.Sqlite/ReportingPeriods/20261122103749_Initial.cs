using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.ReportingPeriods
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reporting_periods_cell_lists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    cells = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_cell_lists", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_cycles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_vi = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    windows = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    school_due_days = table.Column<int>(type: "INTEGER", nullable: false),
                    locality_due_days = table.Column<int>(type: "INTEGER", nullable: false),
                    department_due_days = table.Column<int>(type: "INTEGER", nullable: false),
                    closing_days = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_cycles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_extensions",
                columns: table => new
                {
                    obligation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    extended_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    given_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    given_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_extensions", x => new { x.obligation_id, x.extended_to });
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_reminders",
                columns: table => new
                {
                    obligation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rule_days = table.Column<int>(type: "INTEGER", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    period_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    moment_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_reminders", x => new { x.obligation_id, x.rule_days, x.due_on });
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_unit_places",
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
                    table.PrimaryKey("pk_reporting_periods_unit_places", x => new { x.unit_id, x.relation, x.ancestor_id, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    set_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    unit_types = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    root_unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    indicator_codes = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    reviewer_unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_assignments", x => x.id);
                    table.ForeignKey(
                        name: "fk_reporting_periods_assignments_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "reporting_periods_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_periods",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_vi = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    window_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    window_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opens_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closing_days = table.Column<int>(type: "INTEGER", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    obligation_count = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_periods", x => x.id);
                    table.ForeignKey(
                        name: "fk_reporting_periods_periods_reporting_periods_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "reporting_periods_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_obligations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    set_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cell_list_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reviewer_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    extended_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_obligations", x => x.id);
                    table.ForeignKey(
                        name: "fk_reporting_periods_obligations_reporting_periods_cell_lists_cell_list_id",
                        column: x => x.cell_list_id,
                        principalTable: "reporting_periods_cell_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reporting_periods_obligations_reporting_periods_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "reporting_periods_periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_period_tiers",
                columns: table => new
                {
                    period_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    working_days = table.Column<int>(type: "INTEGER", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_period_tiers", x => new { x.period_id, x.tier });
                    table.ForeignKey(
                        name: "fk_reporting_periods_period_tiers_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "reporting_periods_periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_assignments_cycle_id_code",
                table: "reporting_periods_assignments",
                columns: new[] { "cycle_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_cell_lists_period_id",
                table: "reporting_periods_cell_lists",
                column: "period_id");

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_cycles_code",
                table: "reporting_periods_cycles",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_obligations_cell_list_id",
                table: "reporting_periods_obligations",
                column: "cell_list_id");

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_obligations_period_id_number",
                table: "reporting_periods_obligations",
                columns: new[] { "period_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_obligations_period_id_unit_id_set_code",
                table: "reporting_periods_obligations",
                columns: new[] { "period_id", "unit_id", "set_code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_obligations_unit_id",
                table: "reporting_periods_obligations",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_periods_code",
                table: "reporting_periods_periods",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_periods_cycle_id",
                table: "reporting_periods_periods",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_reminders_period_id_recorded_at_number",
                table: "reporting_periods_reminders",
                columns: new[] { "period_id", "recorded_at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_unit_places_ancestor_id_relation_unit_id",
                table: "reporting_periods_unit_places",
                columns: new[] { "ancestor_id", "relation", "unit_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reporting_periods_assignments");

            migrationBuilder.DropTable(
                name: "reporting_periods_extensions");

            migrationBuilder.DropTable(
                name: "reporting_periods_obligations");

            migrationBuilder.DropTable(
                name: "reporting_periods_period_tiers");

            migrationBuilder.DropTable(
                name: "reporting_periods_reminders");

            migrationBuilder.DropTable(
                name: "reporting_periods_unit_places");

            migrationBuilder.DropTable(
                name: "reporting_periods_cell_lists");

            migrationBuilder.DropTable(
                name: "reporting_periods_periods");

            migrationBuilder.DropTable(
                name: "reporting_periods_cycles");
        }
    }
}
