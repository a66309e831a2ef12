using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.SqlServer.ReportingPeriods
{
    /// <inheritdoc />
    public partial class CalendarsRulesAndRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "escalated_to",
                schema: "reporting_periods",
                table: "reminders",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "carried_by_unit_id",
                schema: "reporting_periods",
                table: "obligations",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "earlier",
                schema: "reporting_periods",
                table: "cycles",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "extra_years",
                schema: "reporting_periods",
                table: "cycles",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_dormant",
                schema: "reporting_periods",
                table: "cycles",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "names_both_years",
                schema: "reporting_periods",
                table: "cycles",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "prefix",
                schema: "reporting_periods",
                table: "cycles",
                type: "nvarchar(10)",
                maxLength: 10,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "excluded_unit_ids",
                schema: "reporting_periods",
                table: "assignments",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "included_unit_ids",
                schema: "reporting_periods",
                table: "assignments",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "calendar_days",
                schema: "reporting_periods",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    revision = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    decision = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    recorded_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_days", x => new { x.day, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "extension_requests",
                schema: "reporting_periods",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    period_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    wanted_to = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    asked_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    answer = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    answered_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_extension_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hand_overs",
                schema: "reporting_periods",
                columns: table => new
                {
                    obligation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    period_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    to_unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    decided_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_overs", x => new { x.obligation_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "reminder_policies",
                schema: "reporting_periods",
                columns: table => new
                {
                    key = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    rules = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder_policies", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "reviewer_digests",
                schema: "reporting_periods",
                columns: table => new
                {
                    reviewer_unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    waiting = table.Column<int>(type: "int", nullable: false),
                    outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    reason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    recorded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviewer_digests", x => new { x.reviewer_unit_id, x.day });
                });

            migrationBuilder.CreateIndex(
                name: "ix_extension_requests_obligation_id_number",
                schema: "reporting_periods",
                table: "extension_requests",
                columns: new[] { "obligation_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_extension_requests_state_asked_at",
                schema: "reporting_periods",
                table: "extension_requests",
                columns: new[] { "state", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_hand_overs_period_id",
                schema: "reporting_periods",
                table: "hand_overs",
                column: "period_id");

            migrationBuilder.CreateIndex(
                name: "ix_reviewer_digests_day",
                schema: "reporting_periods",
                table: "reviewer_digests",
                column: "day");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calendar_days",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "extension_requests",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "hand_overs",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "reminder_policies",
                schema: "reporting_periods");

            migrationBuilder.DropTable(
                name: "reviewer_digests",
                schema: "reporting_periods");

            migrationBuilder.DropColumn(
                name: "escalated_to",
                schema: "reporting_periods",
                table: "reminders");

            migrationBuilder.DropColumn(
                name: "carried_by_unit_id",
                schema: "reporting_periods",
                table: "obligations");

            migrationBuilder.DropColumn(
                name: "earlier",
                schema: "reporting_periods",
                table: "cycles");

            migrationBuilder.DropColumn(
                name: "extra_years",
                schema: "reporting_periods",
                table: "cycles");

            migrationBuilder.DropColumn(
                name: "is_dormant",
                schema: "reporting_periods",
                table: "cycles");

            migrationBuilder.DropColumn(
                name: "names_both_years",
                schema: "reporting_periods",
                table: "cycles");

            migrationBuilder.DropColumn(
                name: "prefix",
                schema: "reporting_periods",
                table: "cycles");

            migrationBuilder.DropColumn(
                name: "excluded_unit_ids",
                schema: "reporting_periods",
                table: "assignments");

            migrationBuilder.DropColumn(
                name: "included_unit_ids",
                schema: "reporting_periods",
                table: "assignments");
        }
    }
}
