using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.SqlServer.ReportingPeriods
{
    /// <inheritdoc />
    public partial class GroupsAndManualReminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "group_ids",
                schema: "reporting_periods",
                table: "assignments",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "manual_reminders",
                schema: "reporting_periods",
                columns: table => new
                {
                    period_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    reports = table.Column<int>(type: "int", nullable: false),
                    by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_manual_reminders", x => new { x.period_id, x.unit_id, x.day });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "manual_reminders",
                schema: "reporting_periods");

            migrationBuilder.DropColumn(
                name: "group_ids",
                schema: "reporting_periods",
                table: "assignments");
        }
    }
}
