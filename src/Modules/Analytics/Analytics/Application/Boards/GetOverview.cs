using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Time;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Boards;

/// <summary>Everything that the dashboard and the briefing say about a period.</summary>
/// <param name="Period">Code of the period; the newest one that has opened where none is named.</param>
/// <param name="UnitId">The area; what the caller may see where none is named.</param>
/// <param name="TreeDate">The day whose committees are counted; where none is named the period's reference date, or today while that is to come.</param>
internal sealed record GetOverview(string? Period, Guid? UnitId, DateOnly? TreeDate) : IQuery<Result<Overview>>;

/// <summary>The state of a period in one area.</summary>
/// <param name="Context">Period, edition, tree, relation.</param>
/// <param name="Period">The period.</param>
/// <param name="Area">The area that all figures are about.</param>
/// <param name="Previous">The period that changes are counted from; null for the first.</param>
/// <param name="PreviousIsOtherArea">Whether that period speaks of another area, so that no change is told.</param>
/// <param name="Periods">Codes of the periods of <see cref="IndicatorLine.History"/>, oldest first.</param>
/// <param name="AllPeriods">Codes of all periods that have opened, oldest first.</param>
/// <param name="Lines">All indicators, in the order of their sets.</param>
/// <param name="Counts">How many reports stand where.</param>
/// <param name="ByType">The same by type of unit.</param>
/// <param name="ByArea">The same by units of the territory directly below.</param>
/// <param name="Points">Where those lie, as far as it is known.</param>
/// <param name="Committees">Steering committees on the tree date.</param>
/// <param name="CommitteesOn">That date.</param>
/// <param name="Origin">What the criteria set is.</param>
internal sealed record Overview(
    FigureContext Context, Period Period, UnitSummary Area, Period? Previous, bool PreviousIsOtherArea, IReadOnlyList<string> Periods,
    IReadOnlyList<string> AllPeriods, IReadOnlyList<IndicatorLine> Lines, StandingCounts Counts, IReadOnlyList<CompletenessRow> ByType,
    IReadOnlyList<CompletenessRow> ByArea, IReadOnlyDictionary<Guid, UnitPoint> Points, IReadOnlyList<CommitteeCoverage> Committees, DateOnly CommitteesOn, CriteriaSetOrigin Origin)
{
    /// <summary>Content areas with their indicators, in order.</summary>
    internal IEnumerable<(CriteriaNode Area, IReadOnlyList<IndicatorLine> Lines)> ContentAreas() => Lines
        .GroupBy(line => line.ContentArea)
        .Select(group => (group.Key, (IReadOnlyList<IndicatorLine>)[.. group]));

    /// <summary>Headline figures: those with a target, by turns from each content area, one of each standard before a second one.</summary>
    internal IReadOnlyList<IndicatorLine> Headlines(int most) =>
        [.. Lines.Where(line => line.Indicator.Target is not null && line.Now.Expected > 0)
            .GroupBy(line => line.ContentArea.Code)
            .SelectMany(area => area
                .GroupBy(line => line.Standard.Code)
                .SelectMany(standard => standard.Select((line, at) => (line, at)))
                .OrderBy(pair => pair.at)
                .Select((pair, turn) => (pair.line, turn)))
            .OrderBy(pair => pair.turn)
            .Take(most).Select(pair => pair.line)
            .OrderBy(line => line.Indicator.Code, StringComparer.Ordinal)];

    /// <summary>What changed most, relative to what it was; nothing that rests on fewer than four fifths of the answers.</summary>
    internal IReadOnlyList<IndicatorLine> LargestChanges(int most) =>
        [.. Lines.Where(line => line.Change is not null and not 0 && line.Now.Expected > 0 && line.Now.Approved * 5 >= line.Now.Expected * 4)
            .OrderByDescending(line => Math.Abs(line.Change!.Value / Math.Max(Math.Abs(line.Before!.Value ?? 0), 1)))
            .Take(most)];
}

/// <summary>One indicator in an overview.</summary>
/// <param name="Indicator">Its definition.</param>
/// <param name="ContentArea">Top node of its tree.</param>
/// <param name="Standard">The node below that.</param>
/// <param name="Now">The figure.</param>
/// <param name="Before">The figure of the period before, where areas are alike.</param>
/// <param name="History">Values of all periods, oldest first; null where there is none.</param>
/// <param name="Breaks">Positions in the history before which the area changed.</param>
internal sealed record IndicatorLine(
    Indicator Indicator, CriteriaNode ContentArea, CriteriaNode Standard, FigureItem Now, FigureItem? Before, IReadOnlyList<decimal?> History,
    IReadOnlyList<int> Breaks)
{
    /// <summary>New minus old; null where one of them is missing.</summary>
    internal decimal? Change => Now.Value - Before?.Value;

    /// <summary>Whether figures are shares, whose change is told in points.</summary>
    internal bool IsShare => Indicator.ValueType is IndicatorValueType.Percent or IndicatorValueType.YesNo or IndicatorValueType.Level;

    /// <summary>How it stands to its target.</summary>
    internal TargetStanding Standing => TargetRule.Judge(Now.Value, Indicator.Target, Indicator.Direction == Direction.Lower);
}

internal sealed class GetOverviewHandler(
    IAnalyticsDb db, PeriodFrames frames, FigureReader reader, StandingReader standings, TraceBook traces, ReadingScope scope, ISender sender,
    TimeProvider clock)
    : IQueryHandler<GetOverview, Result<Overview>>
{
    private const UnitRelation Along = UnitRelation.LiesIn;

    public async Task<Result<Overview>> Handle(GetOverview request, CancellationToken cancellationToken)
    {
        var opened = await db.Periods.AsNoTracking().OrderBy(period => period.TreeDate).ToListAsync(cancellationToken);
        var at = request.Period is null ? opened.Count - 1 : opened.FindIndex(period => period.PeriodCode == request.Period);
        if (at < 0 || await frames.FindAsync(opened[at].PeriodId, opened[at].Stamp, cancellationToken) is not { } frame)
            return AnalyticsFailures.PeriodNotFound.On("period", request.Period ?? "");
        var unitId = request.UnitId ?? scope.DefaultUnit(frame);
        if (frame.Rollup.UnitOf(unitId) < 0) return AnalyticsFailures.UnitNotInTree.On("unitId", frame.TreeDate);
        var allowed = await scope.RequireAsync(frame, unitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;

        var history = new List<UnitStates?>();
        var areas = new List<AreaKey?>();
        foreach (var period in opened.Take(at + 1))
        {
            var then = await frames.FindAsync(period.PeriodId, period.Stamp, cancellationToken);
            var sameUnit = then is null ? (Guid?)null
                : then.Rollup.UnitOf(unitId) >= 0 ? unitId
                : unitId == frame.Units[frame.Home].Id ? then.Units[then.Home].Id : null;
            history.Add(sameUnit is null ? null : await reader.ReadAsync(then!, Along, [sameUnit.Value], cancellationToken));
            areas.Add(sameUnit is null ? null : AreaKey.Of(then!, then!.Rollup.UnitOf(sameUnit.Value)));
        }

        frame = history[at]!.Frame;
        var breaks = Enumerable.Range(1, at).Where(i => areas[i] != areas[i - 1]).ToList();
        var isOther = breaks.Contains(at);
        var lines = frame.Indicators.Select((indicator, column) => LineOf(indicator, column, unitId, history, breaks, isOther)).ToList();
        await traces.EnterAsync(frame, Along, lines.Select((_, column) => (unitId, column)), cancellationToken);
        var standing = await standings.ReadAsync(frame, unitId, cancellationToken);
        var today = CityTime.Today(clock);
        var committeesOn = request.TreeDate ?? (frame.TreeDate < today ? frame.TreeDate : today);
        return new Overview(
            FigureContext.Live(frame.Period.Code, frame.TreeDate, Along), frame.Period, frame.Units[frame.Rollup.UnitOf(unitId)],
            at == 0 ? null : history[at - 1]?.Frame.Period, isOther, [.. opened.Take(at + 1).Select(period => period.PeriodCode)],
            [.. opened.Select(period => period.PeriodCode)], lines,
            StandingCounts.Of(standing), GetCompletenessHandler.ByType(standing),
            GetCompletenessHandler.ByArea(frame, frame.Rollup.UnitOf(unitId), standing),
            (await sender.Send(new GetUnitPoints(frame.TreeDate), cancellationToken)).ToDictionary(point => point.UnitId),
            await sender.Send(new GetCommitteeCoverage(committeesOn, unitId), cancellationToken), committeesOn,
            frame.Versions.Count == 0 ? CriteriaSetOrigin.Official : frame.Versions.Max(version => version.Origin));
    }

    private static IndicatorLine LineOf(
        Indicator indicator, int column, Guid unitId, List<UnitStates?> history, List<int> breaks, bool isOther)
    {
        var figures = history.Select(states => Find(states, states == history[^1] ? unitId : null, indicator.Id)).ToList();
        var frame = history[^1]!.Frame;
        var (area, standard) = NodesOf(frame, indicator);
        return new(
            indicator, area, standard, FigureReader.ItemOf(history[^1]!, unitId, column),
            isOther || figures.Count < 2 ? null : figures[^2], [.. figures.Select(figure => figure?.Value)], breaks);
    }

    private static FigureItem? Find(UnitStates? states, Guid? unitId, Guid indicatorId)
    {
        var column = states?.Frame.Rollup.IndicatorOf(indicatorId) ?? -1;
        return column < 0 || states!.ByUnit.Count == 0 ? null : FigureReader.ItemOf(states, unitId ?? states.ByUnit.Keys.First(), column);
    }

    private static (CriteriaNode Area, CriteriaNode Standard) NodesOf(PeriodFrame frame, Indicator indicator)
    {
        var version = frame.Versions.First(candidate => candidate.Indicators.Any(other => other.Id == indicator.Id));
        var nodes = version.Nodes.ToDictionary(node => node.Code);
        var path = new List<CriteriaNode>();
        for (var code = indicator.NodeCode; code is not null && nodes.TryGetValue(code, out var node); code = node.ParentCode) path.Add(node);
        path.Reverse();
        return (path[0], path[Math.Min(1, path.Count - 1)]);
    }
}
