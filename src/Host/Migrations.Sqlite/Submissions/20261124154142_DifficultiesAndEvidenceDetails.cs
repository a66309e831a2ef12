using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.Submissions
{
    /// <inheritdoc />
    public partial class DifficultiesAndEvidenceDetails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "confidentiality",
                table: "submissions_evidence",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "ordinary");

            migrationBuilder.AddColumn<string>(
                name: "document_number",
                table: "submissions_evidence",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "issued_on",
                table: "submissions_evidence",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scan",
                table: "submissions_evidence",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "no_scanner");

            migrationBuilder.AddColumn<DateOnly>(
                name: "valid_until",
                table: "submissions_evidence",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "submissions_difficulties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    set_code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    subject_code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    subject_vi = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    subject_en = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    indicator_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    submission_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    period_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    raised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    raised_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    holder_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    held_since = table.Column<long>(type: "INTEGER", nullable: false),
                    theme_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    steps = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_difficulties", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "submissions_difficulty_steps",
                columns: table => new
                {
                    difficulty_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    to_unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    refers_to_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_difficulty_steps", x => new { x.difficulty_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "submissions_difficulty_themes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    made_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_step_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_difficulty_themes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_difficulties_holder_unit_id_state",
                table: "submissions_difficulties",
                columns: new[] { "holder_unit_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_difficulties_meeting_id",
                table: "submissions_difficulties",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_difficulties_raised_at_unit_code_number",
                table: "submissions_difficulties",
                columns: new[] { "raised_at", "unit_code", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_difficulties_submission_id",
                table: "submissions_difficulties",
                column: "submission_id");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_difficulties_theme_id",
                table: "submissions_difficulties",
                column: "theme_id");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_difficulties_unit_id_number",
                table: "submissions_difficulties",
                columns: new[] { "unit_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_submissions_difficulty_steps_unit_id",
                table: "submissions_difficulty_steps",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_difficulty_themes_made_at_unit_code_number",
                table: "submissions_difficulty_themes",
                columns: new[] { "made_at", "unit_code", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_difficulty_themes_unit_id_number",
                table: "submissions_difficulty_themes",
                columns: new[] { "unit_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "submissions_difficulties");

            migrationBuilder.DropTable(
                name: "submissions_difficulty_steps");

            migrationBuilder.DropTable(
                name: "submissions_difficulty_themes");

            migrationBuilder.DropColumn(
                name: "confidentiality",
                table: "submissions_evidence");

            migrationBuilder.DropColumn(
                name: "document_number",
                table: "submissions_evidence");

            migrationBuilder.DropColumn(
                name: "issued_on",
                table: "submissions_evidence");

            migrationBuilder.DropColumn(
                name: "scan",
                table: "submissions_evidence");

            migrationBuilder.DropColumn(
                name: "valid_until",
                table: "submissions_evidence");
        }
    }
}
