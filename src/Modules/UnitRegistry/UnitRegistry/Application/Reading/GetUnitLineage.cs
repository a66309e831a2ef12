using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>Where a unit went between two days, or came from: forward if the second day is later, back if it is earlier.</summary>
internal sealed record GetUnitLineage(Guid UnitId, DateOnly From, DateOnly To) : IQuery<Result<UnitLineage>>;

/// <summary>A unit and what it became, or what it came from.</summary>
internal sealed record UnitLineage(NamedUnit Unit, DateOnly From, DateOnly To, IReadOnlyList<UnitLineageLink> Links);

/// <summary>One unit of the other day.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Type">What it is on that day.</param>
/// <param name="Code">Its code on that day.</param>
/// <param name="LiesIn">What it lies in on that day.</param>
/// <param name="Extent">How much of the unit asked for.</param>
/// <param name="Share">Recorded share; null where none is known.</param>
internal sealed record UnitLineageLink(NamedUnit Unit, UnitType Type, string Code, NamedUnit? LiesIn, TransferExtent Extent, decimal? Share);

internal sealed class GetUnitLineageHandler(IUnitRegistryDb db, LineageReader reader, Guardian guardian)
    : IQueryHandler<GetUnitLineage, Result<UnitLineage>>
{
    public async Task<Result<UnitLineage>> Handle(GetUnitLineage request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        var own = await db.States.AsNoTracking().Where(state => state.UnitId == request.UnitId).ToListAsync(cancellationToken);
        if (own.Count == 0) return UnitRegistryFailures.UnitNotFound;
        var known = await reader.ReadForAsync([request.UnitId], cancellationToken);
        var links = known.Lineage.Of(request.UnitId, request.From, request.To).ToList();
        var ids = links.Select(link => link.ToUnitId).ToArray();
        var states = await db.States.AsNoTracking().On(request.To).Where(state => ids.Contains(state.UnitId))
            .ToDictionaryAsync(state => state.UnitId, cancellationToken);
        var parentIds = states.Values.Select(state => state.LiesInId).OfType<Guid>().Distinct().ToArray();
        var parents = await db.States.AsNoTracking().On(request.To).Where(state => parentIds.Contains(state.UnitId))
            .ToDictionaryAsync(state => state.UnitId, Named, cancellationToken);
        return new UnitLineage(
            Named(UnitAnswers.Nearest(own, request.From)), request.From, request.To,
            [.. links.Where(link => states.ContainsKey(link.ToUnitId)).Select(link => (Link: link, State: states[link.ToUnitId]))
                .OrderBy(pair => pair.State.Sort, StringComparer.Ordinal).ThenBy(pair => pair.State.Code, StringComparer.Ordinal)
                .Select(pair => new UnitLineageLink(
                    Named(pair.State), pair.State.Type, pair.State.Code,
                    pair.State.LiesInId is { } parentId ? parents.GetValueOrDefault(parentId) : null, pair.Link.Extent, pair.Link.Share))]);
    }

    private static NamedUnit Named(UnitState state) => new(state.UnitId, new LocalText(state.NameVi, state.NameEn));
}
