using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>Committee coverage on a day, area by area: the areas right below one, or below the only root.</summary>
internal sealed record ReadCoverageByArea(DateOnly AsOf, Guid? UnderId, int PageNumber) : IQuery<Result<AreaCoverageView>>
{
    internal const int PageSize = 50;
}

/// <summary>Coverage by area.</summary>
/// <param name="Path">The way to the area looked into, root first; empty where several roots stand side by side.</param>
/// <param name="Whole">Coverage of all of it, a group a line.</param>
/// <param name="Areas">The areas of the page.</param>
/// <param name="Total">How many areas there are.</param>
internal sealed record AreaCoverageView(
    IReadOnlyList<UnitSummary> Path, IReadOnlyList<CommitteeCoverage> Whole, IReadOnlyList<AreaCoverage> Areas, int Total);

/// <summary>Coverage of one area.</summary>
/// <param name="Area">The area.</param>
/// <param name="HasAreas">Whether there are areas in it.</param>
/// <param name="Groups">Its groups; one that the area has no units of is left out.</param>
internal sealed record AreaCoverage(UnitSummary Area, bool HasAreas, IReadOnlyList<CommitteeCoverage> Groups);

internal sealed class ReadCoverageByAreaHandler(IUnitRegistryDb db, ISender sender, Guardian guardian)
    : IQueryHandler<ReadCoverageByArea, Result<AreaCoverageView>>
{
    public async Task<Result<AreaCoverageView>> Handle(ReadCoverageByArea request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        var day = request.AsOf;
        var underId = request.UnderId ?? await OnlyRootAsync(day, cancellationToken);
        IReadOnlyList<UnitSummary> path = [];
        if (underId is not null)
        {
            var branch = await sender.Send(new ReadBranch(new Branch(day, UnitRelation.LiesIn, underId), 1), cancellationToken);
            if (!branch.Succeeded) return UnitRegistryFailures.RootNotFound.On("under");
            path = branch.Value.Path;
        }

        var types = TerritoryTypes.All;
        var all = db.States.AsNoTracking().On(day).Where(state => state.LiesInId == underId && types.Contains(state.Type));
        var total = await all.CountAsync(cancellationToken);
        var skip = (int)Math.Clamp((request.PageNumber - 1) * (long)ReadCoverageByArea.PageSize, 0, int.MaxValue);
        var areas = await all.OrderBy(state => state.Sort).ThenBy(state => state.Code).Skip(skip).Take(ReadCoverageByArea.PageSize).ToListAsync(cancellationToken);
        var groups = await GroupsAsync(day, [.. areas.Select(area => area.UnitId)], cancellationToken);
        var withAreas = await WithAreasAsync(day, [.. areas.Select(area => (Guid?)area.UnitId)], cancellationToken);
        return new AreaCoverageView(
            path, await sender.Send(new GetCommitteeCoverage(day, underId), cancellationToken),
            [.. areas.Select(area => new AreaCoverage(area.ToSummary(), withAreas.Contains(area.UnitId), groups(area.UnitId)))], total);
    }

    private async Task<Guid?> OnlyRootAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var types = TerritoryTypes.All;
        var roots = await db.States.AsNoTracking().On(day).Where(state => state.LiesInId == null && types.Contains(state.Type))
            .OrderBy(state => state.Code).Select(state => state.UnitId).Take(2).ToListAsync(cancellationToken);
        return roots is [var only] ? only : null;
    }

    private async Task<HashSet<Guid>> WithAreasAsync(DateOnly day, Guid?[] areaIds, CancellationToken cancellationToken)
    {
        var types = TerritoryTypes.All;
        return [.. await db.States.AsNoTracking().On(day).Where(state => areaIds.Contains(state.LiesInId) && types.Contains(state.Type))
            .Select(state => state.LiesInId!.Value).Distinct().ToListAsync(cancellationToken)];
    }

    private async Task<Func<Guid, IReadOnlyList<CommitteeCoverage>>> GroupsAsync(DateOnly day, Guid[] areaIds, CancellationToken cancellationToken)
    {
        var types = CommitteeGroups.Types;
        var counts = (await (
            from row in db.Closures.AsNoTracking()
            where areaIds.Contains(row.AncestorId) && row.Relation == UnitRelation.LiesIn
                && row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo >= day)
            join state in db.States.AsNoTracking() on row.UnitId equals state.UnitId
            where state.ValidFrom <= day && (state.ValidTo == null || state.ValidTo >= day) && types.Contains(state.Type)
            select new
            {
                row.AncestorId,
                state.Type,
                Has = db.Committees.Any(committee => committee.UnitId == state.UnitId && committee.SupersededAt == null
                    && committee.ValidFrom <= day && (committee.ValidTo == null || committee.ValidTo >= day)),
            })
            .GroupBy(unit => new { unit.AncestorId, unit.Type, unit.Has })
            .Select(group => new { group.Key.AncestorId, group.Key.Type, group.Key.Has, Count = group.Count() })
            .ToListAsync(cancellationToken)).ToLookup(count => count.AncestorId);
        return areaId => [.. CommitteeGroups.All
            .Select(group => new CommitteeCoverage(
                group.Name,
                counts[areaId].Where(count => count.Has && group.Types.Contains(count.Type)).Sum(count => count.Count),
                counts[areaId].Where(count => group.Types.Contains(count.Type)).Sum(count => count.Count)))
            .Where(coverage => coverage.Expected > 0)];
    }
}
