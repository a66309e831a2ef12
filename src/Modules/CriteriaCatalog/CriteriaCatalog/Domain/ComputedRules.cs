using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>What an indicator must keep that the system fills in: by a formula, from the registry, from the reporting.</summary>
internal static class ComputedRules
{
    internal static void Check(IndicatorDefinition indicator, string path, List<Failure> problems)
    {
        if (!indicator.IsComputed) return;
        var sources = (indicator.Formula is null ? 0 : 1) + (indicator.RegistryCount is null ? 0 : 1) + (indicator.ReportingCount is null ? 0 : 1);
        if (sources > 1) problems.Add(IndicatorFailures.OneSourceOnly.On(path));
        if (indicator.ReporterTypes.Count > 0) problems.Add(IndicatorFailures.ComputedIsNotAsked.On(path + ".reporterTypes"));
        if (indicator.Aggregation != AggregationRule.None) problems.Add(IndicatorFailures.ComputedNeverRollsUp.On(path + ".aggregation"));
        var fits = indicator.Formula is not null
            ? indicator.IsNumber
            : indicator.ValueType is IndicatorValueType.Count or IndicatorValueType.Percent;
        if (!fits) problems.Add(IndicatorFailures.ComputedTypeUnfit.On(path + ".valueType", SnakeCase.Of(indicator.ValueType)));
        CheckCounts(indicator, path, problems);
    }

    private static void CheckCounts(IndicatorDefinition indicator, string path, List<Failure> problems)
    {
        if (indicator.RegistryCount is { } registry)
        {
            if (registry.UnitTypes.Count == 0) problems.Add(IndicatorFailures.CountedTypesMissing.On(path + ".registryCount.unitTypes"));
            var hasTitle = !string.IsNullOrEmpty(registry.Title);
            if (hasTitle != (registry.Measure == RegistryMeasure.Recognitions) || (registry.Level is not null && !hasTitle))
                problems.Add(IndicatorFailures.TitleMissing.On(path + ".registryCount.title"));
        }

        if (indicator.ReportingCount is { UnitTypes.Count: 0 })
            problems.Add(IndicatorFailures.CountedTypesMissing.On(path + ".reportingCount.unitTypes"));
    }
}
