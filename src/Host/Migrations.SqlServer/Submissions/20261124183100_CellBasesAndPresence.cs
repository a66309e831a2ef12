using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.SqlServer.Submissions
{
    /// <inheritdoc />
    public partial class CellBasesAndPresence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "bases",
                schema: "submissions",
                table: "sheets",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "bases",
                schema: "submissions",
                table: "sheet_versions",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "bases",
                schema: "submissions",
                table: "revisions",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "presences",
                schema: "submissions",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_presences", x => new { x.submission_id, x.person_id });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "presences",
                schema: "submissions");

            migrationBuilder.DropColumn(
                name: "bases",
                schema: "submissions",
                table: "sheets");

            migrationBuilder.DropColumn(
                name: "bases",
                schema: "submissions",
                table: "sheet_versions");

            migrationBuilder.DropColumn(
                name: "bases",
                schema: "submissions",
                table: "revisions");
        }
    }
}
