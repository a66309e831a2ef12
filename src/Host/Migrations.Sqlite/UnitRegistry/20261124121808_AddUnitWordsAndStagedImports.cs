using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.UnitRegistry
{
    /// <inheritdoc />
    public partial class AddUnitWordsAndStagedImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "unit_registry_staged_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    uploaded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    uploaded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    media_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_update = table.Column<bool>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_staged_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_registry_unit_words",
                columns: table => new
                {
                    word = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_unit_words", x => new { x.word, x.unit_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_staged_imports_uploaded_at",
                table: "unit_registry_staged_imports",
                column: "uploaded_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "unit_registry_staged_imports");

            migrationBuilder.DropTable(
                name: "unit_registry_unit_words");
        }
    }
}
