using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.PostgreSql.Submissions
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "submissions");

            migrationBuilder.CreateTable(
                name: "cell_returns",
                schema: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    disaggregation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    returned_by = table.Column<Guid>(type: "uuid", nullable: false),
                    returned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cell_version = table.Column<int>(type: "integer", nullable: false),
                    value_then = table.Column<byte[]>(type: "bytea", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cell_returns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                schema: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    media_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_links",
                schema: "submissions",
                columns: table => new
                {
                    evidence_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_links", x => new { x.evidence_id, x.place });
                });

            migrationBuilder.CreateTable(
                name: "import_batches",
                schema: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    rejected = table.Column<int>(type: "integer", nullable: false),
                    units = table.Column<int>(type: "integer", nullable: false),
                    applied = table.Column<int>(type: "integer", nullable: false),
                    units_applied = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_batches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "narratives",
                schema: "submissions",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    results = table.Column<string>(type: "text", maxLength: -1, nullable: false, collation: "C"),
                    shortcomings = table.Column<string>(type: "text", maxLength: -1, nullable: false, collation: "C"),
                    causes = table.Column<string>(type: "text", maxLength: -1, nullable: false, collation: "C"),
                    next_tasks = table.Column<string>(type: "text", maxLength: -1, nullable: false, collation: "C"),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_narratives", x => x.submission_id);
                });

            migrationBuilder.CreateTable(
                name: "revisions",
                schema: "submissions",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    before = table.Column<byte[]>(type: "bytea", nullable: true),
                    after = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revisions", x => new { x.submission_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "sheet_layouts",
                schema: "submissions",
                columns: table => new
                {
                    criteria_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator_ids = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheet_layouts", x => x.criteria_version_id);
                });

            migrationBuilder.CreateTable(
                name: "sheet_versions",
                schema: "submissions",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criteria_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    filled_cells = table.Column<int>(type: "integer", nullable: false),
                    narrative = table.Column<string>(type: "text", maxLength: -1, nullable: true, collation: "C"),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    counts = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheet_versions", x => new { x.submission_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "sheets",
                schema: "submissions",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    filled_cells = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheets", x => x.submission_id);
                });

            migrationBuilder.CreateTable(
                name: "submissions",
                schema: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference_on = table.Column<DateOnly>(type: "date", nullable: false),
                    unit_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    criteria_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    reviewer_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    owed = table.Column<byte[]>(type: "bytea", nullable: false),
                    owed_cells = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    first_submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    submitted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    is_late = table.Column<bool>(type: "boolean", nullable: false),
                    review_started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    sheet_version = table.Column<int>(type: "integer", nullable: false),
                    approved_sheet_version = table.Column<int>(type: "integer", nullable: true),
                    revisions = table.Column<int>(type: "integer", nullable: false),
                    warnings = table.Column<int>(type: "integer", nullable: false),
                    return_rounds = table.Column<int>(type: "integer", nullable: false),
                    open_returns = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_places",
                schema: "submissions",
                columns: table => new
                {
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ancestor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    relation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    depth = table.Column<int>(type: "integer", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_places", x => new { x.unit_id, x.relation, x.ancestor_id, x.valid_from });
                });

            migrationBuilder.CreateIndex(
                name: "ix_cell_returns_submission_id_place",
                schema: "submissions",
                table: "cell_returns",
                columns: new[] { "submission_id", "place" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_submission_id",
                schema: "submissions",
                table: "evidence",
                column: "submission_id");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_links_submission_id",
                schema: "submissions",
                table: "evidence_links",
                column: "submission_id");

            migrationBuilder.CreateIndex(
                name: "ix_sheet_versions_period_id_counts_unit_id",
                schema: "submissions",
                table: "sheet_versions",
                columns: new[] { "period_id", "counts", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_obligation_id",
                schema: "submissions",
                table: "submissions",
                column: "obligation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_submissions_period_id_unit_id",
                schema: "submissions",
                table: "submissions",
                columns: new[] { "period_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_reviewer_unit_id_period_id_state",
                schema: "submissions",
                table: "submissions",
                columns: new[] { "reviewer_unit_id", "period_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_sequence",
                schema: "submissions",
                table: "submissions",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_submissions_unit_id",
                schema: "submissions",
                table: "submissions",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_unit_places_ancestor_id_relation_unit_id",
                schema: "submissions",
                table: "unit_places",
                columns: new[] { "ancestor_id", "relation", "unit_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cell_returns",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "evidence",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "evidence_links",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "import_batches",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "narratives",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "revisions",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "sheet_layouts",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "sheet_versions",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "sheets",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "submissions",
                schema: "submissions");

            migrationBuilder.DropTable(
                name: "unit_places",
                schema: "submissions");
        }
    }
}
