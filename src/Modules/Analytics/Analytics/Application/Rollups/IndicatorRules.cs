using LearningCity.Analytics.Domain.Rollups;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>Reads the rules of the roll-up off the catalogue.</summary>
internal static class IndicatorRules
{
    /// <summary>The rule of an indicator.</summary>
    /// <param name="indicator">As the catalogue defines it.</param>
    /// <param name="replaces">Whether a unit's own value takes the place of those below, whatever the indicator says.</param>
    internal static IndicatorRule Of(Indicator indicator, bool replaces)
    {
        // Nobody is asked for what is counted: it counts once for each unit, and a unit counts whole.
        var isCounted = indicator.RegistryCount is not null || indicator.ReportingCount is not null;
        var isGiven = indicator.IsGivenBySeries && !indicator.IsComputed;
        var summing = isCounted ? OwnSummingOf(indicator.ValueType) : SummingOf(indicator);

        // Persons reported at two tiers are never added, whatever the setting (semantics, "What counts once").
        var own = replaces || indicator.OwnValue == OwnValue.Replace || indicator.Counting == IndicatorCounting.Persons;
        return new(indicator.Id, summing, own && !isCounted && !isGiven)
        {
            Shown = summing == Summing.None ? OwnSummingOf(indicator.ValueType) : summing,
            Covers = isGiven,
            IsWhole = isCounted,
        };
    }

    private static Summing SummingOf(Indicator indicator) => indicator.Aggregation switch
    {
        // Values of a survey or an expert review belong to one unit and never roll up (semantics, "What counts once").
        _ when indicator.DataSource != IndicatorDataSource.OfficialData => Summing.None,
        AggregationRule.Sum => Summing.Sum,
        AggregationRule.RatioOfSums => Summing.Ratio,
        AggregationRule.ShareYes => Summing.Yes,
        AggregationRule.ShareByLevel => Summing.Levels,
        AggregationRule.Average => Summing.Average,
        AggregationRule.Minimum => Summing.Minimum,
        AggregationRule.Maximum => Summing.Maximum,

        // What was reported last is a matter of one unit: above it there is no figure.
        _ => Summing.None,
    };

    /// <summary>How the value of one unit reads where it stands by itself.</summary>
    private static Summing OwnSummingOf(IndicatorValueType type) => type switch
    {
        IndicatorValueType.Text => Summing.None,
        IndicatorValueType.Percent or IndicatorValueType.Ratio => Summing.Ratio,
        IndicatorValueType.YesNo => Summing.Yes,
        IndicatorValueType.Level => Summing.Levels,
        _ => Summing.Sum,
    };
}
