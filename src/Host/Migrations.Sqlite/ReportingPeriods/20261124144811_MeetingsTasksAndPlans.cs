using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.ReportingPeriods
{
    /// <inheritdoc />
    public partial class MeetingsTasksAndPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reporting_periods_meetings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    starts_at = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    agenda = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    briefing_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    minutes = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    document_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_meetings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_plan_files",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_plan_files", x => x.plan_id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    from_year = table.Column<int>(type: "INTEGER", nullable: false),
                    to_year = table.Column<int>(type: "INTEGER", nullable: false),
                    link = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    set_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    targets = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    file_size = table.Column<long>(type: "INTEGER", nullable: false),
                    file_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_task_indicators",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    indicator_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    name_vi = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_task_indicators", x => new { x.task_id, x.indicator_id });
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_task_matters",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_task_matters", x => new { x.task_id, x.matter_id });
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_task_notes",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_task_notes", x => new { x.task_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_task_reminders",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rule_days = table.Column<int>(type: "INTEGER", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    moment_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    owner_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    escalated_to = table.Column<Guid>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_task_reminders", x => new { x.task_id, x.rule_days, x.due_on });
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    for_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    for_unit_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    given_at = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    owner_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    document_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    last_note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    last_note_at = table.Column<long>(type: "INTEGER", nullable: true),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    notes = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_tasks", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_meetings_held_on_unit_code_number",
                table: "reporting_periods_meetings",
                columns: new[] { "held_on", "unit_code", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_meetings_unit_id_number",
                table: "reporting_periods_meetings",
                columns: new[] { "unit_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_plans_issued_on_unit_code_sequence",
                table: "reporting_periods_plans",
                columns: new[] { "issued_on", "unit_code", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_plans_unit_id_sequence",
                table: "reporting_periods_plans",
                columns: new[] { "unit_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_task_matters_matter_id",
                table: "reporting_periods_task_matters",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_tasks_due_on_for_unit_code_number",
                table: "reporting_periods_tasks",
                columns: new[] { "due_on", "for_unit_code", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_tasks_for_unit_id_number",
                table: "reporting_periods_tasks",
                columns: new[] { "for_unit_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_tasks_meeting_id",
                table: "reporting_periods_tasks",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_tasks_owner_unit_id_state",
                table: "reporting_periods_tasks",
                columns: new[] { "owner_unit_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_tasks_plan_id",
                table: "reporting_periods_tasks",
                column: "plan_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reporting_periods_meetings");

            migrationBuilder.DropTable(
                name: "reporting_periods_plan_files");

            migrationBuilder.DropTable(
                name: "reporting_periods_plans");

            migrationBuilder.DropTable(
                name: "reporting_periods_task_indicators");

            migrationBuilder.DropTable(
                name: "reporting_periods_task_matters");

            migrationBuilder.DropTable(
                name: "reporting_periods_task_notes");

            migrationBuilder.DropTable(
                name: "reporting_periods_task_reminders");

            migrationBuilder.DropTable(
                name: "reporting_periods_tasks");
        }
    }
}
