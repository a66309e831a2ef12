using LearningCity.Analytics.Application.Rollups;
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
/// <param name="Cursor">Where to read on.</param>
/// <param name="Limit">How many on a page.</param>
internal sealed record GetRollups(
    string Period, Guid? UnitId, Guid? ParentId, string? Indicator, UnitRelation Relation, string? Cursor, int? Limit)
    : IQuery<Result<RollupPage>>;

/// <summary>Figures, and what they are figures of.</summary>
internal sealed record RollupPage(FigureContext Context, IReadOnlyList<FigureItem> Items, string? NextCursor);

internal sealed class GetRollupsHandler(PeriodFrames frames, FigureReader reader, TraceBook traces, ReadingScope scope)
    : IQueryHandler<GetRollups, Result<RollupPage>>
{
    public async Task<Result<RollupPage>> Handle(GetRollups request, CancellationToken cancellationToken)
    {
        if (!Cursor.TryRead<string>(request.Cursor, out var after) || !TryReadPlace(after, out var start)) return PlatformFailures.InvalidCursor;
        if (await frames.FindAsync(request.Period, cancellationToken) is not { } frame)
            return AnalyticsFailures.PeriodNotFound.On("period", request.Period);
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

            await traces.EnterAsync(frame, request.Relation, shown, cancellationToken);
            return new RollupPage(
                FigureContext.Live(frame.Period.Code, frame.TreeDate, request.Relation),
                [.. shown.Select(figure => FigureReader.ItemOf(states, figure.UnitId, figure.Column))],
                page.Count > limit ? Cursor.Write(FormattableString.Invariant($"{start + limit}")) : null);
        }
    }

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
