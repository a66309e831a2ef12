using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.PostgreSql.Analytics
{
    /// <inheritdoc />
    public partial class Documents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_briefings_requested_at",
                schema: "analytics",
                table: "briefings");

            migrationBuilder.AddColumn<string>(
                name: "edition",
                schema: "analytics",
                table: "briefings",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "live",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "kind",
                schema: "analytics",
                table: "briefings",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "briefing",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "document_templates",
                schema: "analytics",
                columns: table => new
                {
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "text", maxLength: -1, nullable: false, collation: "C"),
                    logo = table.Column<byte[]>(type: "bytea", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_templates", x => x.unit_id);
                });

            migrationBuilder.CreateTable(
                name: "word_files",
                schema: "analytics",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_word_files", x => x.document_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_briefings_kind_requested_at",
                schema: "analytics",
                table: "briefings",
                columns: new[] { "kind", "requested_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "document_templates",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "word_files",
                schema: "analytics");

            migrationBuilder.DropIndex(
                name: "ix_briefings_kind_requested_at",
                schema: "analytics",
                table: "briefings");

            migrationBuilder.DropColumn(
                name: "edition",
                schema: "analytics",
                table: "briefings");

            migrationBuilder.DropColumn(
                name: "kind",
                schema: "analytics",
                table: "briefings");

            migrationBuilder.CreateIndex(
                name: "ix_briefings_requested_at",
                schema: "analytics",
                table: "briefings",
                column: "requested_at");
        }
    }
}
