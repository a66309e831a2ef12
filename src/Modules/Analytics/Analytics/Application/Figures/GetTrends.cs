using LearningCity.Analytics.Application.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Figures;

/// <summary>One indicator of one unit over all periods that have opened, each on the tree of its own reference date.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="UnitId">The unit; the whole area of each period where none is named.</param>
/// <param name="Relation">Along which relation.</param>
internal sealed record GetTrends(string Indicator, Guid? UnitId, UnitRelation Relation) : IQuery<Result<Trend>>;

/// <summary>A trend.</summary>
internal sealed record Trend(string Indicator, UnitRelation Relation, IReadOnlyList<TrendPoint> Points);

/// <summary>One period of a trend.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="TreeDate">The date whose tree it stands on.</param>
/// <param name="Figure">The figure; null where the unit or the indicator did not exist.</param>
/// <param name="AreaChanged">Whether it is about another area than the period before: such a change is none of the figure.</param>
internal sealed record TrendPoint(string Period, DateOnly TreeDate, FigureItem? Figure, bool AreaChanged);

internal sealed class GetTrendsHandler(IAnalyticsDb db, PeriodFrames frames, FigureReader reader, ReadingScope scope)
    : IQueryHandler<GetTrends, Result<Trend>>
{
    public async Task<Result<Trend>> Handle(GetTrends request, CancellationToken cancellationToken)
    {
        var periods = await db.Periods.AsNoTracking().OrderBy(period => period.TreeDate)
            .Select(period => new { period.PeriodId, period.Stamp }).ToListAsync(cancellationToken);
        var points = new List<TrendPoint>();
        var (found, before) = (false, (AreaKey?)null);
        foreach (var period in periods)
        {
            if (await frames.FindAsync(period.PeriodId, period.Stamp, cancellationToken) is not { } frame) continue;
            var unitId = request.UnitId ?? scope.DefaultUnit(frame);
            var allowed = await scope.RequireAsync(frame, unitId, cancellationToken);
            if (!allowed.Succeeded) return allowed;
            var (unit, indicator) = (frame.Rollup.UnitOf(unitId), frame.IndicatorOf(request.Indicator));
            found |= indicator >= 0;
            if (unit < 0 || indicator < 0)
            {
                points.Add(new(frame.Period.Code, frame.TreeDate, null, false));
                continue;
            }

            var states = await reader.ReadAsync(frame, request.Relation, [unitId], cancellationToken);
            var area = AreaKey.Of(frame, unit);
            points.Add(new(frame.Period.Code, frame.TreeDate, FigureReader.ItemOf(states, unitId, indicator), before is { } b && b != area));
            before = area;
        }

        return found || periods.Count == 0
            ? new Trend(request.Indicator, request.Relation, points)
            : AnalyticsFailures.IndicatorNotFound.On("indicator", request.Indicator);
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
