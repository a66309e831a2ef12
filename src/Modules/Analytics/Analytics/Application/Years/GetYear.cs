using System.Globalization;
using LearningCity.Analytics.Application.Boundaries;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Years;

/// <summary>Figures of a year out of its periods, by each indicator's own rule, all on one tree so that like areas are added.</summary>
/// <param name="Year">The year, such as 2026.</param>
/// <param name="UnitId">The unit; the whole area where none is named.</param>
/// <param name="Indicator">Code of an indicator; all where none is named.</param>
/// <param name="TreeDate">The date whose territory it is; the reference date of the last period where none is named.</param>
/// <param name="Cursor">Where to read on.</param>
/// <param name="Limit">How many on a page.</param>
/// <param name="Edition">Live figures, or of each period those of its newest edition.</param>
internal sealed record GetYear(
    int Year, Guid? UnitId, string? Indicator, DateOnly? TreeDate, string? Cursor, int? Limit, EditionChoice Edition = default)
    : IQuery<Result<YearPage>>;

/// <summary>Figures of a year.</summary>
/// <param name="Context">Year, edition, tree, relation.</param>
/// <param name="Periods">The periods that it is made of, oldest first.</param>
/// <param name="IsComplete">Whether the last period of the year is among them.</param>
/// <param name="Items">The figures.</param>
/// <param name="NextCursor">Where to read on; null at the end.</param>
internal sealed record YearPage(
    FigureContext Context, IReadOnlyList<YearPart> Periods, bool IsComplete, IReadOnlyList<YearFigure> Items, string? NextCursor);

/// <summary>A period of a year.</summary>
/// <param name="Period">Its code.</param>
/// <param name="Edition">The edition; <c>live</c> for what is not sealed.</param>
/// <param name="Conversion">How its figures came onto the tree; null where it stands on it.</param>
internal sealed record YearPart(string Period, string Edition, ConversionSummary? Conversion);

/// <summary>A figure of a year.</summary>
/// <param name="Rule">Flow: the sum of the periods; stock: the last one; neither: there is none, the periods stand side by side.</param>
/// <param name="Figure">The figure of the year; null where periods stand side by side, as those of a derived indicator do. It has no trace code: its periods have.</param>
/// <param name="Periods">The figure of each period; null where a period does not have the indicator.</param>
internal sealed record YearFigure(IndicatorAccumulation Rule, FigureItem? Figure, IReadOnlyList<FigureItem?> Periods);

internal sealed class GetYearHandler(
    IAnalyticsDb db, EditionFrames frames, FigureReader reader, BoundaryReader boundaries, TraceBook traces, ReadingScope scope)
    : IQueryHandler<GetYear, Result<YearPage>>
{
    public async Task<Result<YearPage>> Handle(GetYear request, CancellationToken cancellationToken)
    {
        var start = 0;
        if (!Cursor.TryRead<string>(request.Cursor, out var after) || (after is not null && (!int.TryParse(after, out start) || start < 0)))
            return PlatformFailures.InvalidCursor;
        var year = request.Year.ToString(CultureInfo.InvariantCulture);
        if (request.Edition is { IsLive: false, IsNewest: false }) return AnalyticsFailures.EditionOfManyPeriods.On("edition");
        var all = await FramesAsync(year, request.Edition, cancellationToken);
        if (all.Count == 0) return AnalyticsFailures.PeriodNotFound.On("year", year);
        var last = all[^1];
        var chosen = await boundaries.TreeAsync(last, request.TreeDate ?? last.TreeDate, cancellationToken);
        if (!chosen.Succeeded) return chosen.WithoutValue();
        var tree = chosen.Value;
        if (tree.PlaceOf(request.UnitId ?? scope.DefaultUnit(last, tree)) is not (var place and >= 0))
            return AnalyticsFailures.UnitNotInTree.On(request.UnitId is null ? "treeDate" : "unitId", tree.Date);
        var unitId = tree.Units[place].Id;
        var allowed = await scope.RequireAsync(last, unitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var indicator = request.Indicator is null ? -1 : last.IndicatorOf(request.Indicator);
        if (request.Indicator is not null && indicator < 0) return AnalyticsFailures.IndicatorNotFound.On("indicator", request.Indicator);

        var columns = indicator < 0 ? Enumerable.Range(0, last.Columns.Count) : last.Columns.OfIndicator(indicator);
        var limit = Cursor.Limit(request.Limit);
        var page = columns.Skip(start).Take(limit + 1).ToList();
        var periods = new List<UnitStates>();
        foreach (var frame in all)
        {
            var own = await boundaries.TreeAsync(frame, tree.Date, cancellationToken);
            if (!own.Succeeded) return own.WithoutValue();
            if (own.Value.PlaceOf(unitId) < 0) return AnalyticsFailures.UnitNotInTree.On("unitId", tree.Date);
            periods.Add(await ReadAsync(frame, own.Value, unitId, cancellationToken));
        }

        var items = new List<YearFigure>();
        foreach (var column in page.Take(limit)) items.Add(await FigureOfAsync(periods, unitId, column, cancellationToken));
        return new YearPage(
            periods[^1].Context with { Period = year }, [.. periods.Select(states => new YearPart(states.Frame.Period.Code, FigureContext.EditionOf(states.Frame), states.Conversion?.Summary))],
            last.Period.Code == year || last.Period.Code == $"{year}-H2", items,
            page.Count > limit ? Cursor.Write(FormattableString.Invariant($"{start + limit}")) : null);
    }

    private async Task<List<PeriodFrame>> FramesAsync(string year, EditionChoice edition, CancellationToken cancellationToken)
    {
        var found = new List<PeriodFrame>();
        var periods = await db.Periods.AsNoTracking()
            .Where(period => period.PeriodCode == year || period.PeriodCode == year + "-H1" || period.PeriodCode == year + "-H2")
            .OrderBy(period => period.TreeDate).ToListAsync(cancellationToken);
        foreach (var period in periods)
        {
            if (await frames.FindAsync(period, edition, cancellationToken) is { } frame) found.Add(frame);
        }

        return found;
    }

    private async Task<UnitStates> ReadAsync(PeriodFrame frame, ChosenTree tree, Guid unitId, CancellationToken cancellationToken) =>
        tree.Date == frame.TreeDate
            ? await reader.ReadAsync(frame, UnitRelation.LiesIn, [unitId], cancellationToken)
            : await boundaries.ReadAsync(frame, tree, [unitId], IndicatorSet.Of(Enumerable.Range(0, frame.Indicators.Count)), cancellationToken);

    private async Task<YearFigure> FigureOfAsync(List<UnitStates> periods, Guid unitId, int column, CancellationToken cancellationToken)
    {
        var last = periods[^1];
        var (indicator, disaggregation) = last.Frame.Columns[column];
        var definition = last.Frame.Indicators[indicator];
        var places = periods
            .Select(states => states.Frame.Rollup.IndicatorOf(definition.Id) is var place and >= 0 ? states.Frame.Columns.Find(place, disaggregation) : null)
            .ToList();
        var figures = new List<FigureItem?>();
        foreach (var (states, place) in periods.Zip(places))
        {
            if (place is { } shown) await traces.EnterAsync(states, [(unitId, shown)], cancellationToken);
            figures.Add(place is { } at ? FigureReader.ItemOf(states, unitId, at) : null);
        }

        RollupState? Combine(Func<UnitStates, int, int> columnOf) => YearRule.Combine(
            definition.Accumulation, definition.EntryMode,
            [.. periods.Zip(places).Select(pair => pair.Second is { } at ? pair.First.ByUnit.GetValueOrDefault(unitId)?[columnOf(pair.First, at)] ?? default : (RollupState?)null)]);

        var total = Combine((states, at) => states.Frame.Columns[at].Indicator);
        return new(
            definition.Accumulation,
            definition.Formula is null && Combine((_, at) => at) is { } state && total is { } whole
                ? FigureReader.CombinedOf(last, unitId, column, state, whole.Coverage, figures.OfType<FigureItem>().Sum(figure => figure.Estimates))
                : null,
            figures);
    }
}
