using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.Analytics
{
    /// <inheritdoc />
    public partial class Editions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "analytics_edition_items",
                columns: table => new
                {
                    edition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analytics_edition_items", x => new { x.edition_id, x.name });
                });

            migrationBuilder.CreateTable(
                name: "analytics_editions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    statement = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    tree_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    columns = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    sheets = table.Column<int>(type: "INTEGER", nullable: false),
                    expected = table.Column<int>(type: "INTEGER", nullable: false),
                    changed_sheets = table.Column<int>(type: "INTEGER", nullable: false),
                    sealed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sealed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analytics_editions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "analytics_sealed_contents",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analytics_sealed_contents", x => x.sha256);
                });

            migrationBuilder.CreateIndex(
                name: "ix_analytics_editions_period_id_number",
                table: "analytics_editions",
                columns: new[] { "period_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_analytics_editions_sealed_at",
                table: "analytics_editions",
                column: "sealed_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "analytics_edition_items");

            migrationBuilder.DropTable(
                name: "analytics_editions");

            migrationBuilder.DropTable(
                name: "analytics_sealed_contents");
        }
    }
}
