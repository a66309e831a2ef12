using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application;

/// <summary>Finds the units that a reorganisation changed, from what it left in their facts.</summary>
internal static class TouchedUnits
{
    internal static async Task<IReadOnlyCollection<Guid>> TouchedByAsync(this IUnitRegistryDb db, Guid reorganisationId, CancellationToken cancellationToken)
    {
        var touched = new HashSet<Guid>();
        touched.UnionWith(await db.Names.Where(fact => fact.ReorganisationId == reorganisationId || fact.SupersededById == reorganisationId)
            .Select(fact => fact.UnitId).ToListAsync(cancellationToken));
        touched.UnionWith(await db.Codes.Where(fact => fact.ReorganisationId == reorganisationId || fact.SupersededById == reorganisationId)
            .Select(fact => fact.UnitId).ToListAsync(cancellationToken));
        touched.UnionWith(await db.Kinds.Where(fact => fact.ReorganisationId == reorganisationId || fact.SupersededById == reorganisationId)
            .Select(fact => fact.UnitId).ToListAsync(cancellationToken));
        touched.UnionWith(await db.Placements.Where(fact => fact.ReorganisationId == reorganisationId || fact.SupersededById == reorganisationId)
            .Select(fact => fact.UnitId).ToListAsync(cancellationToken));
        return touched;
    }
}
