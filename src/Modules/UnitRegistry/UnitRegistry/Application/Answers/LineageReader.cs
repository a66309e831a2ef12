using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Answers;

/// <summary>Reads what lineage is worked out from: three narrow tables, once.</summary>
internal sealed class LineageReader(IUnitRegistryDb db)
{
    internal async Task<Lineage> ReadAsync(CancellationToken cancellationToken)
    {
        var lives = await db.Units.AsNoTracking().Select(unit => new { unit.Id, unit.FoundedOn, unit.ClosedOn }).ToListAsync(cancellationToken);
        var transfers = await db.Transfers.AsNoTracking().Where(transfer => transfer.AnnulledAt == null).ToListAsync(cancellationToken);
        var placements = await db.Placements.AsNoTracking()
            .Where(place => place.SupersededAt == null && place.Relation == UnitRelation.LiesIn).ToListAsync(cancellationToken);
        return new Lineage(lives.ToDictionary(unit => unit.Id, unit => new Validity(unit.FoundedOn, unit.ClosedOn)), transfers, placements);
    }
}
