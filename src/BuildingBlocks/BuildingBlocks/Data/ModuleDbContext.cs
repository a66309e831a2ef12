using System.Text.Json;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Outbox;
using LearningCity.BuildingBlocks.Platform;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.BuildingBlocks.Data;

/// <summary>
/// A module's window on the database: its own schema, and the schema <c>platform</c> for events, audit and idempotency keys, which are
/// saved in the transaction of the change they belong to (ADR 4, 5).
/// </summary>
public abstract class ModuleDbContext : DbContext, IModuleDb
{
    private readonly ContextServices _services;
    private string? _notAuditedBecause;
    private bool _audited;

    /// <summary>A context for one scope.</summary>
    protected ModuleDbContext(DbContextOptions options, ContextServices services)
        : base(options) => _services = services;

    /// <summary>The module's schema, in snake case; a prefix of its tables where the database has no schemas.</summary>
    public abstract string Schema { get; }

    /// <summary>The clock.</summary>
    protected TimeProvider Clock => _services.Clock;

    internal ContextServices Services => _services;

    /// <summary>Maps the module's own entities.</summary>
    protected abstract void Map(ModelBuilder model);

    /// <summary>Saves an event with the next change; it is delivered after the commit.</summary>
    public void Publish(IIntegrationEvent integrationEvent)
    {
        ArgumentNullException.ThrowIfNull(integrationEvent);
        var now = _services.Clock.GetUtcNow();
        Add(new OutboxMessage
        {
            Id = integrationEvent.EventId,
            Sequence = OutboxSequence.Next(now),
            Name = _services.Events.NameOf(integrationEvent.GetType()),
            Payload = _services.Events.Write(integrationEvent),
            RecordedAt = now,
            DueAt = now,
            CorrelationId = _services.Request.CorrelationId,
        });
    }

    /// <summary>Saves an audit row with the next change. Every change needs one, or a reason why not.</summary>
    public void Audit(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Add(new AuditRow
        {
            Id = Ids.New(),
            RecordedAt = _services.Clock.GetUtcNow(),
            ActorId = _services.User.Id,
            ActorKind = _services.User.Caller.Kind,
            Action = entry.Action,
            SubjectType = entry.SubjectType,
            SubjectId = entry.SubjectId,
            UnitId = entry.UnitId,
            Details = entry.Details is null ? null : JsonSerializer.Serialize(entry.Details, Json.Options),
            CorrelationId = _services.Request.CorrelationId,
        });
        _audited = true;
    }

    /// <summary>Lets this context save without an audit row, for a reason: a copy of another module's facts, a draft cell.</summary>
    public void NotAudited(string reason) => _notAuditedBecause = reason;

    /// <summary>Whether this listener sees the event for the first time; saved with what the listener does.</summary>
    public async Task<bool> IsNewAsync(Guid eventId, string listener, CancellationToken cancellationToken)
    {
        if (await Set<InboxEntry>().AnyAsync(e => e.EventId == eventId && e.Listener == listener, cancellationToken)) return false;
        Add(new InboxEntry { EventId = eventId, Listener = listener, HandledAt = _services.Clock.GetUtcNow() });
        return true;
    }

    /// <summary>Runs several saves and bulk writes as one transaction. Reads inside see their own writes.</summary>
    public async Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (Database.CurrentTransaction is not null) return await work();
        using var pass = await _services.Gate.EnterAsync(cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var answer = await work();
        await transaction.CommitAsync(cancellationToken);
        _audited = false;
        return answer;
    }

    /// <summary>Writes rows past the change tracker, in the present transaction if there is one.</summary>
    /// <returns>How many rows were written.</returns>
    public async Task<long> BulkInsertAsync<TEntity>(IEnumerable<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        var plan = BulkPlan.For(this, typeof(TEntity));
        using var pass = Database.CurrentTransaction is null ? await _services.Gate.EnterAsync(cancellationToken) : null;
        return await _services.Provider.BulkInsertAsync(this, plan.Table, rows.Select(plan.Values), cancellationToken);
    }

    /// <summary>Whether saving failed because a unique key exists already: somebody else was first.</summary>
    public bool IsUniqueViolation(DbUpdateException exception) => _services.Provider.IsUniqueViolation(exception);

    /// <summary>Not for use: everything that writes is asynchronous.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync.");

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        RequireAudit();
        GrowVersions();
        AddIdempotencyKey();
        var publishes = ChangeTracker.Entries<OutboxMessage>().Any(entry => entry.State == EntityState.Added);
        using var pass = Database.CurrentTransaction is null ? await _services.Gate.EnterAsync(cancellationToken) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (publishes) _services.Relay.Wake();
        if (Database.CurrentTransaction is null) _audited = false;
        return saved;
    }

    /// <inheritdoc />
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        PlatformModel.Map(modelBuilder);
        Map(modelBuilder);
        ModelConventions.Apply(modelBuilder, Schema, _services.Provider);
        if (Schema == PlatformModel.Schema) return;
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => PlatformModel.Owns(e.ClrType)))
            entity.SetIsTableExcludedFromMigrations(true);
    }

    /// <inheritdoc />
    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        ModelConventions.Configure(configurationBuilder, _services.Provider);
    }

    private void RequireAudit()
    {
        if (_audited || _notAuditedBecause is not null) return;
        var change = ChangeTracker.Entries().FirstOrDefault(entry =>
            entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && !PlatformModel.Owns(entry.Metadata.ClrType));
        if (change is not null)
            throw new InvalidOperationException($"A change to {change.Metadata.DisplayName()} has no audit row: call Audit, or NotAudited with a reason.");
    }

    private void GrowVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            var version = entry.Property(e => e.Version);
            if (entry.State == EntityState.Added) version.CurrentValue = 1;
            else if (entry.State == EntityState.Modified) version.CurrentValue = version.OriginalValue + 1;
        }
    }

    private void AddIdempotencyKey()
    {
        if (_services.Request.Idempotency is not { } idempotency || !ChangeTracker.HasChanges()) return;
        Add(new IdempotencyRecord
        {
            CallerId = _services.User.Id,
            Key = idempotency.Key,
            RequestHash = idempotency.RequestHash,
            CreatedAt = _services.Clock.GetUtcNow(),
        });
        _services.Request.Idempotency = null;
    }
}
