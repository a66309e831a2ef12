using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.ReportingPeriods
{
    /// <inheritdoc />
    public partial class CalendarsRulesAndRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "escalated_to",
                table: "reporting_periods_reminders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "carried_by_unit_id",
                table: "reporting_periods_obligations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "earlier",
                table: "reporting_periods_cycles",
                type: "TEXT",
                maxLength: -1,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "extra_years",
                table: "reporting_periods_cycles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_dormant",
                table: "reporting_periods_cycles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "names_both_years",
                table: "reporting_periods_cycles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "prefix",
                table: "reporting_periods_cycles",
                type: "TEXT",
                maxLength: 10,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "excluded_unit_ids",
                table: "reporting_periods_assignments",
                type: "TEXT",
                maxLength: -1,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "included_unit_ids",
                table: "reporting_periods_assignments",
                type: "TEXT",
                maxLength: -1,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "reporting_periods_calendar_days",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    decision = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_calendar_days", x => new { x.day, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_extension_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    obligation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    period_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    wanted_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    answered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_extension_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_hand_overs",
                columns: table => new
                {
                    obligation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    period_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_hand_overs", x => new { x.obligation_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_reminder_policies",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    rules = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_reminder_policies", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "reporting_periods_reviewer_digests",
                columns: table => new
                {
                    reviewer_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    waiting = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_periods_reviewer_digests", x => new { x.reviewer_unit_id, x.day });
                });

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_extension_requests_obligation_id_number",
                table: "reporting_periods_extension_requests",
                columns: new[] { "obligation_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_extension_requests_state_asked_at",
                table: "reporting_periods_extension_requests",
                columns: new[] { "state", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_hand_overs_period_id",
                table: "reporting_periods_hand_overs",
                column: "period_id");

            migrationBuilder.CreateIndex(
                name: "ix_reporting_periods_reviewer_digests_day",
                table: "reporting_periods_reviewer_digests",
                column: "day");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reporting_periods_calendar_days");

            migrationBuilder.DropTable(
                name: "reporting_periods_extension_requests");

            migrationBuilder.DropTable(
                name: "reporting_periods_hand_overs");

            migrationBuilder.DropTable(
                name: "reporting_periods_reminder_policies");

            migrationBuilder.DropTable(
                name: "reporting_periods_reviewer_digests");

            migrationBuilder.DropColumn(
                name: "escalated_to",
                table: "reporting_periods_reminders");

            migrationBuilder.DropColumn(
                name: "carried_by_unit_id",
                table: "reporting_periods_obligations");

            migrationBuilder.DropColumn(
                name: "earlier",
                table: "reporting_periods_cycles");

            migrationBuilder.DropColumn(
                name: "extra_years",
                table: "reporting_periods_cycles");

            migrationBuilder.DropColumn(
                name: "is_dormant",
                table: "reporting_periods_cycles");

            migrationBuilder.DropColumn(
                name: "names_both_years",
                table: "reporting_periods_cycles");

            migrationBuilder.DropColumn(
                name: "prefix",
                table: "reporting_periods_cycles");

            migrationBuilder.DropColumn(
                name: "excluded_unit_ids",
                table: "reporting_periods_assignments");

            migrationBuilder.DropColumn(
                name: "included_unit_ids",
                table: "reporting_periods_assignments");
        }
    }
}
