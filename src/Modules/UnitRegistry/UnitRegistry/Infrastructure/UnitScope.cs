using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Application;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Infrastructure;

/// <summary>Answers scope from the closure along <c>reports to</c>: a high school in a ward is not in that ward's scope.</summary>
internal sealed class UnitScope(IUnitRegistryDb db) : IUnitScope
{
    public Task<bool> CoversAsync(IReadOnlyCollection<Guid> roots, Guid unitId, DateOnly on, CancellationToken cancellationToken) =>
        db.Closures.AsNoTracking().AnyAsync(
            row => row.UnitId == unitId && row.Relation == UnitRelation.ReportsTo && roots.Contains(row.AncestorId)
                && row.ValidFrom <= on && (row.ValidTo == null || row.ValidTo >= on),
            cancellationToken);
}
