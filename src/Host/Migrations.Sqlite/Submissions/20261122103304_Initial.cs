using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.Submissions
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "submissions_cell_returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    disaggregation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    returned_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    returned_at = table.Column<long>(type: "INTEGER", nullable: false),
                    cell_version = table.Column<int>(type: "INTEGER", nullable: false),
                    value_then = table.Column<byte[]>(type: "BLOB", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_cell_returns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "submissions_evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "submissions_evidence_links",
                columns: table => new
                {
                    evidence_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    submission_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_evidence_links", x => new { x.evidence_id, x.place });
                });

            migrationBuilder.CreateTable(
                name: "submissions_import_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    units = table.Column<int>(type: "INTEGER", nullable: false),
                    applied = table.Column<int>(type: "INTEGER", nullable: false),
                    units_applied = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_import_batches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "submissions_narratives",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    results = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    shortcomings = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    causes = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    next_tasks = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_narratives", x => x.submission_id);
                });

            migrationBuilder.CreateTable(
                name: "submissions_revisions",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    before = table.Column<byte[]>(type: "BLOB", nullable: true),
                    after = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_revisions", x => new { x.submission_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "submissions_sheet_layouts",
                columns: table => new
                {
                    criteria_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    indicator_ids = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_sheet_layouts", x => x.criteria_version_id);
                });

            migrationBuilder.CreateTable(
                name: "submissions_sheet_versions",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    period_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    criteria_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    filled_cells = table.Column<int>(type: "INTEGER", nullable: false),
                    narrative = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_sheet_versions", x => new { x.submission_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "submissions_sheets",
                columns: table => new
                {
                    submission_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    filled_cells = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_sheets", x => x.submission_id);
                });

            migrationBuilder.CreateTable(
                name: "submissions_submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    obligation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reference_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    unit_type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    criteria_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    set_code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    reviewer_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    owed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owed_cells = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    first_submitted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    submitted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    submitted_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_late = table.Column<bool>(type: "INTEGER", nullable: false),
                    review_started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    sheet_version = table.Column<int>(type: "INTEGER", nullable: false),
                    approved_sheet_version = table.Column<int>(type: "INTEGER", nullable: true),
                    revisions = table.Column<int>(type: "INTEGER", nullable: false),
                    warnings = table.Column<int>(type: "INTEGER", nullable: false),
                    return_rounds = table.Column<int>(type: "INTEGER", nullable: false),
                    open_returns = table.Column<int>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_submissions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "submissions_unit_places",
                columns: table => new
                {
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ancestor_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    relation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    depth = table.Column<int>(type: "INTEGER", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions_unit_places", x => new { x.unit_id, x.relation, x.ancestor_id, x.valid_from });
                });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_cell_returns_submission_id_place",
                table: "submissions_cell_returns",
                columns: new[] { "submission_id", "place" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_evidence_submission_id",
                table: "submissions_evidence",
                column: "submission_id");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_evidence_links_submission_id",
                table: "submissions_evidence_links",
                column: "submission_id");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_sheet_versions_period_id_counts_unit_id",
                table: "submissions_sheet_versions",
                columns: new[] { "period_id", "counts", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_submissions_obligation_id",
                table: "submissions_submissions",
                column: "obligation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_submissions_submissions_period_id_unit_id",
                table: "submissions_submissions",
                columns: new[] { "period_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_submissions_reviewer_unit_id_period_id_state",
                table: "submissions_submissions",
                columns: new[] { "reviewer_unit_id", "period_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_submissions_sequence",
                table: "submissions_submissions",
                column: "sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_submissions_submissions_unit_id",
                table: "submissions_submissions",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_unit_places_ancestor_id_relation_unit_id",
                table: "submissions_unit_places",
                columns: new[] { "ancestor_id", "relation", "unit_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "submissions_cell_returns");

            migrationBuilder.DropTable(
                name: "submissions_evidence");

            migrationBuilder.DropTable(
                name: "submissions_evidence_links");

            migrationBuilder.DropTable(
                name: "submissions_import_batches");

            migrationBuilder.DropTable(
                name: "submissions_narratives");

            migrationBuilder.DropTable(
                name: "submissions_revisions");

            migrationBuilder.DropTable(
                name: "submissions_sheet_layouts");

            migrationBuilder.DropTable(
                name: "submissions_sheet_versions");

            migrationBuilder.DropTable(
                name: "submissions_sheets");

            migrationBuilder.DropTable(
                name: "submissions_submissions");

            migrationBuilder.DropTable(
                name: "submissions_unit_places");
        }
    }
}
