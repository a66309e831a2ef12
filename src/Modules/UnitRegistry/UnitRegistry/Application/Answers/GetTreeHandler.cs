using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Answers;

internal sealed class GetTreeHandler(IUnitRegistryDb db) : IQueryHandler<GetTree, IReadOnlyList<UnitSummary>>
{
    public async Task<IReadOnlyList<UnitSummary>> Handle(GetTree request, CancellationToken cancellationToken)
    {
        var states = await db.States.AsNoTracking().On(request.AsOf).OrderBy(state => state.Sort).ThenBy(state => state.Code)
            .ToListAsync(cancellationToken);
        return [.. InOrder(states, state => request.Relation == UnitRelation.LiesIn ? state.LiesInId : state.ReportsToId)
            .Select(UnitAnswers.ToSummary)];
    }

    /// <summary>Parents before children, siblings by name; a unit whose parent does not exist then is a root.</summary>
    private static List<UnitState> InOrder(List<UnitState> states, Func<UnitState, Guid?> parentOf)
    {
        var present = states.Select(state => state.UnitId).ToHashSet();
        var children = states.ToLookup(state => parentOf(state) is { } parentId && present.Contains(parentId) ? parentId : Guid.Empty);
        var inOrder = new List<UnitState>(states.Count);
        var open = new Stack<UnitState>(children[Guid.Empty].Reverse());
        while (open.TryPop(out var state))
        {
            inOrder.Add(state);
            foreach (var child in children[state.UnitId].Reverse()) open.Push(child);
        }

        return inOrder;
    }
}
