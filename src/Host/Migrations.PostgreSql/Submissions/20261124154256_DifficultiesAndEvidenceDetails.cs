using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.PostgreSql.Submissions
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
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "ordinary",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "document_number",
                schema: "submissions",
                table: "evidence",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true,
                collation: "C");

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
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "no_scanner",
                collation: "C");

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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    set_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    subject_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    subject_vi = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    subject_en = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: true),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: true),
                    period_id = table.Column<Guid>(type: "uuid", nullable: true),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    raised_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    holder_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    theme_id = table.Column<Guid>(type: "uuid", nullable: true),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    steps = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
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
                    difficulty_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    to_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    refers_to_id = table.Column<Guid>(type: "uuid", nullable: true)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_step_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
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
