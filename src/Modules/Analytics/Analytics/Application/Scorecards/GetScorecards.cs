using LearningCity.Analytics.Application.Boundaries;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Application.Scorecards;

/// <summary>Scorecards of a unit, or of the units below one, by the criteria sets of a period.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="UnitId">The unit; what the caller may see where none is named.</param>
/// <param name="ParentId">Instead of one unit: those directly below this one, or, with a type, all of that type at or below it; an empty key stands for what the caller may see.</param>
/// <param name="Type">Only units of this type.</param>
/// <param name="Set">Code of a criteria set; all that the period reports where none is named.</param>
/// <param name="Relation">Along which relation.</param>
/// <param name="TreeDate">The date whose territory the figures are read on; the period's own reference date where none is named.</param>
/// <param name="Cursor">Where to read on.</param>
/// <param name="Limit">How many units on a page.</param>
/// <param name="Edition">Live figures, or those of an edition.</param>
internal sealed record GetScorecards(
    string Period, Guid? UnitId, Guid? ParentId, UnitType? Type, string? Set, UnitRelation Relation, DateOnly? TreeDate, string? Cursor, int? Limit,
    EditionChoice Edition = default) : IQuery<Result<ScorecardList>>;

/// <summary>Scorecards, and what they are of.</summary>
/// <param name="Context">Period, edition, tree, relation.</param>
/// <param name="Total">How many units there are on all pages.</param>
/// <param name="Items">The scorecards: of each unit one for each set.</param>
/// <param name="NextCursor">Where to read on; null at the end.</param>
internal sealed record ScorecardList(FigureContext Context, int Total, IReadOnlyList<Scorecard> Items, string? NextCursor);

internal sealed class GetScorecardsHandler(
    EditionFrames editions, PeriodFrames frames, FigureReader reader, BoundaryReader boundaries, TraceBook traces, ReadingScope scope)
    : IQueryHandler<GetScorecards, Result<ScorecardList>>
{
    /// <summary>Units on a page at most: each brings a line for every criterion.</summary>
    private const int MostUnits = 50;

    public async Task<Result<ScorecardList>> Handle(GetScorecards request, CancellationToken cancellationToken)
    {
        if (!Cursor.TryRead<string>(request.Cursor, out var after) || !TryReadPlace(after, out var start)) return PlatformFailures.InvalidCursor;
        var found = await editions.FindAsync(request.Period, request.Edition, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        var frame = found.Value;
        if (frame.Edition is null && await frames.FindCurrentAsync(frame.PeriodId, cancellationToken) is { } current) frame = current;
        if (ScoredSets.Of(frame, request.Set).Count == 0) return AnalyticsFailures.SetNotFound.On("set", request.Set ?? "", request.Period);
        ChosenTree? tree = null;
        if (request.TreeDate is { } date && date != frame.TreeDate)
        {
            if (request.Relation != UnitRelation.LiesIn) return AnalyticsFailures.BoundariesNeedTerritory.On("relation");
            var chosen = await boundaries.TreeAsync(frame, date, cancellationToken);
            if (!chosen.Succeeded) return chosen.WithoutValue();
            tree = chosen.Value;
        }

        var parent = request.ParentId == Guid.Empty ? null : request.ParentId;
        var top = parent ?? request.UnitId ?? (tree is null ? scope.DefaultUnit(frame) : scope.DefaultUnit(frame, tree));
        var place = tree?.PlaceOf(top) ?? frame.Rollup.UnitOf(top);
        if (place < 0) return AnalyticsFailures.UnitNotInTree.On(request.ParentId is null ? "unitId" : "parentId", tree?.Date ?? frame.TreeDate);
        var allowed = await scope.RequireAsync(frame, top, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var units = UnitsOf(request, frame, tree, place);
        var limit = Math.Min(Cursor.Limit(request.Limit), MostUnits);
        var shown = units.Skip(start).Take(limit).ToList();
        return await ScoreAsync(request, frame, tree, top, shown, units.Count, start + limit < units.Count ? start + limit : null, cancellationToken);
    }

    private async Task<Result<ScorecardList>> ScoreAsync(
        GetScorecards request, PeriodFrame frame, ChosenTree? tree, Guid top, List<Guid> shown, int total, int? next,
        CancellationToken cancellationToken)
    {
        var states = tree is null
            ? await reader.ReadAsync(frame, request.Relation, shown, cancellationToken)
            : await boundaries.ReadAsync(frame, tree, [top, .. shown], IndicatorSet.Of(Enumerable.Range(0, frame.Indicators.Count)), cancellationToken);
        var sets = ScoredSets.Of(states.Frame, request.Set);
        var known = shown.Where(states.ByUnit.ContainsKey).ToList();
        var columns = sets.SelectMany(version => version.Indicators).Select(indicator => states.Frame.Rollup.IndicatorOf(indicator.Id))
            .Where(column => column >= 0).Distinct().ToList();
        await traces.EnterAsync(
            states,
            from unit in known from column in columns select (unit, column), cancellationToken);
        return new ScorecardList(
            states.Context, total, [.. from unit in known from version in sets select Scorecard.Of(states, unit, version)],
            next is { } at ? PlaceCursor(at) : null);
    }

    private static List<Guid> UnitsOf(GetScorecards request, PeriodFrame frame, ChosenTree? tree, int place)
    {
        var units = tree?.Units ?? frame.Units;
        if (request.ParentId is null) return [units[place].Id];
        var forest = tree?.Forest ?? frame.Rollup.Along(request.Relation);
        var below = request.Type is null ? forest.Children(place) : forest.Subtree(place);
        return [.. below.ToArray().Select(unit => units[unit])
            .Where(unit => request.Type is not { } type || unit.Type == type)
            .OrderBy(unit => unit.Code, StringComparer.Ordinal).Select(unit => unit.Id)];
    }

    /// <summary>A cursor to a place in the list, for pages that count.</summary>
    internal static string PlaceCursor(int place) => Cursor.Write(FormattableString.Invariant($"{place}"));

    private static bool TryReadPlace(string? after, out int start)
    {
        start = 0;
        return after is null || (int.TryParse(after, out start) && start >= 0);
    }
}
