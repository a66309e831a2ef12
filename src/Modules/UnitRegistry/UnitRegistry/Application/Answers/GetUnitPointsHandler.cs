using LearningCity.BuildingBlocks.Messaging;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Answers;

internal sealed class GetUnitPointsHandler(IUnitRegistryDb db) : IQueryHandler<GetUnitPoints, IReadOnlyList<UnitPoint>>
{
    public async Task<IReadOnlyList<UnitPoint>> Handle(GetUnitPoints request, CancellationToken cancellationToken)
    {
        var day = request.AsOf;
        return await db.Units.AsNoTracking()
            .Where(unit => unit.Latitude != null && unit.Longitude != null && unit.FoundedOn <= day && (unit.ClosedOn == null || unit.ClosedOn >= day))
            .Select(unit => new UnitPoint(unit.Id, unit.Latitude!.Value, unit.Longitude!.Value, unit.AreaKm2))
            .ToListAsync(cancellationToken);
    }
}
