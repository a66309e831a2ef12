using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Answers;

/// <summary>Reads what lineage is worked out from.</summary>
internal sealed class LineageReader(IUnitRegistryDb db)
{
    /// <summary>For all units: three narrow tables, once. For roll-ups, not for pages.</summary>
    internal async Task<Lineage> ReadAsync(CancellationToken cancellationToken)
    {
        var lives = await db.Units.AsNoTracking().Select(unit => new { unit.Id, unit.FoundedOn, unit.ClosedOn }).ToListAsync(cancellationToken);
        var transfers = await db.Transfers.AsNoTracking().Where(transfer => transfer.AnnulledAt == null).ToListAsync(cancellationToken);
        var placements = await db.Placements.AsNoTracking()
            .Where(place => place.SupersededAt == null && place.Relation == UnitRelation.LiesIn).ToListAsync(cancellationToken);
        return new Lineage(lives.ToDictionary(unit => unit.Id, unit => new Validity(unit.FoundedOn, unit.ClosedOn)), transfers, placements);
    }

    /// <summary>
    /// For a few units. Only units with a record of where they went carry lineage, a few thousand in a country; a unit without one follows
    /// them through the units around it. Schools, the many, are left where they are.
    /// </summary>
    internal async Task<KnownLineage> ReadForAsync(IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken)
    {
        var transfers = await db.Transfers.AsNoTracking().Where(transfer => transfer.AnnulledAt == null).ToListAsync(cancellationToken);
        var wanted = transfers.SelectMany(transfer => new[] { transfer.FromUnitId, transfer.ToUnitId }).Concat(unitIds).ToHashSet();
        var placements = new List<Placement>();
        var lives = new Dictionary<Guid, Validity>();
        var next = wanted.ToList();
        while (next.Count > 0)
        {
            var found = new List<Placement>();
            foreach (var portion in next.Chunk(Registrar.Portion))
            {
                found.AddRange(await db.Placements.AsNoTracking()
                    .Where(place => portion.Contains(place.UnitId) && place.SupersededAt == null && place.Relation == UnitRelation.LiesIn)
                    .ToListAsync(cancellationToken));
                foreach (var unit in await db.Units.AsNoTracking().Where(unit => portion.Contains(unit.Id))
                    .Select(unit => new { unit.Id, unit.FoundedOn, unit.ClosedOn }).ToListAsync(cancellationToken))
                    lives[unit.Id] = new Validity(unit.FoundedOn, unit.ClosedOn);
            }

            placements.AddRange(found);
            next = [.. found.Select(place => place.ParentId).Where(wanted.Add)];
        }

        return new KnownLineage(new Lineage(lives, transfers, placements), transfers, lives);
    }
}

/// <summary>The lineage of a few units, and what it was read from.</summary>
internal sealed record KnownLineage(Lineage Lineage, IReadOnlyCollection<Transfer> Transfers, IReadOnlyDictionary<Guid, Validity> Lives);
