using LearningCity.Analytics.Application.Boundaries;
using LearningCity.Analytics.Application.Editions;
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
/// <param name="Boundaries">The date whose territory figures of all periods are read on; each its own where none is named.</param>
/// <param name="Edition">Live figures, or those of an edition.</param>
internal sealed record GetOverview(string? Period, Guid? UnitId, DateOnly? TreeDate, DateOnly? Boundaries = null, EditionChoice Edition = default)
    : IQuery<Result<Overview>>;

/// <summary>The state of a period in one area.</summary>
/// <param name="Context">Period, edition, tree, relation.</param>
/// <param name="Period">The period.</param>
/// <param name="Area">The area that all figures are about.</param>
/// <param name="Previous">The period that changes are counted from; null for the first.</param>
/// <param name="PreviousConversion">
/// How that period came onto the tree of this answer, where it stands on another: like areas are compared. Null where it needed nothing.
/// </param>
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
    FigureContext Context, Period Period, UnitSummary Area, Period? Previous, ConversionSummary? PreviousConversion, IReadOnlyList<string> Periods,
    IReadOnlyList<string> AllPeriods, IReadOnlyList<IndicatorLine> Lines, StandingCounts Counts, IReadOnlyList<CompletenessRow> ByType,
    IReadOnlyList<CompletenessRow> ByArea, IReadOnlyDictionary<Guid, UnitPoint> Points, IReadOnlyList<CommitteeCoverage> Committees, DateOnly CommitteesOn, CriteriaSetOrigin Origin)
{
    /// <summary>Content areas with their indicators, in order.</summary>
    internal IEnumerable<(CriteriaNode Area, IReadOnlyList<IndicatorLine> Lines)> ContentAreas() => Lines
        .GroupBy(line => line.ContentArea)
        .Select(group => (group.Key, (IReadOnlyList<IndicatorLine>)[.. group]));

    /// <summary>Headline figures: those with a target, by turns from each content area, one of each standard before a second one.</summary>
    internal IReadOnlyList<IndicatorLine> Headlines(int most) =>
        [.. Lines.Where(line => line.Target is not null && line.Now.Expected > 0)
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
/// <param name="Before">The figure of the period before, on the same boundaries.</param>
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

    /// <summary>The value that this area is to reach by now; null where none is set.</summary>
    internal decimal? Target => Now.Target?.Value;

    /// <summary>How it stands to its target.</summary>
    internal TargetStanding Standing => TargetRule.Judge(Now.Target?.Measured, Target, Indicator.Direction);
}

internal sealed class GetOverviewHandler(
    IAnalyticsDb db, EditionFrames frames, AreaHistories histories, BoundaryReader boundaries, StandingReader standings, TraceBook traces,
    ReadingScope scope, ISender sender, TimeProvider clock)
    : IQueryHandler<GetOverview, Result<Overview>>
{
    public async Task<Result<Overview>> Handle(GetOverview request, CancellationToken cancellationToken)
    {
        var opened = await db.Periods.AsNoTracking().OrderBy(period => period.TreeDate).ToListAsync(cancellationToken);
        var at = request.Period is null ? opened.Count - 1 : opened.FindIndex(period => period.PeriodCode == request.Period);
        if (at < 0) return AnalyticsFailures.PeriodNotFound.On("period", request.Period ?? "");
        var found = request.Edition.IsLive
            ? await CurrentAsync(opened[at], cancellationToken)
            : await frames.FindAsync(opened[at].PeriodCode, request.Edition, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        var frame = found.Value;
        ChosenTree? tree = null;
        if (request.Boundaries is { } date)
        {
            var chosen = await boundaries.TreeAsync(frame, date, cancellationToken);
            if (!chosen.Succeeded) return chosen.WithoutValue();
            tree = chosen.Value;
        }

        var unitId = request.UnitId ?? (tree is null ? scope.DefaultUnit(frame) : scope.DefaultUnit(frame, tree));
        if ((tree?.PlaceOf(unitId) ?? frame.Rollup.UnitOf(unitId)) < 0)
            return AnalyticsFailures.UnitNotInTree.On("unitId", tree?.Date ?? frame.TreeDate);
        var allowed = await scope.RequireAsync(frame, unitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;

        var past = await histories.ReadAsync([.. opened.Take(at + 1)], frame, unitId, request.Boundaries, cancellationToken);
        var now = past.Now;
        frame = now.Frame;
        var lines = frame.Indicators.Select((indicator, column) => LineOf(indicator, column, past)).ToList();
        await traces.EnterAsync(now, lines.Select((_, column) => (unitId, column)), cancellationToken);

        // How reports stand is told of the units as the period opened: they owe what they owe, wherever they lie today.
        var standing = await standings.ReadAsync(frame, frame.Rollup.UnitOf(unitId) < 0 ? frame.Units[frame.Home].Id : unitId, cancellationToken);
        var today = CityTime.Today(clock);
        var committeesOn = request.TreeDate ?? (frame.TreeDate < today ? frame.TreeDate : today);
        return new Overview(
            now.Context, frame.Period, now.UnitOf(unitId), past.Before?.Frame.Period, past.Before?.Conversion?.Summary,
            [.. opened.Take(at + 1).Select(period => period.PeriodCode)], [.. opened.Select(period => period.PeriodCode)], lines,
            StandingCounts.Of(standing), GetCompletenessHandler.ByType(standing),
            GetCompletenessHandler.ByArea(frame, Math.Max(frame.Rollup.UnitOf(unitId), 0), standing),
            (await sender.Send(new GetUnitPoints(now.TreeDate), cancellationToken)).ToDictionary(point => point.UnitId),
            await sender.Send(new GetCommitteeCoverage(committeesOn, unitId), cancellationToken), committeesOn,
            frame.Versions.Count == 0 ? CriteriaSetOrigin.Official : frame.Versions.Max(version => version.Origin));
    }

    private async Task<Result<PeriodFrame>> CurrentAsync(RollupPeriod period, CancellationToken cancellationToken) =>
        await frames.FindAsync(period, EditionChoice.Live, cancellationToken) is { } frame
            ? frame
            : AnalyticsFailures.PeriodNotFound.On("period", period.PeriodCode);

    private static IndicatorLine LineOf(Indicator indicator, int column, AreaHistory past)
    {
        var (area, standard) = NodesOf(past.Now.Frame, indicator);
        return new(
            indicator, area, standard, AreaHistory.Find(past.Now, column)!, AreaHistory.Find(past.Before, indicator.Id),
            [.. past.Periods.Select(states => AreaHistory.Find(states, indicator.Id)?.Value)], past.Breaks);
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
