namespace LearningCity.Analytics.Domain.Rollups;

/// <summary>A column of the roll-up.</summary>
/// <param name="Indicator">Place of the indicator in the frame.</param>
/// <param name="Disaggregation">Key of the disaggregation; empty for the total.</param>
internal readonly record struct Column(int Indicator, string Disaggregation);

/// <summary>
/// The columns of a period: first the total of each indicator, at the indicator's own place, then disaggregations in the order in which
/// they were first met. Columns are added, never moved: stored states refer to them by place.
/// </summary>
internal sealed class ColumnTable
{
    private readonly List<Column> _columns;
    private readonly List<int>[] _ofIndicator;
    private readonly Dictionary<Column, int> _places;

    internal ColumnTable(int indicators, IEnumerable<Column> disaggregated)
    {
        _columns = [.. Enumerable.Range(0, indicators).Select(indicator => new Column(indicator, "")), .. disaggregated];
        _ofIndicator = [.. Enumerable.Range(0, indicators).Select(_ => new List<int>())];
        _places = new(_columns.Count);
        for (var place = 0; place < _columns.Count; place++) Index(place);
    }

    internal int Count => _columns.Count;

    internal Column this[int place] => _columns[place];

    /// <summary>The columns that are no totals, in order.</summary>
    internal IEnumerable<Column> Disaggregated => _columns.Skip(_ofIndicator.Length);

    /// <summary>The total of an indicator and its disaggregations.</summary>
    internal IReadOnlyList<int> OfIndicator(int indicator) => _ofIndicator[indicator];

    /// <summary>Place of a column; a disaggregation not met before is added.</summary>
    internal int PlaceOf(int indicator, string disaggregation)
    {
        if (disaggregation.Length == 0) return indicator;
        var column = new Column(indicator, disaggregation);
        if (_places.TryGetValue(column, out var place)) return place;
        _columns.Add(column);
        Index(_columns.Count - 1);
        return _columns.Count - 1;
    }

    internal int? Find(int indicator, string disaggregation) =>
        disaggregation.Length == 0 ? indicator
        : _places.TryGetValue(new(indicator, disaggregation), out var place) ? place : null;

    private void Index(int place)
    {
        _places[_columns[place]] = place;
        _ofIndicator[_columns[place].Indicator].Add(place);
    }
}
