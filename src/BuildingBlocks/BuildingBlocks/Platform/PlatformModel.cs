using Microsoft.EntityFrameworkCore;

namespace LearningCity.BuildingBlocks.Platform;

/// <summary>
/// The schema <c>platform</c>: mapped into every module's context, so that a change and its event, audit row and idempotency key are
/// one transaction; migrated once, by <see cref="PlatformDbContext"/>.
/// </summary>
internal static class PlatformModel
{
    internal const string Schema = "platform";

    internal static void Map(ModelBuilder model)
    {
        model.Entity<OutboxMessage>(message =>
        {
            message.ToTable("outbox", Schema);
            message.HasKey(m => m.Id);
            message.Property(m => m.Payload).HasMaxLength(-1);
            message.Property(m => m.LastError).HasMaxLength(2000);
            message.HasIndex(m => new { m.DeliveredAt, m.ParkedAt, m.DueAt, m.Sequence });
            message.HasIndex(m => m.ClaimedBy);
        });
        model.Entity<InboxEntry>(entry =>
        {
            entry.ToTable("inbox", Schema);
            entry.HasKey(e => new { e.EventId, e.Listener });
        });
        model.Entity<AuditRow>(row =>
        {
            row.ToTable("audit", Schema);
            row.HasKey(r => r.Id);
            row.Property(r => r.Details).HasMaxLength(-1);
            row.Property(r => r.Hash).HasMaxLength(64);

            // A row is sealed once: a second sealer that read it unsealed is refused.
            row.Property(r => r.Number).IsConcurrencyToken();
            row.HasIndex(r => r.Number).IsUnique();
            row.HasIndex(r => r.RecordedAt);
            row.HasIndex(r => new { r.SubjectType, r.SubjectId });
        });
        model.Entity<IdempotencyRecord>(record =>
        {
            record.ToTable("idempotency_keys", Schema);
            record.HasKey(r => new { r.CallerId, r.Key });
            record.Property(r => r.Key).HasMaxLength(200);
            record.Property(r => r.RequestHash).HasMaxLength(64);
            record.Property(r => r.Location).HasMaxLength(1000);
            record.Property(r => r.Body).HasMaxLength(-1);
            record.HasIndex(r => r.CreatedAt);
        });
        model.Entity<Claim>(claim =>
        {
            claim.ToTable("claims", Schema);
            claim.HasKey(c => c.Key);
            claim.Property(c => c.Key).HasMaxLength(200);
        });
        model.Entity<DataProtectionKey>(key =>
        {
            key.ToTable("data_protection_keys", Schema);
            key.HasKey(k => k.Name);
            key.Property(k => k.Xml).HasMaxLength(-1);
        });
    }

    internal static bool Owns(Type entity) => entity.Namespace == typeof(PlatformModel).Namespace;
}
