using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.UnitRegistry
{
    /// <inheritdoc />
    public partial class SearchInMemoryAndKeepDecisionFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "unit_registry_unit_words");

            migrationBuilder.AddColumn<long>(
                name: "last_change",
                table: "unit_registry_units",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "unit_registry_unit_groups",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "decision_file_hash",
                table: "unit_registry_reorganisations",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "unit_registry_decision_files",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_registry_decision_files", x => x.hash);
                });

            migrationBuilder.CreateIndex(
                name: "ix_unit_registry_units_last_change",
                table: "unit_registry_units",
                column: "last_change");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "unit_registry_decision_files");

            migrationBuilder.DropIndex(
                name: "ix_unit_registry_units_last_change",
                table: "unit_registry_units");

            migrationBuilder.DropColumn(
                name: "last_change",
                table: "unit_registry_units");

            migrationBuilder.DropColumn(
                name: "source",
                table: "unit_registry_unit_groups");

            migrationBuilder.DropColumn(
                name: "decision_file_hash",
                table: "unit_registry_reorganisations");

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
        }
    }
}
