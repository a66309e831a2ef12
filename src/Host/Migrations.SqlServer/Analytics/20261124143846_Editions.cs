using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.SqlServer.Analytics
{
    /// <inheritdoc />
    public partial class Editions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "edition_items",
                schema: "analytics",
                columns: table => new
                {
                    edition_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_edition_items", x => new { x.edition_id, x.name });
                });

            migrationBuilder.CreateTable(
                name: "editions",
                schema: "analytics",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    period_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    period_code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    number = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    statement = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    tree_date = table.Column<DateOnly>(type: "date", nullable: false),
                    columns = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false, collation: "Latin1_General_100_BIN2"),
                    sheets = table.Column<int>(type: "int", nullable: false),
                    expected = table.Column<int>(type: "int", nullable: false),
                    changed_sheets = table.Column<int>(type: "int", nullable: false),
                    sealed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    sealed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_editions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sealed_contents",
                schema: "analytics",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_contents", x => x.sha256);
                });

            migrationBuilder.CreateIndex(
                name: "ix_editions_period_id_number",
                schema: "analytics",
                table: "editions",
                columns: new[] { "period_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_editions_sealed_at",
                schema: "analytics",
                table: "editions",
                column: "sealed_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "edition_items",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "editions",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "sealed_contents",
                schema: "analytics");
        }
    }
}
