using LearningCity.Analytics.Application.Boundaries;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Application.Boards;

/// <summary>An area through the periods.</summary>
/// <param name="Periods">Figures of each period, oldest first; null where there are none.</param>
/// <param name="Before">The period before the last, on the boundaries of the last, so that like areas are compared; null for the first.</param>
/// <param name="Breaks">Positions before which the area changed.</param>
internal sealed record AreaHistory(IReadOnlyList<UnitStates?> Periods, UnitStates? Before, IReadOnlyList<int> Breaks)
{
    /// <summary>The last period.</summary>
    internal UnitStates Now => Periods[^1]!;

    /// <summary>The figure of the area; null where the period does not have it.</summary>
    internal static FigureItem? Find(UnitStates? states, Guid indicatorId) =>
        states?.Frame.Rollup.IndicatorOf(indicatorId) is { } column and >= 0 ? Find(states, column) : null;

    /// <summary>The figure of the area in a column; null where the period does not have it.</summary>
    internal static FigureItem? Find(UnitStates? states, int column) =>
        states is null || states.ByUnit.Count == 0 ? null : FigureReader.ItemOf(states, states.ByUnit.Keys.First(), column);
}

/// <summary>Reads an area through the periods: each on its own boundaries, or all on those of one date.</summary>
internal sealed class AreaHistories(PeriodFrames frames, FigureReader reader, BoundaryReader boundaries)
{
    private const UnitRelation Along = UnitRelation.LiesIn;

    /// <summary>Reads it.</summary>
    /// <param name="periods">Oldest first; the last is the one that everything is about.</param>
    /// <param name="unitId">The area.</param>
    /// <param name="tree">The tree that all are read on; null for each its own.</param>
    /// <param name="cancellationToken">Reads no further.</param>
    internal async Task<AreaHistory> ReadAsync(
        IReadOnlyList<RollupPeriod> periods, Guid unitId, ChosenTree? tree, CancellationToken cancellationToken)
    {
        var read = new List<UnitStates?>();
        var areas = new List<AreaKey?>();
        var last = await FindAsync(periods[^1], cancellationToken);
        foreach (var period in periods)
        {
            var frame = period == periods[^1] ? last : await FindAsync(period, cancellationToken);
            if (frame is not null && tree is not null && tree.Date != frame.TreeDate)
            {
                read.Add(await ConvertAsync(frame, tree, unitId, cancellationToken));
                areas.Add(null);
                continue;
            }

            var sameUnit = frame is null ? (Guid?)null
                : frame.Rollup.UnitOf(unitId) >= 0 ? unitId
                : tree is null && unitId == last!.Units[last.Home].Id ? frame.Units[frame.Home].Id : null;
            read.Add(sameUnit is { } id ? await OneAsync(frame!, id, cancellationToken) : null);
            areas.Add(sameUnit is { } area && tree is null ? AreaKey.Of(frame!, frame!.Rollup.UnitOf(area)) : null);
        }

        var breaks = Enumerable.Range(1, periods.Count - 1).Where(i => areas[i] != areas[i - 1]).ToList();
        return new(read, await BeforeAsync(periods, read, breaks, unitId, cancellationToken), breaks);
    }

    /// <summary>The period before, on the boundaries of the last where it stands on others.</summary>
    private async Task<UnitStates?> BeforeAsync(
        IReadOnlyList<RollupPeriod> periods, List<UnitStates?> read, List<int> breaks, Guid unitId, CancellationToken cancellationToken)
    {
        if (periods.Count < 2) return null;
        if (!breaks.Contains(periods.Count - 1)) return read[^2];
        if (await FindAsync(periods[^2], cancellationToken) is not { } before) return null;
        var tree = await boundaries.TreeAsync(read[^1]!.Frame.TreeDate, cancellationToken);
        return tree.PlaceOf(unitId) < 0 ? null : await ConvertAsync(before, tree, unitId, cancellationToken);
    }

    private Task<UnitStates> ConvertAsync(PeriodFrame frame, ChosenTree tree, Guid unitId, CancellationToken cancellationToken) =>
        boundaries.ReadAsync(frame, tree, [unitId], IndicatorSet.Of(Enumerable.Range(0, frame.Indicators.Count)), cancellationToken);

    private Task<UnitStates> OneAsync(PeriodFrame frame, Guid unitId, CancellationToken cancellationToken) =>
        reader.ReadAsync(frame, Along, [unitId], cancellationToken);

    private Task<PeriodFrame?> FindAsync(RollupPeriod period, CancellationToken cancellationToken) =>
        frames.FindAsync(period.PeriodId, period.Stamp, cancellationToken);
}
