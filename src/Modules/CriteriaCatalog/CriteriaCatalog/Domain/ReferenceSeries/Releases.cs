namespace LearningCity.CriteriaCatalog.Domain.ReferenceSeries;

/// <summary>What a cell read before and reads after.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Before">The value before; null where there was none.</param>
/// <param name="After">The value after; null where there is none any more.</param>
internal sealed record SeriesChange(SeriesCell Cell, decimal? Before, decimal? After);

/// <summary>How releases follow one another.</summary>
internal static class Releases
{
    /// <summary>What each cell reads as of a release: what the newest release up to it says of the cell.</summary>
    /// <param name="observations">What releases say.</param>
    /// <param name="release">The release to read as of; 0 reads nothing.</param>
    internal static IReadOnlyDictionary<SeriesCell, Observation> AsOf(IEnumerable<Observation> observations, int release)
    {
        var cells = new Dictionary<SeriesCell, Observation>();
        foreach (var observation in observations.Where(observation => observation.ReleaseNumber <= release))
        {
            if (!cells.TryGetValue(observation.Cell, out var other) || other.ReleaseNumber < observation.ReleaseNumber)
                cells[observation.Cell] = observation;
        }

        return cells;
    }

    /// <summary>What a new release changes: the rows that differ from what the cells read now.</summary>
    internal static IReadOnlyList<SeriesChange> Compare(
        IReadOnlyDictionary<SeriesCell, Observation> present, IReadOnlyDictionary<SeriesCell, decimal?> release) =>
        [.. release.Select(row => new SeriesChange(row.Key, present.GetValueOrDefault(row.Key)?.Value, row.Value))
            .Where(change => change.Before != change.After)];
}
