using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application;

/// <summary>Opens the book of units that a change needs, and saves what the change made of it, with all that is worked out from it.</summary>
internal sealed class Registrar(IUnitRegistryDb db, Derivation derivation, TimeProvider clock)
{
    /// <summary>Databases limit the parameters of one statement; lists of ids go in portions.</summary>
    internal const int Portion = 500;

    /// <summary>Each event names at most this many units.</summary>
    private const int UnitsPerEvent = 500;

    /// <summary>
    /// Units with their current facts; for those that are to end also the units under them from a day on; for records to be taken back
    /// also the units that they touched, with what they superseded.
    /// </summary>
    internal async Task<UnitBook> OpenAsync(
        IEnumerable<Guid> unitIds, IReadOnlyCollection<Guid> ending, DateOnly from, CancellationToken cancellationToken,
        IReadOnlyCollection<Guid>? mistaken = null)
    {
        // Before anything else is read: a change that comes between is noticed when this one is saved.
        await HeadAsync(cancellationToken);
        var wanted = unitIds.ToHashSet();
        var records = (mistaken ?? []).Select(id => (Guid?)id).ToArray();
        foreach (var id in mistaken ?? []) wanted.UnionWith(await db.TouchedByAsync(id, cancellationToken));
        foreach (var portion in ending.Chunk(Portion))
        {
            wanted.UnionWith(await db.Placements.AsNoTracking()
                .Where(place => portion.Contains(place.ParentId) && place.SupersededAt == null && (place.ValidTo == null || place.ValidTo >= from))
                .Select(place => place.UnitId).ToListAsync(cancellationToken));
        }

        var units = new List<ReportingUnit>(wanted.Count);
        var transfers = new List<Transfer>();
        foreach (var portion in wanted.Chunk(Portion))
        {
            units.AddRange(await db.Units.Where(unit => portion.Contains(unit.Id))
                .Include(unit => unit.Names.Where(fact => fact.SupersededAt == null || records.Contains(fact.SupersededById)))
                .Include(unit => unit.Codes.Where(fact => fact.SupersededAt == null || records.Contains(fact.SupersededById)))
                .Include(unit => unit.Kinds.Where(fact => fact.SupersededAt == null || records.Contains(fact.SupersededById)))
                .Include(unit => unit.Placements.Where(fact => fact.SupersededAt == null || records.Contains(fact.SupersededById)))
                .AsSplitQuery().ToListAsync(cancellationToken));
            transfers.AddRange(await db.Transfers.AsNoTracking().Where(transfer => portion.Contains(transfer.FromUnitId) && transfer.AnnulledAt == null)
                .ToListAsync(cancellationToken));
        }

        return new UnitBook(units, transfers);
    }

    /// <summary>Checks the rules over all units, then saves the book in one transaction.</summary>
    internal Task<Result> SaveAsync(
        UnitBook book, IReadOnlyCollection<Guid> touched, DateOnly effectiveOn, AuditEntry audit, CancellationToken cancellationToken) =>
        SaveAsync(RegistryChange.Of(book, touched), effectiveOn, audit, cancellationToken);

    /// <inheritdoc cref="SaveAsync(UnitBook, IReadOnlyCollection{Guid}, DateOnly, AuditEntry, CancellationToken)" />
    internal async Task<Result> SaveAsync(
        RegistryChange change, DateOnly effectiveOn, AuditEntry audit, CancellationToken cancellationToken)
    {
        if (await derivation.CheckCodesAsync(change.Book, change.Touched, cancellationToken) is { Succeeded: false } taken) return taken;
        var derived = await derivation.DeriveAsync(change, cancellationToken);
        if (!derived.Succeeded) return derived.WithoutValue();
        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    var head = await CountAsync(cancellationToken);
                    db.Audit(audit);
                    await WriteAsync(change, derived.Value, head, effectiveOn, cancellationToken);
                    return true;
                },
                cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlatformFailures.Stale;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return PlatformFailures.Stale;
        }
    }

    internal Recording Record(Guid? reorganisationId = null) => new(clock.GetUtcNow(), reorganisationId);

    /// <summary>
    /// Counts up the registry's head, as it was when it was first read in this scope: of two changes at once, the second is refused as stale.
    /// </summary>
    internal async Task<RegistryHead> CountAsync(CancellationToken cancellationToken)
    {
        var head = await HeadAsync(cancellationToken);
        if (head is null) db.Heads.Add(head = new RegistryHead());
        head.Count();
        return head;
    }

    /// <summary>Writes a change that was checked, with its events and all that is worked out from it; inside its transaction.</summary>
    internal async Task WriteAsync(
        RegistryChange change, Derived derived, RegistryHead head, DateOnly effectiveOn, CancellationToken cancellationToken)
    {
        foreach (var unit in change.Touched.Select(change.Book.Find).OfType<ReportingUnit>()) unit.TouchBy(head.Changes);
        foreach (var portion in derived.ClosureOf.Chunk(UnitsPerEvent)) db.Publish(new UnitsChanged(Ids.New(), portion, effectiveOn));
        db.HandOvers.AddRange(change.HandOvers);

        // Units first that others are placed under.
        await InsertFoundedAsync(change.Book.Founded, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.BulkInsertAsync(change.Records, cancellationToken);
        await db.BulkInsertAsync(change.Records.SelectMany(record => record.Transfers), cancellationToken);
        await derivation.WriteAsync(derived, cancellationToken);
    }

    /// <summary>The head as this scope saw it first; null before the first change of all.</summary>
    private async Task<RegistryHead?> HeadAsync(CancellationToken cancellationToken) =>
        db.Heads.Local.FirstOrDefault() ?? await db.Heads.SingleOrDefaultAsync(cancellationToken);

    private async Task InsertFoundedAsync(IReadOnlyList<ReportingUnit> founded, CancellationToken cancellationToken)
    {
        if (founded.Count == 0) return;
        await db.BulkInsertAsync(founded, cancellationToken);
        await db.BulkInsertAsync(founded.SelectMany(unit => unit.Names), cancellationToken);
        await db.BulkInsertAsync(founded.SelectMany(unit => unit.Codes), cancellationToken);
        await db.BulkInsertAsync(founded.SelectMany(unit => unit.Kinds), cancellationToken);
        await db.BulkInsertAsync(founded.SelectMany(unit => unit.Placements), cancellationToken);
    }
}
