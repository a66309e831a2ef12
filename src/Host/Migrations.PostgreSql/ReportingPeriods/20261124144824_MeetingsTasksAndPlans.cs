using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.PostgreSql.ReportingPeriods
{
    /// <inheritdoc />
    public partial class MeetingsTasksAndPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "meetings",
                schema: "reporting_periods",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    starts_at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    place = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    agenda = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    briefing_id = table.Column<Guid>(type: "uuid", nullable: true),
                    minutes = table.Column<string>(type: "text", maxLength: -1, nullable: false, collation: "C"),
                    document_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    document_date = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_files",
                schema: "reporting_periods",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_files", x => x.plan_id);
                });

            migrationBuilder.CreateTable(
                name: "plans",
                schema: "reporting_periods",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    from_year = table.Column<int>(type: "integer", nullable: false),
                    to_year = table.Column<int>(type: "integer", nullable: false),
                    link = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    set_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    targets = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true, collation: "C"),
                    file_size = table.Column<long>(type: "bigint", nullable: false),
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "task_indicators",
                schema: "reporting_periods",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    name_vi = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_indicators", x => new { x.task_id, x.indicator_id });
                });

            migrationBuilder.CreateTable(
                name: "task_matters",
                schema: "reporting_periods",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_matters", x => new { x.task_id, x.matter_id });
                });

            migrationBuilder.CreateTable(
                name: "task_notes",
                schema: "reporting_periods",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "character varying(4100)", maxLength: 4100, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_notes", x => new { x.task_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "task_reminders",
                schema: "reporting_periods",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_days = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    moment_on = table.Column<DateOnly>(type: "date", nullable: false),
                    owner_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    escalated_to = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_reminders", x => new { x.task_id, x.rule_days, x.due_on });
                });

            migrationBuilder.CreateTable(
                name: "tasks",
                schema: "reporting_periods",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    for_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    for_unit_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    owner_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    document_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    document_date = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    last_note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    last_note_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    notes = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tasks", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_held_on_unit_code_number",
                schema: "reporting_periods",
                table: "meetings",
                columns: new[] { "held_on", "unit_code", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_unit_id_number",
                schema: "reporting_periods",
                table: "meetings",
                columns: new[] { "unit_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plans_issued_on_unit_code_sequence",
                schema: "reporting_periods",
                table: "plans",
                columns: new[] { "issued_on", "unit_code", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_plans_unit_id_sequence",
                schema: "reporting_periods",
                table: "plans",
                columns: new[] { "unit_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_task_matters_matter_id",
                schema: "reporting_periods",
                table: "task_matters",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_due_on_for_unit_code_number",
                schema: "reporting_periods",
                table: "tasks",
                columns: new[] { "due_on", "for_unit_code", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_for_unit_id_number",
                schema: "reporting_periods",
                table: "tasks",
                columns: new[] { "for_unit_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tasks_meeting_id",
                schema: "reporting_periods",
                table: "tasks",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_unit_id_state",
                schema: "reporting_periods",
                table: "tasks",
                columns: new[] { "owner_unit_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_plan_id",
                schema: "reporting_periods",
                table: "tasks",
                column: "plan_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "meetings",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "plan_files",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "plans",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "task_indicators",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "task_matters",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "task_notes",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "task_reminders",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "tasks",
                schema: "reporting_periods");
        }
    }
}
