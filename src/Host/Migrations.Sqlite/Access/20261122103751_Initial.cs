using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCity.Migrations.Sqlite.Access
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_api_clients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    key_prefix = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    key_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    roles = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    permissions = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_used_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_api_clients", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_mails",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    notice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_mails", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    event_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    subject_vi = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    subject_en = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    body_vi = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    body_en = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    link = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    read_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_one_time_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_one_time_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    search_text = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    home_unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_demonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    erased_at = table.Column<long>(type: "INTEGER", nullable: true),
                    password_hash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_sign_in_failures",
                columns: table => new
                {
                    name_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    last_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_sign_in_failures", x => x.name_hash);
                });

            migrationBuilder.CreateTable(
                name: "access_role_assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_role_assignments", x => x.id);
                    table.ForeignKey(
                        name: "fk_access_role_assignments_access_people_person_id",
                        column: x => x.person_id,
                        principalTable: "access_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_access_api_clients_created_at",
                table: "access_api_clients",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_access_api_clients_key_prefix",
                table: "access_api_clients",
                column: "key_prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_access_mails_notice_id",
                table: "access_mails",
                column: "notice_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_access_mails_state_due_at",
                table: "access_mails",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_access_notices_event_id_person_id",
                table: "access_notices",
                columns: new[] { "event_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_access_notices_person_id_read_at_at",
                table: "access_notices",
                columns: new[] { "person_id", "read_at", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_access_one_time_links_person_id",
                table: "access_one_time_links",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_one_time_links_token_hash",
                table: "access_one_time_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_access_people_email",
                table: "access_people",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_access_people_name_key_email",
                table: "access_people",
                columns: new[] { "name_key", "email" });

            migrationBuilder.CreateIndex(
                name: "ix_access_role_assignments_person_id",
                table: "access_role_assignments",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_role_assignments_unit_id_role",
                table: "access_role_assignments",
                columns: new[] { "unit_id", "role" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_api_clients");

            migrationBuilder.DropTable(
                name: "access_mails");

            migrationBuilder.DropTable(
                name: "access_notices");

            migrationBuilder.DropTable(
                name: "access_one_time_links");

            migrationBuilder.DropTable(
                name: "access_role_assignments");

            migrationBuilder.DropTable(
                name: "access_sign_in_failures");

            migrationBuilder.DropTable(
                name: "access_people");
        }
    }
}
