using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Contracts.Targets;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>What the targets and the baseline of an indicator must keep.</summary>
internal static class TargetRules
{
    private const int FirstYear = 2000;
    private const int LastYear = 2200;

    internal static void Check(IndicatorDefinition indicator, SetScoring scoring, string path, List<Failure> problems)
    {
        CheckPlain(indicator, path, problems);
        if (indicator.Baseline is { } baseline) CheckValue(indicator, baseline.Value, path + ".baseline.value", problems);
        var seen = new HashSet<IndicatorTarget>();
        if (indicator.Target is not null) seen.Add(new IndicatorTarget(0));
        for (var i = 0; i < indicator.Targets.Count; i++)
        {
            var (target, at) = (indicator.Targets[i], $"{path}.targets[{i}]");
            CheckValue(indicator, target.Value, at + ".value", problems);
            if ((target.UnitCode is not null && target.UnitType is not null) || (target.Year is not null && target.Period is not null))
                problems.Add(IndicatorFailures.TargetForWhomUnclear.On(at));
            if (target.Year is < FirstYear or > LastYear)
                problems.Add(IndicatorFailures.TargetYearOutOfRange.On(at + ".year", FirstYear, LastYear));
            if (target.Level is { } level && (scoring.Mode != ScoringMode.AllTargetsMet || scoring.Grades.All(grade => grade.Code != level)))
                problems.Add(IndicatorFailures.GradeUnknown.On(at + ".level", level));
            if (!seen.Add(target with { Value = 0 })) problems.Add(IndicatorFailures.TargetRepeated.On(at));
        }
    }

    private static void CheckPlain(IndicatorDefinition indicator, string path, List<Failure> problems)
    {
        if (indicator.Target is not { } target) return;
        if (indicator.ValueType == IndicatorValueType.Level) problems.Add(CatalogFailures.TargetNotWanted.On(path + ".target"));
        else CheckValue(indicator, target, path + ".target", problems);
    }

    private static void CheckValue(IndicatorDefinition indicator, decimal value, string path, List<Failure> problems)
    {
        if (indicator.ValueType == IndicatorValueType.Text)
        {
            problems.Add(CatalogFailures.TargetNotWanted.On(path));
            return;
        }

        decimal? highest = indicator.ValueType switch
        {
            IndicatorValueType.Percent or IndicatorValueType.YesNo => 100,
            IndicatorValueType.Rating or IndicatorValueType.Level => indicator.Levels.Count,
            _ => null,
        };
        if (highest is not null && (value < 0 || value > highest)) problems.Add(CatalogFailures.TargetOutOfRange.On(path, 0, highest));
    }
}
