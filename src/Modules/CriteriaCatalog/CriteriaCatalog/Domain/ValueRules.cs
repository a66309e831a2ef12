using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>What the validation rules of an indicator must keep; their formulas are checked with all others of the set.</summary>
internal static class ValueRules
{
    private const decimal MostPercent = 1_000_000;

    internal static void Check(IndicatorDefinition indicator, string path, List<Failure> problems)
    {
        for (var i = 0; i < indicator.Rules.Count; i++)
        {
            var (rule, at) = (indicator.Rules[i], $"{path}.rules[{i}]");
            if (rule.Message is not null) PublishingRules.RequireVietnamese(rule.Message, at + ".message", problems);
            if (!indicator.IsNumber || (rule.Part != FormulaPart.Value && !indicator.IsFraction))
                problems.Add(IndicatorFailures.RulePartUnfit.On(at + ".part"));
            CheckKind(rule, at, problems);
        }
    }

    private static void CheckKind(RuleDefinition rule, string at, List<Failure> problems)
    {
        var ofRange = rule.Minimum is not null || rule.Maximum is not null;
        var ofRelation = rule.Comparison is not null || rule.Formula is not null;
        var ofChange = rule.Percent is not null;
        var (complete, needs) = rule.Kind switch
        {
            RuleKind.Range => (ofRange && !ofRelation && !ofChange && !(rule.Minimum > rule.Maximum), "minimum, maximum (minimum <= maximum)"),
            RuleKind.Relation => (rule is { Comparison: not null, Formula: not null } && !ofRange && !ofChange, "comparison, formula"),
            _ => (rule.Percent is > 0 and <= MostPercent && !ofRange && !ofRelation, "percent (> 0)"),
        };
        if (!complete) problems.Add(IndicatorFailures.RuleIncomplete.On(at, SnakeCase.Of(rule.Kind), needs));
        if (rule is { Kind: RuleKind.Change, Severity: RuleSeverity.Hard }) problems.Add(IndicatorFailures.ChangeIsSoft.On(at + ".severity"));
    }
}
