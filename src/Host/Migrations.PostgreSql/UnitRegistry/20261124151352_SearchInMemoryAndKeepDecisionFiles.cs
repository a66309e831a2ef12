using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.PostgreSql.UnitRegistry
{
    /// <inheritdoc />
    public partial class SearchInMemoryAndKeepDecisionFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "unit_words",
                schema: "unit_registry");

            migrationBuilder.AddColumn<long>(
                name: "last_change",
                schema: "unit_registry",
                table: "units",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "source",
                schema: "unit_registry",
                table: "unit_groups",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "decision_file_hash",
                schema: "unit_registry",
                table: "reorganisations",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "decision_files",
                schema: "unit_registry",
                columns: table => new
                {
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    size = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_files", x => x.hash);
                });

            migrationBuilder.CreateIndex(
                name: "ix_units_last_change",
                schema: "unit_registry",
                table: "units",
                column: "last_change");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "decision_files",
                schema: "unit_registry");

            migrationBuilder.DropIndex(
                name: "ix_units_last_change",
                schema: "unit_registry",
                table: "units");

            migrationBuilder.DropColumn(
                name: "last_change",
                schema: "unit_registry",
                table: "units");

            migrationBuilder.DropColumn(
                name: "source",
                schema: "unit_registry",
                table: "unit_groups");

            migrationBuilder.DropColumn(
                name: "decision_file_hash",
                schema: "unit_registry",
                table: "reorganisations");

            migrationBuilder.CreateTable(
                name: "unit_words",
                schema: "unit_registry",
                columns: table => new
                {
                    word = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_words", x => new { x.word, x.unit_id });
                });
        }
    }
}
