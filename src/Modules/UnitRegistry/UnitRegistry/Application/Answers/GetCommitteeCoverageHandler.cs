using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Answers;

internal sealed class GetCommitteeCoverageHandler(IUnitRegistryDb db) : IQueryHandler<GetCommitteeCoverage, IReadOnlyList<CommitteeCoverage>>
{
    public async Task<IReadOnlyList<CommitteeCoverage>> Handle(GetCommitteeCoverage request, CancellationToken cancellationToken)
    {
        var day = request.AsOf;
        var types = CommitteeGroups.Types;
        var states = db.States.AsNoTracking().On(day).Where(state => types.Contains(state.Type));
        if (request.RootId is { } rootId)
        {
            states = states.Where(state => db.Closures.Any(row =>
                row.UnitId == state.UnitId && row.AncestorId == rootId && row.Relation == UnitRelation.LiesIn
                && row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo >= day)));
        }

        var counts = await states
            .Select(state => new
            {
                state.Type,
                Has = db.Committees.Any(committee => committee.UnitId == state.UnitId && committee.SupersededAt == null
                    && committee.ValidFrom <= day && (committee.ValidTo == null || committee.ValidTo >= day)),
            })
            .GroupBy(unit => new { unit.Type, unit.Has })
            .Select(group => new { group.Key.Type, group.Key.Has, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return [.. CommitteeGroups.All
            .Select(group => new CommitteeCoverage(
                group.Name,
                counts.Where(count => count.Has && group.Types.Contains(count.Type)).Sum(count => count.Count),
                counts.Where(count => group.Types.Contains(count.Type)).Sum(count => count.Count)))
            .Where(coverage => coverage.Expected > 0)];
    }
}
