using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.Analytics
{
    /// <inheritdoc />
    public partial class Documents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_analytics_briefings_requested_at",
                table: "analytics_briefings");

            migrationBuilder.AddColumn<string>(
                name: "edition",
                table: "analytics_briefings",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "live");

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "analytics_briefings",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "briefing");

            migrationBuilder.CreateTable(
                name: "analytics_document_templates",
                columns: table => new
                {
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    logo = table.Column<byte[]>(type: "BLOB", nullable: true),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analytics_document_templates", x => x.unit_id);
                });

            migrationBuilder.CreateTable(
                name: "analytics_word_files",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analytics_word_files", x => x.document_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_analytics_briefings_kind_requested_at",
                table: "analytics_briefings",
                columns: new[] { "kind", "requested_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "analytics_document_templates");

            migrationBuilder.DropTable(
                name: "analytics_word_files");

            migrationBuilder.DropIndex(
                name: "ix_analytics_briefings_kind_requested_at",
                table: "analytics_briefings");

            migrationBuilder.DropColumn(
                name: "edition",
                table: "analytics_briefings");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "analytics_briefings");

            migrationBuilder.CreateIndex(
                name: "ix_analytics_briefings_requested_at",
                table: "analytics_briefings",
                column: "requested_at");
        }
    }
}
