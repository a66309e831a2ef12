using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Domain;

/// <summary>The cells of a submission as they are worked on: each with its version, so that two people can fill in different cells at once.</summary>
internal sealed class WorkingSheet
{
    private readonly List<PackedCell> _cells;

    private WorkingSheet(List<PackedCell> cells) => _cells = cells;

    /// <summary>The cells, ascending by place and disaggregation.</summary>
    internal IReadOnlyList<PackedCell> Cells => _cells;

    /// <summary>Indicators with an answer; parts of a breakdown are none of their own.</summary>
    internal int FilledCells => _cells.Count(cell => cell.State != CellState.NotReported && cell.Disaggregation.Length == 0);

    internal static WorkingSheet Read(byte[]? bytes) => new(bytes is null ? [] : SheetCodec.Read(bytes));

    internal byte[] Write() => SheetCodec.Write(_cells, tracks: true);

    /// <summary>The sheet as it is handed in: without tracks and without cells that say nothing.</summary>
    internal byte[] WriteVersion() =>
        SheetCodec.Write(_cells.Where(cell => cell.State != CellState.NotReported), tracks: false);

    /// <summary>The cell, or one that was never set.</summary>
    internal PackedCell Find(int place, string disaggregation)
    {
        var at = IndexOf(place, disaggregation);
        return at >= 0 ? _cells[at] : new PackedCell(place, disaggregation, CellState.NotReported);
    }

    /// <summary>Everybody who set a cell that is still there.</summary>
    internal IEnumerable<Guid> Authors() => _cells.Select(cell => cell.Track.By).Distinct();

    /// <summary>Sets a cell, unless somebody else did since its version was seen.</summary>
    /// <param name="place">Place of the indicator.</param>
    /// <param name="disaggregation">Key of the disaggregation; empty for the total.</param>
    /// <param name="entry">What it says now.</param>
    /// <param name="seen">The version that was seen, 0 for a cell never set; null sets it whatever it says.</param>
    /// <param name="by">Who sets it.</param>
    /// <param name="at">When.</param>
    /// <param name="isNews">Whether it is news even where it says the same: how the figure came about has changed.</param>
    /// <returns>What became of it.</returns>
    internal CellChange Set(int place, string disaggregation, CellEntry entry, int? seen, Guid by, DateTimeOffset at, bool isNews = false)
    {
        var index = IndexOf(place, disaggregation);
        var before = index >= 0 ? _cells[index] : new PackedCell(place, disaggregation, CellState.NotReported);

        // Sheets keep milliseconds: what is answered now is what is read later.
        var stamp = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
        var after = entry.At(place, disaggregation, new CellTrack(before.Track.Version + 1, by, stamp));

        // Whoever sends what is there already loses nothing, whichever version they saw.
        if (!isNews && before.SaysTheSameAs(after)) return new CellChange(CellOutcome.Unchanged, before, before);
        if (seen is { } version && version != before.Track.Version) return new CellChange(CellOutcome.Stale, before, after);
        if (index >= 0) _cells[index] = after;
        else _cells.Insert(~index, after);
        return new CellChange(CellOutcome.Changed, before, after);
    }

    private int IndexOf(int place, string disaggregation)
    {
        int low = 0, high = _cells.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = _cells[middle].Place.CompareTo(place);
            if (order == 0) order = string.CompareOrdinal(_cells[middle].Disaggregation, disaggregation);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }
}

/// <summary>What became of an entry.</summary>
internal enum CellOutcome
{
    /// <summary>It was taken.</summary>
    Changed,

    /// <summary>The cell said so already.</summary>
    Unchanged,

    /// <summary>Somebody else changed the cell since it was seen: refused.</summary>
    Stale,
}

/// <summary>A cell before and after an entry; of a stale one, what is there and what was sent.</summary>
internal readonly record struct CellChange(CellOutcome Outcome, PackedCell Before, PackedCell After);
