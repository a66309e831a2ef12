using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Text;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Timing;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Asks catalogue and registry about a period's reference date and works out who owes what: for opening, and for its preview.</summary>
internal sealed class ObligationSource(IReportingPeriodsDb db, ISender sender)
{
    /// <summary>What each unit owes; a refusal where nothing is assigned or no version is in force.</summary>
    internal async Task<Result<IReadOnlyList<PlannedObligation>>> PlanAsync(ReportingPeriod period, CancellationToken cancellationToken)
    {
        var on = period.WindowTo;
        var assignments = (await AssignmentsAsync(period.CycleId, on, cancellationToken)).ToList();
        if (assignments.Count == 0) return PeriodFailures.NothingAssigned.With(period.Code, on);
        var sets = new Dictionary<string, SetInForce>(StringComparer.Ordinal);
        foreach (var setCode in assignments.Select(assignment => assignment.SetCode).Distinct(StringComparer.Ordinal))
        {
            var version = await sender.Send(new FindCriteriaSetVersion(setCode, on), cancellationToken);
            if (version is null) return PeriodFailures.NoVersionInForce.With(setCode, on);
            sets.Add(setCode, new SetInForce(
                setCode, version.VersionId,
                [
                    .. version.Indicators
                        .Where(i => !i.IsGivenBySeries && IndicatorCalendar.AskedFor(i.Frequency, i.Window, new DateSpan(period.WindowFrom, on)) is not null)
                        .Select(i => new OwedIndicator(i.Id, i.Code, i.ReporterTypes)),
                ]));
        }

        var groups = assignments.Exists(assignment => assignment.GroupIds.Count > 0)
            ? (await sender.Send(new ListUnitGroups(on), cancellationToken)).ToDictionary(group => group.Id, group => group.UnitIds)
            : null;
        var planned = LinkedCells.LeaveOut(
            ObligationPlanner.Plan(await UnitsAsync(on, cancellationToken), assignments, sets, groups), await LinksAsync(sets.Values, on, cancellationToken));
        return planned.Count == 0 ? PeriodFailures.NobodyOwes.With(period.Code) : Of(planned);
    }

    /// <summary>What answers an indicator whole. A part says too little: its target is owed, and its unit's own value counts.</summary>
    private async Task<IReadOnlyList<WholeLink>> LinksAsync(IEnumerable<SetInForce> sets, DateOnly on, CancellationToken cancellationToken)
    {
        var links = new List<WholeLink>();
        foreach (var set in sets)
        {
            links.AddRange((await sender.Send(new ListCrosswalksInForce(set.VersionId, on), cancellationToken))
                .Where(link => link.Kind != CrosswalkKind.Part)
                .Select(link => new WholeLink(link.TargetId, [.. link.Sources.Select(source => source.Id)])));
        }

        return links;
    }

    /// <summary>The units of a reference date, parents before children.</summary>
    internal async Task<IReadOnlyList<PlannedUnit>> UnitsAsync(DateOnly on, CancellationToken cancellationToken) =>
    [
        .. (await sender.Send(new GetTree(on, UnitRelation.ReportsTo), cancellationToken)).Select(unit => new PlannedUnit(
            unit.Id, SnakeCase.Of(unit.Type), unit.ReportsToId, VietnameseOrder.Key(unit.Name.Vi), unit.Code)),
    ];

    /// <summary>The assignments of a cycle that hold on a reference date, the earlier first.</summary>
    internal async Task<IEnumerable<Assignment>> AssignmentsAsync(Guid cycleId, DateOnly on, CancellationToken cancellationToken) =>
        (await db.Assignments.AsNoTracking().Where(a => a.CycleId == cycleId).ToListAsync(cancellationToken))
        .Where(assignment => assignment.HoldsOn(on))
        .OrderBy(assignment => assignment.ValidFrom).ThenBy(assignment => assignment.Code, StringComparer.Ordinal);

    /// <summary>An interface has no implicit conversion to a result.</summary>
    private static Result<IReadOnlyList<PlannedObligation>> Of(IReadOnlyList<PlannedObligation> planned) =>
        (Result<IReadOnlyList<PlannedObligation>>)planned.ToList();
}
