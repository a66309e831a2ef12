using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>What an indicator must keep to be published.</summary>
internal static class IndicatorRules
{
    // Values are kept with six digits after the point.
    private const int MostDecimals = 6;

    internal static void Check(IndicatorDefinition indicator, string path, List<Failure> problems)
    {
        PublishingRules.RequireVietnamese(indicator.Name, path + ".name", problems);
        if (indicator.Decimals is < 0 or > MostDecimals)
            problems.Add(CatalogFailures.DecimalsOutOfRange.On(path + ".decimals", MostDecimals));
        if (indicator.ReporterTypes.Count == 0) problems.Add(CatalogFailures.NobodyReports.On(path + ".reporterTypes"));
        CheckFraction(indicator, path, problems);
        CheckScale(indicator, path, problems);
        CheckAggregation(indicator, path, problems);
        CheckTarget(indicator, path, problems);
    }

    private static void CheckFraction(IndicatorDefinition indicator, string path, List<Failure> problems)
    {
        if (indicator.IsFraction)
        {
            if (string.IsNullOrWhiteSpace(indicator.Numerator?.Vi))
                problems.Add(CatalogFailures.FractionNameMissing.On(path + ".numerator"));
            if (string.IsNullOrWhiteSpace(indicator.Denominator?.Vi))
                problems.Add(CatalogFailures.FractionNameMissing.On(path + ".denominator"));
        }

        if (indicator.Factor is { } factor && (factor <= 0 || !indicator.IsFraction))
            problems.Add(CatalogFailures.FactorOutOfRange.On(path + ".factor"));
    }

    private static void CheckScale(IndicatorDefinition indicator, string path, List<Failure> problems)
    {
        if (indicator.HasScale)
        {
            if (indicator.Levels.Count < 2) problems.Add(CatalogFailures.ScaleTooShort.On(path + ".levels"));
            for (var i = 0; i < indicator.Levels.Count; i++)
                PublishingRules.RequireVietnamese(indicator.Levels[i].Name, $"{path}.levels[{i}].name", problems);
        }
        else if (indicator.Levels.Count > 0)
        {
            problems.Add(CatalogFailures.ScaleNotWanted.On(path + ".levels"));
        }
    }

    private static void CheckAggregation(IndicatorDefinition indicator, string path, List<Failure> problems)
    {
        if (!AggregationFit.Fits(indicator.Aggregation, indicator.ValueType))
        {
            problems.Add(CatalogFailures.AggregationUnfit.On(
                path + ".aggregation", SnakeCase.Of(indicator.ValueType),
                string.Join(", ", AggregationFit.RulesFor(indicator.ValueType).Select(rule => SnakeCase.Of(rule)))));
        }
        else if (indicator.DataSource != IndicatorDataSource.OfficialData && indicator.Aggregation != AggregationRule.None)
        {
            problems.Add(CatalogFailures.SurveyNeverRollsUp.On(path + ".aggregation"));
        }
    }

    private static void CheckTarget(IndicatorDefinition indicator, string path, List<Failure> problems)
    {
        if (indicator.Target is not { } target) return;
        if (indicator.ValueType is IndicatorValueType.Text or IndicatorValueType.Level)
        {
            problems.Add(CatalogFailures.TargetNotWanted.On(path + ".target"));
            return;
        }

        decimal? highest = indicator.ValueType switch
        {
            IndicatorValueType.Percent or IndicatorValueType.YesNo => 100,
            IndicatorValueType.Rating => indicator.Levels.Count,
            _ => null,
        };
        if (highest is not null && (target < 0 || target > highest))
            problems.Add(CatalogFailures.TargetOutOfRange.On(path + ".target", 0, highest));
    }
}
