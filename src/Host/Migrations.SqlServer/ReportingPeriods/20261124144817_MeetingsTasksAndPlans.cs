using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.SqlServer.ReportingPeriods
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
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    number = table.Column<int>(type: "int", nullable: false),
                    title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    starts_at = table.Column<TimeOnly>(type: "time", nullable: true),
                    place = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    agenda = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    briefing_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    minutes = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false, collation: "Latin1_General_100_BIN2"),
                    document_number = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    document_date = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
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
                    plan_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
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
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    sequence = table.Column<int>(type: "int", nullable: false),
                    number = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    from_year = table.Column<int>(type: "int", nullable: false),
                    to_year = table.Column<int>(type: "int", nullable: false),
                    link = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    set_code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    targets = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    file_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true, collation: "Latin1_General_100_BIN2"),
                    file_size = table.Column<long>(type: "bigint", nullable: false),
                    file_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    version = table.Column<int>(type: "int", nullable: false)
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
                    task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    indicator_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name_vi = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name_en = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2")
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
                    task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    matter_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                    task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    text = table.Column<string>(type: "nvarchar(max)", maxLength: 4100, nullable: false, collation: "Latin1_General_100_BIN2")
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
                    task_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    rule_days = table.Column<int>(type: "int", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    moment_on = table.Column<DateOnly>(type: "date", nullable: false),
                    owner_unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    reason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    escalated_to = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    for_unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    for_unit_code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    number = table.Column<int>(type: "int", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    plan_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    owner_unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    document_number = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    document_date = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    last_note = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    last_note_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    notes = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
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
