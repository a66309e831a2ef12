using LearningCity.Analytics.Application.Boundaries;
using LearningCity.Analytics.Application.Editions;
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
internal sealed class AreaHistories(EditionFrames frames, FigureReader reader, BoundaryReader boundaries)
{
    private const UnitRelation Along = UnitRelation.LiesIn;

    /// <summary>Reads it.</summary>
    /// <param name="periods">Oldest first; the last is the one that everything is about.</param>
    /// <param name="last">
    /// Its frame. Of an edition, earlier periods are read as they were known when it was sealed, so that it always tells the same story.
    /// </param>
    /// <param name="unitId">The area.</param>
    /// <param name="on">The date whose tree all are read on; null for each its own.</param>
    /// <param name="cancellationToken">Reads no further.</param>
    internal async Task<AreaHistory> ReadAsync(
        IReadOnlyList<RollupPeriod> periods, PeriodFrame last, Guid unitId, DateOnly? on, CancellationToken cancellationToken)
    {
        var read = new List<UnitStates?>();
        var areas = new List<AreaKey?>();
        foreach (var period in periods)
        {
            var frame = period == periods[^1] ? last : await FindAsync(last, period, cancellationToken);
            if (frame is not null && on is { } date && date != frame.TreeDate)
            {
                read.Add(await ConvertAsync(frame, date, unitId, cancellationToken));
                areas.Add(null);
                continue;
            }

            var sameUnit = frame is null ? (Guid?)null
                : frame.Rollup.UnitOf(unitId) >= 0 ? unitId
                : on is null && unitId == last.Units[last.Home].Id ? frame.Units[frame.Home].Id : null;
            read.Add(sameUnit is { } id ? await OneAsync(frame!, id, cancellationToken) : null);
            areas.Add(sameUnit is { } area && on is null ? AreaKey.Of(frame!, frame!.Rollup.UnitOf(area)) : null);
        }

        var breaks = Enumerable.Range(1, periods.Count - 1).Where(i => areas[i] != areas[i - 1]).ToList();
        return new(read, await BeforeAsync(periods, last, read, breaks, unitId, cancellationToken), breaks);
    }

    /// <summary>The period before, on the boundaries of the last where it stands on others.</summary>
    private async Task<UnitStates?> BeforeAsync(
        IReadOnlyList<RollupPeriod> periods, PeriodFrame last, List<UnitStates?> read, List<int> breaks, Guid unitId, CancellationToken cancellationToken)
    {
        if (periods.Count < 2) return null;
        if (!breaks.Contains(periods.Count - 1)) return read[^2];
        return await FindAsync(last, periods[^2], cancellationToken) is { } before
            ? await ConvertAsync(before, read[^1]!.Frame.TreeDate, unitId, cancellationToken)
            : null;
    }

    /// <summary>A period on the tree of another date; null where that is not known, or does not have the unit.</summary>
    private async Task<UnitStates?> ConvertAsync(PeriodFrame frame, DateOnly date, Guid unitId, CancellationToken cancellationToken)
    {
        var tree = await boundaries.TreeAsync(frame, date, cancellationToken);
        if (!tree.Succeeded || tree.Value.PlaceOf(unitId) < 0) return null;
        return await boundaries.ReadAsync(
            frame, tree.Value, [unitId], IndicatorSet.Of(Enumerable.Range(0, frame.Indicators.Count)), cancellationToken);
    }

    private Task<UnitStates> OneAsync(PeriodFrame frame, Guid unitId, CancellationToken cancellationToken) =>
        reader.ReadAsync(frame, Along, [unitId], cancellationToken);

    private Task<PeriodFrame?> FindAsync(PeriodFrame last, RollupPeriod period, CancellationToken cancellationToken) => last.Edition is { } edition
        ? frames.FindAsOfAsync(period, edition.SealedAt, cancellationToken)
        : frames.FindAsync(period, EditionChoice.Live, cancellationToken);
}
