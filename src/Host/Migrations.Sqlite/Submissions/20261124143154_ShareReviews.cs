using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.Submissions
{
    /// <inheritdoc />
    public partial class ShareReviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "carried_by_unit_id",
                table: "submissions_submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "changed_cells",
                table: "submissions_submissions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_self_reviewed",
                table: "submissions_submissions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "on_behalf_by_unit_id",
                table: "submissions_submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "prepared_at",
                table: "submissions_submissions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "prepared_by",
                table: "submissions_submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "released_by",
                table: "submissions_submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "review_started_by",
                table: "submissions_submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "risk",
                table: "submissions_submissions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "self_review_for",
                table: "submissions_submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "answer",
                table: "submissions_cell_returns",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "answered_by",
                table: "submissions_cell_returns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "question_id",
                table: "submissions_cell_returns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason_kind",
                table: "submissions_cell_returns",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "value_answered",
                table: "submissions_cell_returns",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "submissions_cell_questions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    disaggregation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    asked_by_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    value_then = table.Column<byte[]>(type: "BLOB", nullable: false),
                    passed_on_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    answered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_cell_questions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "submissions_release_rules",
                columns: table => new
                {
                    unit_type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    needs_head = table.Column<bool>(type: "INTEGER", nullable: false),
                    changed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_release_rules", x => x.unit_type);
                });

            migrationBuilder.CreateTable(
                name: "submissions_review_delegations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_officer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_officer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    made_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_review_delegations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "submissions_review_share_units",
                columns: table => new
                {
                    share_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_review_share_units", x => new { x.share_id, x.unit_id });
                });

            migrationBuilder.CreateTable(
                name: "submissions_review_shares",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    indicator_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    shared_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    shared_at = table.Column<long>(type: "INTEGER", nullable: false),
                    taken_over_from_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_review_shares", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_submissions_carried_by_unit_id",
                table: "submissions_submissions",
                column: "carried_by_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_cell_questions_submission_id_place",
                table: "submissions_cell_questions",
                columns: new[] { "submission_id", "place" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_review_delegations_body_id_to_officer_id",
                table: "submissions_review_delegations",
                columns: new[] { "body_id", "to_officer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_review_share_units_unit_id",
                table: "submissions_review_share_units",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_review_shares_body_id_officer_id",
                table: "submissions_review_shares",
                columns: new[] { "body_id", "officer_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "submissions_cell_questions");

            migrationBuilder.DropTable(
                name: "submissions_release_rules");

            migrationBuilder.DropTable(
                name: "submissions_review_delegations");

            migrationBuilder.DropTable(
                name: "submissions_review_share_units");

            migrationBuilder.DropTable(
                name: "submissions_review_shares");

            migrationBuilder.DropIndex(
                name: "ix_submissions_submissions_carried_by_unit_id",
                table: "submissions_submissions");

            migrationBuilder.DropColumn(
                name: "carried_by_unit_id",
                table: "submissions_submissions");

            migrationBuilder.DropColumn(
                name: "changed_cells",
                table: "submissions_submissions");

            migrationBuilder.DropColumn(
                name: "is_self_reviewed",
                table: "submissions_submissions");

            migrationBuilder.DropColumn(
                name: "on_behalf_by_unit_id",
                table: "submissions_submissions");

            migrationBuilder.DropColumn(
                name: "prepared_at",
                table: "submissions_submissions");

            migrationBuilder.DropColumn(
                name: "prepared_by",
                table: "submissions_submissions");

            migrationBuilder.DropColumn(
                name: "released_by",
                table: "submissions_submissions");

            migrationBuilder.DropColumn(
                name: "review_started_by",
                table: "submissions_submissions");

            migrationBuilder.DropColumn(
                name: "risk",
                table: "submissions_submissions");

            migrationBuilder.DropColumn(
                name: "self_review_for",
                table: "submissions_submissions");

            migrationBuilder.DropColumn(
                name: "answer",
                table: "submissions_cell_returns");

            migrationBuilder.DropColumn(
                name: "answered_by",
                table: "submissions_cell_returns");

            migrationBuilder.DropColumn(
                name: "question_id",
                table: "submissions_cell_returns");

            migrationBuilder.DropColumn(
                name: "reason_kind",
                table: "submissions_cell_returns");

            migrationBuilder.DropColumn(
                name: "value_answered",
                table: "submissions_cell_returns");
        }
    }
}
