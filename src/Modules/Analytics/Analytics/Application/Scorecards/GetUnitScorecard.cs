using LearningCity.Analytics.Application.Boards;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Figures;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Scorecards;

/// <summary>The scorecards of one unit with what its page shows around them: its figures through the periods, and the types of units below it.</summary>
/// <param name="Period">Code of the period; the newest one that has opened where none is named.</param>
/// <param name="UnitId">The unit; what the caller may see where none is named.</param>
/// <param name="TreeDate">The date whose territory the figures are read on; the period's own reference date where none is named.</param>
/// <param name="Edition">Live figures, or those of an edition.</param>
internal sealed record GetUnitScorecard(string? Period, Guid? UnitId, DateOnly? TreeDate, EditionChoice Edition = default) : IQuery<Result<UnitScorecard>>;

/// <summary>The page of a unit's scorecards.</summary>
/// <param name="Context">Period, edition, tree, relation.</param>
/// <param name="Period">The period.</param>
/// <param name="Unit">The unit.</param>
/// <param name="AllPeriods">Codes of all periods that have opened, oldest first.</param>
/// <param name="History">By indicator: its values up to the period, oldest first; null where there is none.</param>
/// <param name="TypesBelow">Types of units at and below it that have scorecards of their own, with how many there are.</param>
/// <param name="Cards">The scorecards.</param>
internal sealed record UnitScorecard(
    FigureContext Context, Period Period, UnitSummary Unit, IReadOnlyList<string> AllPeriods, IReadOnlyDictionary<Guid, IReadOnlyList<decimal?>> History,
    IReadOnlyList<(UnitType Type, int Count)> TypesBelow, IReadOnlyList<Scorecard> Cards);

internal sealed class GetUnitScorecardHandler(IAnalyticsDb db, EditionFrames editions, AreaHistories histories, ISender sender)
    : IQueryHandler<GetUnitScorecard, Result<UnitScorecard>>
{
    public async Task<Result<UnitScorecard>> Handle(GetUnitScorecard request, CancellationToken cancellationToken)
    {
        var opened = await db.Periods.AsNoTracking().OrderBy(period => period.TreeDate).ToListAsync(cancellationToken);
        var at = request.Period is null ? opened.Count - 1 : opened.FindIndex(period => period.PeriodCode == request.Period);
        if (at < 0) return AnalyticsFailures.PeriodNotFound.On("period", request.Period ?? "");

        // It checks who may read; what follows is about the same unit.
        var scored = await sender.Send(
            new GetScorecards(opened[at].PeriodCode, request.UnitId, null, null, null, UnitRelation.LiesIn, request.TreeDate, null, null, request.Edition),
            cancellationToken);
        if (!scored.Succeeded) return scored.WithoutValue();
        var found = await editions.FindAsync(opened[at].PeriodCode, request.Edition, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        if (scored.Value.Items.Count == 0) return AnalyticsFailures.UnitNotInTree.On("unitId", scored.Value.Context.TreeDate);
        var unitId = scored.Value.Items[0].UnitId;
        var past = await histories.ReadAsync([.. opened.Take(at + 1)], found.Value, unitId, request.TreeDate, cancellationToken);
        var frame = past.Now.Frame;
        return new UnitScorecard(
            scored.Value.Context, frame.Period, past.Now.UnitOf(unitId), [.. opened.Select(period => period.PeriodCode)],
            frame.Indicators.ToDictionary(
                indicator => indicator.Id,
                IReadOnlyList<decimal?> (indicator) => [.. past.Periods.Select(states => AreaHistory.Find(states, indicator.Id)?.Value)]),
            TypesBelow(frame, unitId), scored.Value.Items);
    }

    private static IReadOnlyList<(UnitType Type, int Count)> TypesBelow(Rollups.PeriodFrame frame, Guid unitId)
    {
        var place = frame.Rollup.UnitOf(unitId);
        if (place < 0) return [];
        return [.. frame.Rollup.Territory.Subtree(place).ToArray().Where(unit => unit != place && !frame.Rollup.Owed(unit).IsEmpty)
            .CountBy(unit => frame.Units[unit].Type).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
    }
}
