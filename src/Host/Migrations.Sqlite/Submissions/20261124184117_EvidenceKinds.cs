using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.Submissions
{
    /// <inheritdoc />
    public partial class EvidenceKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "address",
                table: "submissions_evidence",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "signed_mark",
                table: "submissions_evidence",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "type",
                table: "submissions_evidence",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "file");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_evidence_unit_id_added_at",
                table: "submissions_evidence",
                columns: new[] { "unit_id", "added_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_submissions_evidence_unit_id_added_at",
                table: "submissions_evidence");

            migrationBuilder.DropColumn(
                name: "address",
                table: "submissions_evidence");

            migrationBuilder.DropColumn(
                name: "signed_mark",
                table: "submissions_evidence");

            migrationBuilder.DropColumn(
                name: "type",
                table: "submissions_evidence");
        }
    }
}
