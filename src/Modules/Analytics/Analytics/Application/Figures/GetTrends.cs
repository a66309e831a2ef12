using LearningCity.Analytics.Application.Boundaries;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Figures;

/// <summary>One indicator of one unit over all periods that have opened, each on the tree of its own reference date, or all on one tree.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="UnitId">The unit; the whole area of each period where none is named.</param>
/// <param name="Relation">Along which relation.</param>
/// <param name="TreeDate">The date whose territory all periods are read on, so that like areas are compared; null for each its own.</param>
/// <param name="Edition">Live figures, or of each period those of its newest edition.</param>
internal sealed record GetTrends(string Indicator, Guid? UnitId, UnitRelation Relation, DateOnly? TreeDate, EditionChoice Edition = default) : IQuery<Result<Trend>>;

/// <summary>A trend.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Relation">Along which relation.</param>
/// <param name="TreeDate">The tree that all periods are read on; null where each stands on its own.</param>
/// <param name="Points">One for each period, oldest first.</param>
internal sealed record Trend(string Indicator, UnitRelation Relation, DateOnly? TreeDate, IReadOnlyList<TrendPoint> Points);

/// <summary>One period of a trend.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="Edition">The edition; <c>live</c> for what is not sealed.</param>
/// <param name="TreeDate">The date whose tree it stands on.</param>
/// <param name="Figure">The figure; null where the unit or the indicator did not exist.</param>
/// <param name="AreaChanged">Whether it is about another area than the period before: such a change is none of the figure.</param>
/// <param name="Conversion">How the figure came onto the tree of another date; null on the tree of the period itself.</param>
internal sealed record TrendPoint(string Period, string Edition, DateOnly TreeDate, FigureItem? Figure, bool AreaChanged,
    ConversionSummary? Conversion);

internal sealed class GetTrendsHandler(
    IAnalyticsDb db, EditionFrames frames, FigureReader reader, BoundaryReader boundaries, ReadingScope scope)
    : IQueryHandler<GetTrends, Result<Trend>>
{
    public async Task<Result<Trend>> Handle(GetTrends request, CancellationToken cancellationToken)
    {
        if (request is { TreeDate: not null, Relation: not UnitRelation.LiesIn }) return AnalyticsFailures.BoundariesNeedTerritory.On("relation");
        if (request.Edition is { IsLive: false, IsNewest: false }) return AnalyticsFailures.EditionOfManyPeriods.On("edition");
        var periods = await db.Periods.AsNoTracking().OrderBy(period => period.TreeDate).ToListAsync(cancellationToken);
        var points = new List<TrendPoint>();
        var (found, before) = (false, (AreaKey?)null);
        foreach (var period in periods)
        {
            if (await frames.FindAsync(period, request.Edition, cancellationToken) is not { } frame) continue;
            ChosenTree? tree = null;
            if (request.TreeDate is { } date)
            {
                var chosen = await boundaries.TreeAsync(frame, date, cancellationToken);
                if (!chosen.Succeeded) return chosen.WithoutValue();
                tree = chosen.Value;
                if (request.UnitId is { } named && tree.PlaceOf(named) < 0) return AnalyticsFailures.UnitNotInTree.On("unitId", date);
            }

            var unitId = request.UnitId ?? (tree is null ? scope.DefaultUnit(frame) : scope.DefaultUnit(frame, tree));
            var allowed = await scope.RequireAsync(frame, unitId, cancellationToken);
            if (!allowed.Succeeded) return allowed;
            var indicator = frame.IndicatorOf(request.Indicator);
            found |= indicator >= 0;
            if (indicator < 0 || await ReadAsync(frame, tree, request.Relation, unitId, indicator, cancellationToken) is not { } states)
            {
                points.Add(new(frame.Period.Code, FigureContext.EditionOf(frame), tree?.Date ?? frame.TreeDate, null, false, null));
                continue;
            }

            AreaKey? area = tree is null ? AreaKey.Of(frame, frame.Rollup.UnitOf(unitId)) : null;
            points.Add(new(
                frame.Period.Code, FigureContext.EditionOf(frame), states.TreeDate, FigureReader.ItemOf(states, unitId, indicator), before is { } b && b != area,
                states.Conversion?.Summary));
            before = area;
        }

        return found || periods.Count == 0
            ? new Trend(request.Indicator, request.Relation, request.TreeDate, points)
            : AnalyticsFailures.IndicatorNotFound.On("indicator", request.Indicator);
    }

    private async Task<UnitStates?> ReadAsync(
        PeriodFrame frame, ChosenTree? tree, UnitRelation relation, Guid unitId, int indicator, CancellationToken cancellationToken)
    {
        if (tree is not null && tree.Date != frame.TreeDate)
            return tree.PlaceOf(unitId) < 0 ? null : await boundaries.ReadAsync(frame, tree, [unitId], IndicatorSet.Of([indicator]), cancellationToken);
        return frame.Rollup.UnitOf(unitId) < 0 ? null : await reader.ReadAsync(frame, relation, [unitId], cancellationToken);
    }
}

/// <summary>Tells whether two periods speak of the same area: the unit, and the units of the level below it.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Below">A fingerprint of the units directly below it that have units below themselves.</param>
internal readonly record struct AreaKey(Guid UnitId, int Below)
{
    internal static AreaKey Of(PeriodFrame frame, int unit)
    {
        var below = 0;
        foreach (var child in frame.Rollup.Territory.Children(unit))
        {
            // Schools come and go without moving a boundary.
            if (frame.Units[child].Type < UnitRegistry.Contracts.UnitType.Preschool
                && frame.Units[child].Type >= UnitRegistry.Contracts.UnitType.UrbanDistrict)
                below ^= frame.Units[child].Id.GetHashCode();
        }

        return new(frame.Units[unit].Id, below);
    }
}
