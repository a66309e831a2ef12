using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>Which rules of aggregation mean something for which kind of value.</summary>
internal static class AggregationFit
{
    private static readonly AggregationRule[] OfAnyOrder =
        [AggregationRule.Minimum, AggregationRule.Maximum, AggregationRule.Latest, AggregationRule.None];

    /// <summary>The rules that fit, the usual one first.</summary>
    internal static IReadOnlyList<AggregationRule> RulesFor(IndicatorValueType valueType) => valueType switch
    {
        IndicatorValueType.Count or IndicatorValueType.Amount => [AggregationRule.Sum, AggregationRule.Average, .. OfAnyOrder],

        // Never a mean of percentages: two schools of 10 and 1,000 pupils would weigh the same.
        IndicatorValueType.Percent or IndicatorValueType.Ratio => [AggregationRule.RatioOfSums, .. OfAnyOrder],
        IndicatorValueType.YesNo => [AggregationRule.ShareYes, AggregationRule.Latest, AggregationRule.None],
        IndicatorValueType.Level => [AggregationRule.ShareByLevel, .. OfAnyOrder],
        IndicatorValueType.Rating => [AggregationRule.ShareByLevel, AggregationRule.Average, .. OfAnyOrder],
        _ => [AggregationRule.None],
    };

    /// <summary>Whether the rule means something for the kind of value.</summary>
    internal static bool Fits(AggregationRule rule, IndicatorValueType valueType) => RulesFor(valueType).Contains(rule);
}
