using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>All that led to a unit and all that it led to over a span, step by step, with shares multiplied along the ways.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="From">The span begins with this day; null for all that is known.</param>
/// <param name="To">The span ends with this day.</param>
internal sealed record GetLineageSteps(Guid UnitId, DateOnly? From, DateOnly To) : IQuery<Result<UnitLineageSteps>>;

/// <summary>A unit's way through time.</summary>
/// <param name="UnitId">The unit asked for.</param>
/// <param name="From">First day looked at; null for all that is known.</param>
/// <param name="To">Last day looked at.</param>
/// <param name="Units">The unit (step 0), its predecessors (negative steps) and its successors (positive steps).</param>
/// <param name="Steps">What went from which unit into which.</param>
internal sealed record UnitLineageSteps(
    Guid UnitId, DateOnly? From, DateOnly To, IReadOnlyList<LineageUnit> Units, IReadOnlyList<LineageStep> Steps);

/// <summary>A unit on the way.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Code">Its code on its last day before, or first day after.</param>
/// <param name="Name">Its name then.</param>
/// <param name="Type">What it is then.</param>
/// <param name="LiesIn">What it lies in then.</param>
/// <param name="Step">How many steps before (negative) or after the unit asked for.</param>
/// <param name="On">The day of the step that leads to it, or from it.</param>
/// <param name="Extent">How much of the unit asked for went into it (after), or how much of it went into the unit asked for (before).</param>
/// <param name="Share">The share, multiplied along all ways; null where one on the way is not known.</param>
internal sealed record LineageUnit(
    Guid Id, string Code, LocalText Name, UnitType Type, NamedUnit? LiesIn, int Step, DateOnly On, TransferExtent Extent, decimal? Share);

internal sealed class GetLineageStepsHandler(IUnitRegistryDb db, LineageReader reader, Guardian guardian)
    : IQueryHandler<GetLineageSteps, Result<UnitLineageSteps>>
{
    public async Task<Result<UnitLineageSteps>> Handle(GetLineageSteps request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        var known = await reader.ReadForAsync([request.UnitId], cancellationToken);
        if (!known.Lives.TryGetValue(request.UnitId, out var life)) return UnitRegistryFailures.UnitNotFound;
        var span = new Validity(request.From ?? DateOnly.MinValue, request.To);
        var found = LineageSteps.Of(known.Lineage, known.Transfers, request.UnitId, life, span);
        var states = await StatesAsync(found.Nodes.Select(node => node.UnitId), cancellationToken);
        var shown = found.Nodes.Where(node => states.Contains(node.UnitId))
            .ToDictionary(node => node, node => UnitAnswers.Nearest(states[node.UnitId], DayOf(node)));
        var parents = await StatesAsync(shown.Values.Select(state => state.LiesInId).OfType<Guid>(), cancellationToken);
        return new UnitLineageSteps(
            request.UnitId, request.From, request.To,
            [.. shown.OrderBy(pair => pair.Key.Step).ThenBy(pair => pair.Value.Sort, StringComparer.Ordinal).ThenBy(pair => pair.Value.Code, StringComparer.Ordinal)
                .Select(pair => new LineageUnit(
                    pair.Key.UnitId, pair.Value.Code, new LocalText(pair.Value.NameVi, pair.Value.NameEn), pair.Value.Type,
                    Parent(pair.Value, parents, DayOf(pair.Key)), pair.Key.Step, pair.Key.On, pair.Key.Extent, pair.Key.Share))],
            [.. found.Steps.OrderBy(step => step.On)]);
    }

    /// <summary>Predecessors as they were on the eve, successors as they became.</summary>
    private static DateOnly DayOf(LineageNode node) => node.Step < 0 ? Validity.DayBefore(node.On) : node.On;

    private static NamedUnit? Parent(UnitState state, ILookup<Guid, UnitState> parents, DateOnly day)
    {
        if (state.LiesInId is not { } parentId || !parents.Contains(parentId)) return null;
        var parent = UnitAnswers.Nearest(parents[parentId], day);
        return new NamedUnit(parentId, new LocalText(parent.NameVi, parent.NameEn));
    }

    private async Task<ILookup<Guid, UnitState>> StatesAsync(IEnumerable<Guid> unitIds, CancellationToken cancellationToken)
    {
        var states = new List<UnitState>();
        foreach (var portion in unitIds.Distinct().Chunk(Registrar.Portion))
            states.AddRange(await db.States.AsNoTracking().Where(state => portion.Contains(state.UnitId)).ToListAsync(cancellationToken));
        return states.ToLookup(state => state.UnitId);
    }
}
