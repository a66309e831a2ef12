using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.SqlServer.UnitRegistry
{
    /// <inheritdoc />
    public partial class AddUnitWordsAndStagedImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "staged_imports",
                schema: "unit_registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    uploaded_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    file_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    media_type = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_update = table.Column<bool>(type: "bit", nullable: false),
                    content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staged_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_words",
                schema: "unit_registry",
                columns: table => new
                {
                    word = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    unit_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_words", x => new { x.word, x.unit_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_staged_imports_uploaded_at",
                schema: "unit_registry",
                table: "staged_imports",
                column: "uploaded_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "staged_imports",
                schema: "unit_registry");

            migrationBuilder.DropTable(
                name: "unit_words",
                schema: "unit_registry");
        }
    }
}
