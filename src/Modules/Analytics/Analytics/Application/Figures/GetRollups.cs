using LearningCity.Analytics.Application.Boundaries;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Analytics.Application.Figures;

/// <summary>Figures of a unit, or of the units directly below one, for a period.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="UnitId">The unit; the whole area where none is named.</param>
/// <param name="ParentId">Instead of one unit: those directly below this one.</param>
/// <param name="Indicator">Code of an indicator; all where none is named.</param>
/// <param name="Relation">Along which relation.</param>
/// <param name="TreeDate">The date whose territory the figures are read on; the period's own reference date where none is named.</param>
/// <param name="Cursor">Where to read on.</param>
/// <param name="Limit">How many on a page.</param>
/// <param name="Edition">Live figures, or those of an edition.</param>
internal sealed record GetRollups(
    string Period, Guid? UnitId, Guid? ParentId, string? Indicator, UnitRelation Relation, DateOnly? TreeDate, string? Cursor, int? Limit,
    EditionChoice Edition = default)
    : IQuery<Result<RollupPage>>;

/// <summary>Figures, and what they are figures of.</summary>
/// <param name="Context">Period, edition, tree, relation.</param>
/// <param name="Items">The figures.</param>
/// <param name="Outside">On the tree of another date, for a root of it: what has no place under that root.</param>
/// <param name="NextCursor">Where to read on; null at the end.</param>
internal sealed record RollupPage(
    FigureContext Context, IReadOnlyList<FigureItem> Items, IReadOnlyList<FigureItem> Outside, string? NextCursor);

internal sealed class GetRollupsHandler(
    EditionFrames editions, PeriodFrames frames, FigureReader reader, BoundaryReader boundaries, TraceBook traces, ReadingScope scope)
    : IQueryHandler<GetRollups, Result<RollupPage>>
{
    public async Task<Result<RollupPage>> Handle(GetRollups request, CancellationToken cancellationToken)
    {
        if (!Cursor.TryRead<string>(request.Cursor, out var after) || !TryReadPlace(after, out var start)) return PlatformFailures.InvalidCursor;
        var found = await editions.FindAsync(request.Period, request.Edition, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        var frame = found.Value;
        if (request.TreeDate is { } date && date != frame.TreeDate) return await ConvertAsync(request, frame, date, start, cancellationToken);
        var top = request.ParentId ?? request.UnitId ?? scope.DefaultUnit(frame);
        var place = frame.Rollup.UnitOf(top);
        if (place < 0) return AnalyticsFailures.UnitNotInTree.On(request.ParentId is null ? "unitId" : "parentId", frame.TreeDate);
        var allowed = await scope.RequireAsync(frame, top, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        for (PeriodFrame? read = null; ; frame = read)
        {
            if (Columns(frame, request.Indicator) is not { } columns)
                return AnalyticsFailures.IndicatorNotFound.On("indicator", request.Indicator!);
            var units = request.ParentId is null ? [top] : Below(frame, request.Relation, place);
            var limit = Cursor.Limit(request.Limit);
            var page = (from unit in units from column in columns select (UnitId: unit, Column: column)).Skip(start).Take(limit + 1).ToList();
            var shown = page.Take(limit).ToList();
            var states = await reader.ReadAsync(
                frame, request.Relation, [.. shown.Select(figure => figure.UnitId).Distinct()], cancellationToken);

            // The rows may know columns, or a tree, that this host has not heard of yet: the page is laid out anew.
            read = states.Frame;
            if (read.Stamp > frame.Stamp && read.Rollup.UnitOf(top) is var moved and >= 0)
            {
                place = moved;
                continue;
            }

            await traces.EnterAsync(states, shown, cancellationToken);
            return PageOf(states, shown, [], page.Count > limit ? start + limit : null);
        }
    }

    private async Task<Result<RollupPage>> ConvertAsync(
        GetRollups request, PeriodFrame frame, DateOnly date, int start, CancellationToken cancellationToken)
    {
        if (request.Relation != UnitRelation.LiesIn) return AnalyticsFailures.BoundariesNeedTerritory.On("relation");
        if (frame.Edition is null && await frames.FindCurrentAsync(frame.PeriodId, cancellationToken) is { } current) frame = current;
        var chosen = await boundaries.TreeAsync(frame, date, cancellationToken);
        if (!chosen.Succeeded) return chosen.WithoutValue();
        var tree = chosen.Value;
        var named = request.ParentId ?? request.UnitId;
        if (tree.PlaceOf(named ?? scope.DefaultUnit(frame, tree)) is not (var place and >= 0))
            return AnalyticsFailures.UnitNotInTree.On(named is null ? "treeDate" : request.ParentId is null ? "unitId" : "parentId", date);
        var top = tree.Units[place].Id;
        var allowed = await scope.RequireAsync(frame, top, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (Columns(frame, request.Indicator) is not { } columns)
            return AnalyticsFailures.IndicatorNotFound.On("indicator", request.Indicator!);
        var units = request.ParentId is null ? [top] : tree.Below(place).Select(unit => unit.Id);
        var limit = Cursor.Limit(request.Limit);
        var page = (from unit in units from column in columns select (UnitId: unit, Column: column)).Skip(start).Take(limit + 1).ToList();
        var shown = page.Take(limit).ToList();
        var states = await boundaries.ReadAsync(
            frame, tree, [top, .. shown.Select(figure => figure.UnitId).Distinct()],
            IndicatorSet.Of(columns.Select(column => frame.Columns[column].Indicator)), cancellationToken);
        await traces.EnterAsync(states, shown, cancellationToken);
        return PageOf(
            states, shown, shown.Select(figure => figure.Column).Distinct().Select(column => FigureReader.OutsideOf(states, column)),
            page.Count > limit ? start + limit : null);
    }

    private static RollupPage PageOf(
        UnitStates states, List<(Guid UnitId, int Column)> shown, IEnumerable<FigureItem?> outside, int? next) => new(
        states.Context, [.. shown.Select(figure => FigureReader.ItemOf(states, figure.UnitId, figure.Column))], [.. outside.OfType<FigureItem>()],
        next is { } place ? Cursor.Write(FormattableString.Invariant($"{place}")) : null);

    private static bool TryReadPlace(string? after, out int start)
    {
        start = 0;
        return after is null || (int.TryParse(after, out start) && start >= 0);
    }

    private static List<int>? Columns(PeriodFrame frame, string? code)
    {
        if (code is null) return [.. Enumerable.Range(0, frame.Columns.Count)];
        var indicator = frame.IndicatorOf(code);
        return indicator < 0 ? null : [.. frame.Columns.OfIndicator(indicator)];
    }

    private static List<Guid> Below(PeriodFrame frame, UnitRelation relation, int parent) =>
        [.. frame.Rollup.Along(relation).Children(parent).ToArray()
            .OrderBy(child => frame.Units[child].Code, StringComparer.Ordinal)
            .Select(child => frame.Units[child].Id)];
}
