using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.SqlServer.Submissions
{
    /// <inheritdoc />
    public partial class EvidenceKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "address",
                schema: "submissions",
                table: "evidence",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "signed_mark",
                schema: "submissions",
                table: "evidence",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "type",
                schema: "submissions",
                table: "evidence",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "file",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_unit_id_added_at",
                schema: "submissions",
                table: "evidence",
                columns: new[] { "unit_id", "added_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_evidence_unit_id_added_at",
                schema: "submissions",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "address",
                schema: "submissions",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "signed_mark",
                schema: "submissions",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "type",
                schema: "submissions",
                table: "evidence");
        }
    }
}
