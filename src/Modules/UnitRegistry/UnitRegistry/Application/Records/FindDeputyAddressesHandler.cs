using LearningCity.BuildingBlocks.Messaging;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Records;

/// <summary>Answers the modules that escalate.</summary>
internal sealed class FindDeputyAddressesHandler(IUnitRegistryDb db) : IQueryHandler<FindDeputyAddresses, IReadOnlyDictionary<Guid, string>>
{
    private const int AtOnce = 500;

    public async Task<IReadOnlyDictionary<Guid, string>> Handle(FindDeputyAddresses request, CancellationToken cancellationToken)
    {
        var addresses = new Dictionary<Guid, string>();
        foreach (var some in request.UnitIds.Distinct().Chunk(AtOnce))
        {
            var deputies = await db.FocalPoints.AsNoTracking()
                .Where(point => some.Contains(point.UnitId) && point.Rank == FocalPointRank.Deputy && point.Email != null
                    && point.ValidFrom <= request.On && (point.ValidTo == null || point.ValidTo >= request.On))
                .Select(point => new { point.UnitId, point.Email }).ToListAsync(cancellationToken);
            foreach (var deputy in deputies) addresses[deputy.UnitId] = deputy.Email!;
        }

        return addresses;
    }
}
