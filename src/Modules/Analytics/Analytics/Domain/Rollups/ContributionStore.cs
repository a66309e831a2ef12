namespace LearningCity.Analytics.Domain.Rollups;

/// <summary>
/// Contributions of many units in one run of cells: units' sheets arrive in any order and are laid out by unit once, so that a whole
/// country's values cost one array and no object each.
/// </summary>
internal sealed class ContributionStore(RollupFrame frame)
{
    private readonly IndicatorSet[] _submitted = new IndicatorSet[frame.Units.Count];
    private readonly IndicatorSet[] _approved = new IndicatorSet[frame.Units.Count];
    private readonly (int Start, int Length)[] _places = new (int, int)[frame.Units.Count];
    private OwnCell[] _cells = new OwnCell[Math.Max(64, frame.OwedCells())];
    private int _count;

    /// <summary>A unit handed in its cells for these indicators.</summary>
    internal void Submit(int unit, IndicatorSet indicators) => _submitted[unit] = _submitted[unit].Union(indicators);

    /// <summary>A unit's sheet for these indicators is approved; its cells follow by <see cref="Add"/>.</summary>
    internal void Approve(int unit, IndicatorSet indicators)
    {
        _approved[unit] = _approved[unit].Union(indicators);
        var (start, length) = _places[unit];

        // A second sheet of the same unit (another criteria set): its cells must stand beside those of the first.
        if (length > 0 && start + length != _count)
        {
            Room(length);
            _cells.AsSpan(start, length).CopyTo(_cells.AsSpan(_count));
            start = _count;
            _count += length;
        }

        _places[unit] = (length > 0 ? start : _count, length);
    }

    /// <summary>One cell of the sheet approved last.</summary>
    internal void Add(int unit, in OwnCell cell)
    {
        Room(1);
        _cells[_count++] = cell;
        _places[unit].Length++;
    }

    internal Contribution Of(int unit) => new(
        _submitted[unit], _approved[unit], _cells.AsMemory(_places[unit].Start, _places[unit].Length));

    /// <summary>Puts something else in the place of what a unit gives.</summary>
    internal void Replace(int unit, in Contribution contribution)
    {
        var cells = contribution.Cells.Span;
        Room(cells.Length);
        cells.CopyTo(_cells.AsSpan(_count));
        (_submitted[unit], _approved[unit]) = (contribution.Submitted, contribution.Approved);
        _places[unit] = (_count, cells.Length);
        _count += cells.Length;
    }

    private void Room(int cells)
    {
        if (_count + cells > _cells.Length) Array.Resize(ref _cells, Math.Max(_cells.Length * 2, _count + cells));
    }
}
