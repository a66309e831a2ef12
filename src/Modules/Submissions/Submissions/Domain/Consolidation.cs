using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Domain;

/// <summary>How a unit's figure stands to what the units below it gave (product, values).</summary>
internal enum CellWay
{
    /// <summary>It is what they gave, put together.</summary>
    Consolidated,

    /// <summary>It is what they gave, and something of the unit's own on top.</summary>
    Addition,

    /// <summary>It is another figure, for a reason that the cell's comment says.</summary>
    Override,
}

/// <summary>A figure that can be put together: a number, or a numerator and a denominator.</summary>
internal readonly record struct Amount(decimal? Number, decimal? Numerator, decimal? Denominator)
{
    internal static Amount Of(in PackedCell cell) => new(cell.Number, cell.Numerator, cell.Denominator);

    public static Amount operator +(Amount one, Amount other) =>
        new(one.Number + other.Number, one.Numerator + other.Numerator, one.Denominator + other.Denominator);

    public static Amount operator -(Amount one, Amount other) =>
        new(one.Number - other.Number, one.Numerator - other.Numerator, one.Denominator - other.Denominator);

    /// <summary>Whether a cell reports exactly this.</summary>
    internal bool IsWhat(in PackedCell cell) => cell.State == CellState.Reported && Of(cell) == this;

    internal bool IsWhat(in RawEntry entry) =>
        entry.State is null or CellState.Reported && entry.Text is null && new Amount(entry.Number, entry.Numerator, entry.Denominator) == this;

    internal RawEntry AsEntry(string? comment) => new(null, Number, null, Numerator, Denominator, comment);
}

/// <summary>
/// How a cell was consolidated: its way, and what the units below had given when it was set. The cell itself holds the whole, an addition
/// included, because a unit's own value stands in place of its children's in roll-ups.
/// </summary>
/// <param name="Way">How the figure stands to the consolidated one.</param>
/// <param name="Seen">The consolidated figure as it was seen.</param>
/// <param name="Units">How many approved reports it came from.</param>
internal sealed record Consolidation(CellWay Way, Amount Seen, int Units);

/// <summary>Which indicators are put together for the unit above.</summary>
internal static class Consolidating
{
    /// <summary>
    /// Whether a unit's return opens with what the units below gave. Only where the unit's own value stands in place of theirs: where it is
    /// added to it (<see cref="OwnValue.Add"/>), the unit reports its own and theirs counts beside it, so that prefilled it would count
    /// twice. Only what adds up: sums, and pairs of numerator and denominator. Persons too: siblings are one tier, which a roll-up adds as well.
    /// </summary>
    internal static bool IsPrefilled(Indicator indicator) => IsShown(indicator) && indicator.Aggregation switch
    {
        AggregationRule.Sum => indicator.ValueType is IndicatorValueType.Count or IndicatorValueType.Amount,
        AggregationRule.RatioOfSums => indicator.ValueType is IndicatorValueType.Percent or IndicatorValueType.Ratio,
        _ => false,
    };

    /// <summary>Whether the answers of the units below are counted beside the cell: yes and no, levels. The unit answers for itself.</summary>
    internal static bool IsCounted(Indicator indicator) =>
        IsShown(indicator) && indicator.ValueType is IndicatorValueType.YesNo or IndicatorValueType.Level;

    /// <summary>Persons reported at two tiers are never added, whatever the setting (semantics, "What counts once").</summary>
    internal static bool TakesAdditions(Indicator indicator) => indicator.Counting != IndicatorCounting.Persons;

    private static bool IsShown(Indicator indicator) =>
        indicator is { OwnValue: OwnValue.Replace, DataSource: IndicatorDataSource.OfficialData, IsComputed: false, IsGivenBySeries: false };
}
