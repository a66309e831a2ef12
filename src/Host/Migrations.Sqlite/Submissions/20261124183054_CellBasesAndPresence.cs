using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.Submissions
{
    /// <inheritdoc />
    public partial class CellBasesAndPresence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "bases",
                table: "submissions_sheets",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "bases",
                table: "submissions_sheet_versions",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "bases",
                table: "submissions_revisions",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "submissions_presences",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_presences", x => new { x.submission_id, x.person_id });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "submissions_presences");

            migrationBuilder.DropColumn(
                name: "bases",
                table: "submissions_sheets");

            migrationBuilder.DropColumn(
                name: "bases",
                table: "submissions_sheet_versions");

            migrationBuilder.DropColumn(
                name: "bases",
                table: "submissions_revisions");
        }
    }
}
