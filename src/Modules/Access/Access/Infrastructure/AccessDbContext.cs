using LearningCity.Access.Application;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Platform;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Infrastructure;

/// <summary>The module's schema, <c>access</c>.</summary>
internal sealed class AccessDbContext(DbContextOptions<AccessDbContext> options, ContextServices services)
    : ModuleDbContext(options, services), IAccessDb
{
    public override string Schema => Schemas.Of("Access");

    public DbSet<Person> People => Set<Person>();

    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    public DbSet<ApiClient> ApiClients => Set<ApiClient>();

    public DbSet<OneTimeLink> Links => Set<OneTimeLink>();

    public DbSet<SignInFailures> SignInFailures => Set<SignInFailures>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Mail> Mails => Set<Mail>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public IQueryable<AuditRow> AuditRows => Set<AuditRow>().AsNoTracking();

    public void Touch(Person person) => Entry(person).State = EntityState.Modified;

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("people");
            person.HasKey(p => p.Id);
            person.Property(p => p.Name).HasMaxLength(Person.LongestName);
            person.Property(p => p.Email).HasMaxLength(Person.LongestEmail);
            person.Property(p => p.Phone).HasMaxLength(Person.LongestPhone);
            person.HasIndex(p => p.Email).IsUnique();
            person.HasIndex(p => new { p.NameKey, p.Email });
            person.HasMany(p => p.Roles).WithOne().HasForeignKey(role => role.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<RoleAssignment>(role =>
        {
            role.ToTable("role_assignments");
            role.HasKey(r => r.Id);

            // New roles are found by way of their person: a key that is already set must not make them look saved.
            role.Property(r => r.Id).ValueGeneratedNever();
            role.Property(r => r.Role).HasMaxLength(40);
            role.HasIndex(r => new { r.UnitId, r.Role });
            role.HasIndex(r => r.PersonId);
        });
        model.Entity<ApiClient>(client =>
        {
            client.ToTable("api_clients");
            client.HasKey(c => c.Id);
            client.Property(c => c.Name).HasMaxLength(ApiClient.LongestName);
            client.Property(c => c.KeyPrefix).HasMaxLength(ApiKey.PrefixLength);
            client.Property(c => c.KeyHash).HasMaxLength(64);
            client.Property(c => c.Permissions).HasMaxLength(2000);
            client.HasIndex(c => c.KeyPrefix).IsUnique();
            client.HasIndex(c => c.CreatedAt);
        });
        model.Entity<OneTimeLink>(link =>
        {
            link.ToTable("one_time_links");
            link.HasKey(l => l.Id);
            link.Property(l => l.TokenHash).HasMaxLength(64);
            link.HasIndex(l => l.TokenHash).IsUnique();
            link.HasIndex(l => l.PersonId);
        });
        model.Entity<SignInFailures>(failures =>
        {
            failures.ToTable("sign_in_failures");
            failures.HasKey(f => f.NameHash);
            failures.Property(f => f.NameHash).HasMaxLength(64);
        });
        MapNotices(model);
        MapWebhooks(model);
    }

    private static void MapNotices(ModelBuilder model)
    {
        model.Entity<Notice>(notice =>
        {
            notice.ToTable("notices");
            notice.HasKey(n => n.Id);
            notice.Property(n => n.BodyVi).HasMaxLength(-1);
            notice.Property(n => n.BodyEn).HasMaxLength(-1);
            notice.HasIndex(n => new { n.EventId, n.PersonId }).IsUnique();
            notice.HasIndex(n => new { n.PersonId, n.ReadAt, n.At });
        });
        model.Entity<Mail>(mail =>
        {
            mail.ToTable("mails");
            mail.HasKey(m => m.Id);
            mail.HasIndex(m => m.NoticeId).IsUnique();
            mail.HasIndex(m => new { m.State, m.DueAt });
        });
    }

    private static void MapWebhooks(ModelBuilder model)
    {
        model.Entity<Webhook>(webhook =>
        {
            webhook.ToTable("webhooks");
            webhook.HasKey(w => w.Id);
            webhook.Property(w => w.Name).HasMaxLength(Webhook.LongestName);
            webhook.Property(w => w.Url).HasMaxLength(Webhook.LongestUrl);
            webhook.Property(w => w.SealedSecret).HasMaxLength(1000);
        });
        model.Entity<WebhookDelivery>(delivery =>
        {
            delivery.ToTable("webhook_deliveries");
            delivery.HasKey(d => d.Id);
            delivery.Property(d => d.Payload).HasMaxLength(-1);
            delivery.HasIndex(d => new { d.EventId, d.WebhookId }).IsUnique();
            delivery.HasIndex(d => new { d.State, d.DueAt });
            delivery.HasIndex(d => new { d.WebhookId, d.State });
        });
    }
}
