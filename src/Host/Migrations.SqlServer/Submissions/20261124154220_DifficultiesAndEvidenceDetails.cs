using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.SqlServer.Submissions
{
    /// <inheritdoc />
    public partial class DifficultiesAndEvidenceDetails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "confidentiality",
                schema: "submissions",
                table: "evidence",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "ordinary",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "document_number",
                schema: "submissions",
                table: "evidence",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateOnly>(
                name: "issued_on",
                schema: "submissions",
                table: "evidence",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scan",
                schema: "submissions",
                table: "evidence",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "no_scanner",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateOnly>(
                name: "valid_until",
                schema: "submissions",
                table: "evidence",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "difficulties",
                schema: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    number = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    set_code = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2"),
                    subject_code = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2"),
                    subject_vi = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    subject_en = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    indicator_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    submission_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    period_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    raised_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    raised_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    holder_unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    held_since = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    theme_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    meeting_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    steps = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_difficulties", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "difficulty_steps",
                schema: "submissions",
                columns: table => new
                {
                    difficulty_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    by_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    to_unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    refers_to_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_difficulty_steps", x => new { x.difficulty_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "difficulty_themes",
                schema: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    unit_code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    number = table.Column<int>(type: "int", nullable: false),
                    name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    made_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    last_step_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_difficulty_themes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_difficulties_holder_unit_id_state",
                schema: "submissions",
                table: "difficulties",
                columns: new[] { "holder_unit_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_difficulties_meeting_id",
                schema: "submissions",
                table: "difficulties",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_difficulties_raised_at_unit_code_number",
                schema: "submissions",
                table: "difficulties",
                columns: new[] { "raised_at", "unit_code", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_difficulties_submission_id",
                schema: "submissions",
                table: "difficulties",
                column: "submission_id");

            migrationBuilder.CreateIndex(
                name: "ix_difficulties_theme_id",
                schema: "submissions",
                table: "difficulties",
                column: "theme_id");

            migrationBuilder.CreateIndex(
                name: "ix_difficulties_unit_id_number",
                schema: "submissions",
                table: "difficulties",
                columns: new[] { "unit_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_difficulty_steps_unit_id",
                schema: "submissions",
                table: "difficulty_steps",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_difficulty_themes_made_at_unit_code_number",
                schema: "submissions",
                table: "difficulty_themes",
                columns: new[] { "made_at", "unit_code", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_difficulty_themes_unit_id_number",
                schema: "submissions",
                table: "difficulty_themes",
                columns: new[] { "unit_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "difficulties",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "difficulty_steps",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "difficulty_themes",
                schema: "submissions");

            migrationBuilder.DropColumn(
                name: "confidentiality",
                schema: "submissions",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "document_number",
                schema: "submissions",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "issued_on",
                schema: "submissions",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "scan",
                schema: "submissions",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "valid_until",
                schema: "submissions",
                table: "evidence");
        }
    }
}
