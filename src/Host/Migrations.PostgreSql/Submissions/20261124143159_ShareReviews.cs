using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.PostgreSql.Submissions
{
    /// <inheritdoc />
    public partial class ShareReviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "carried_by_unit_id",
                schema: "submissions",
                table: "submissions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "changed_cells",
                schema: "submissions",
                table: "submissions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_self_reviewed",
                schema: "submissions",
                table: "submissions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "on_behalf_by_unit_id",
                schema: "submissions",
                table: "submissions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "prepared_at",
                schema: "submissions",
                table: "submissions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "prepared_by",
                schema: "submissions",
                table: "submissions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "released_by",
                schema: "submissions",
                table: "submissions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "review_started_by",
                schema: "submissions",
                table: "submissions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "risk",
                schema: "submissions",
                table: "submissions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "self_review_for",
                schema: "submissions",
                table: "submissions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "answer",
                schema: "submissions",
                table: "cell_returns",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "answered_by",
                schema: "submissions",
                table: "cell_returns",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "question_id",
                schema: "submissions",
                table: "cell_returns",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason_kind",
                schema: "submissions",
                table: "cell_returns",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<byte[]>(
                name: "value_answered",
                schema: "submissions",
                table: "cell_returns",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "cell_questions",
                schema: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    disaggregation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    asked_by_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    value_then = table.Column<byte[]>(type: "bytea", nullable: false),
                    passed_on_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cell_questions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "release_rules",
                schema: "submissions",
                columns: table => new
                {
                    unit_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    needs_head = table.Column<bool>(type: "boolean", nullable: false),
                    changed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release_rules", x => x.unit_type);
                });

            migrationBuilder.CreateTable(
                name: "review_delegations",
                schema: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_delegations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "review_share_units",
                schema: "submissions",
                columns: table => new
                {
                    share_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_share_units", x => new { x.share_id, x.unit_id });
                });

            migrationBuilder.CreateTable(
                name: "review_shares",
                schema: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    indicator_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    shared_by = table.Column<Guid>(type: "uuid", nullable: false),
                    shared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_over_from_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_shares", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_carried_by_unit_id",
                schema: "submissions",
                table: "submissions",
                column: "carried_by_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_cell_questions_submission_id_place",
                schema: "submissions",
                table: "cell_questions",
                columns: new[] { "submission_id", "place" });

            migrationBuilder.CreateIndex(
                name: "ix_review_delegations_body_id_to_officer_id",
                schema: "submissions",
                table: "review_delegations",
                columns: new[] { "body_id", "to_officer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_review_share_units_unit_id",
                schema: "submissions",
                table: "review_share_units",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_shares_body_id_officer_id",
                schema: "submissions",
                table: "review_shares",
                columns: new[] { "body_id", "officer_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cell_questions",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "release_rules",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "review_delegations",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "review_share_units",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "review_shares",
                schema: "submissions");

            migrationBuilder.DropIndex(
                name: "ix_submissions_carried_by_unit_id",
                schema: "submissions",
                table: "submissions");

            migrationBuilder.DropColumn(
                name: "carried_by_unit_id",
                schema: "submissions",
                table: "submissions");

            migrationBuilder.DropColumn(
                name: "changed_cells",
                schema: "submissions",
                table: "submissions");

            migrationBuilder.DropColumn(
                name: "is_self_reviewed",
                schema: "submissions",
                table: "submissions");

            migrationBuilder.DropColumn(
                name: "on_behalf_by_unit_id",
                schema: "submissions",
                table: "submissions");

            migrationBuilder.DropColumn(
                name: "prepared_at",
                schema: "submissions",
                table: "submissions");

            migrationBuilder.DropColumn(
                name: "prepared_by",
                schema: "submissions",
                table: "submissions");

            migrationBuilder.DropColumn(
                name: "released_by",
                schema: "submissions",
                table: "submissions");

            migrationBuilder.DropColumn(
                name: "review_started_by",
                schema: "submissions",
                table: "submissions");

            migrationBuilder.DropColumn(
                name: "risk",
                schema: "submissions",
                table: "submissions");

            migrationBuilder.DropColumn(
                name: "self_review_for",
                schema: "submissions",
                table: "submissions");

            migrationBuilder.DropColumn(
                name: "answer",
                schema: "submissions",
                table: "cell_returns");

            migrationBuilder.DropColumn(
                name: "answered_by",
                schema: "submissions",
                table: "cell_returns");

            migrationBuilder.DropColumn(
                name: "question_id",
                schema: "submissions",
                table: "cell_returns");

            migrationBuilder.DropColumn(
                name: "reason_kind",
                schema: "submissions",
                table: "cell_returns");

            migrationBuilder.DropColumn(
                name: "value_answered",
                schema: "submissions",
                table: "cell_returns");
        }
    }
}
