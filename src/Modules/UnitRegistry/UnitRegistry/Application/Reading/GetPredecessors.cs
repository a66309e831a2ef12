using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>The units that went, whole or in part, into a unit, as decisions say it: each with how much of it did.</summary>
internal sealed record GetPredecessors(Guid UnitId) : IQuery<Result<IReadOnlyList<UnitLineageLink>>>;

internal sealed class GetPredecessorsHandler(IUnitRegistryDb db, Guardian guardian)
    : IQueryHandler<GetPredecessors, Result<IReadOnlyList<UnitLineageLink>>>
{
    public async Task<Result<IReadOnlyList<UnitLineageLink>>> Handle(GetPredecessors request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        var transfers = await db.Transfers.AsNoTracking()
            .Where(transfer => transfer.ToUnitId == request.UnitId && transfer.FromUnitId != request.UnitId && transfer.AnnulledAt == null).ToListAsync(cancellationToken);
        var states = await StatesAsync(transfers.Select(transfer => transfer.FromUnitId), cancellationToken);
        var before = transfers.ToDictionary(
            transfer => transfer, transfer => UnitAnswers.Nearest(states[transfer.FromUnitId], Validity.DayBefore(transfer.EffectiveOn)));
        var parents = await StatesAsync(before.Values.Select(state => state.LiesInId).OfType<Guid>(), cancellationToken);
        return before.OrderBy(pair => pair.Key.EffectiveOn)
            .ThenBy(pair => pair.Value.Sort, StringComparer.Ordinal).ThenBy(pair => pair.Value.Code, StringComparer.Ordinal)
            .Select(pair => new UnitLineageLink(
                Named(pair.Value), pair.Value.Type, pair.Value.Code,
                pair.Value.LiesInId is { } parentId ? Named(UnitAnswers.Nearest(parents[parentId], Validity.DayBefore(pair.Key.EffectiveOn))) : null,
                pair.Key.Extent, pair.Key.Share))
            .ToList();
    }

    private async Task<ILookup<Guid, UnitState>> StatesAsync(IEnumerable<Guid> unitIds, CancellationToken cancellationToken)
    {
        var states = new List<UnitState>();
        foreach (var portion in unitIds.Distinct().Chunk(Registrar.Portion))
            states.AddRange(await db.States.AsNoTracking().Where(state => portion.Contains(state.UnitId)).ToListAsync(cancellationToken));
        return states.ToLookup(state => state.UnitId);
    }

    private static NamedUnit Named(UnitState state) => new(state.UnitId, new LocalText(state.NameVi, state.NameEn));
}
