using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Tests.Domain;

/// <summary>Rules that a criteria set gives its indicators, where values are entered.</summary>
internal sealed class CatalogueRulesTests
{
    private static Indicator With(IndicatorValueType type, params ValidationRule[] rules) => new(
        Guid.Empty, "I5", "C", new("Số học viên", "Learners"), type, new("người", "people"), 0, Direction.Higher, AggregationRule.Sum, OwnValue.Replace,
        null, null, [], ["ward"], null, null)
    {
        Rules = rules,
    };

    private static PackedCell Cell(decimal number) => CellEntry.Of(number).At(0, "", default);

    private static string? Refused(Indicator indicator, RawEntry raw) => CellRules.Resolve(indicator, raw, out _) is { } failure
        ? $"{failure.Field} {failure.Code}"
        : null;

    [TestCase(10, null)]
    [TestCase(11, "value submissions.breaks_rule")]
    public void A_value_outside_a_hard_range_is_refused(int number, string? refusal) => Refused(
        With(IndicatorValueType.Count, new ValidationRule(RuleKind.Range, RuleSeverity.Hard, FormulaPart.Value) { Maximum = 10 }),
        new RawEntry(null, number)).ShouldBe(refusal);

    [Test]
    public void A_soft_range_refuses_nothing() => Refused(
        With(IndicatorValueType.Count, new ValidationRule(RuleKind.Range, RuleSeverity.Soft, FormulaPart.Value) { Maximum = 10 }),
        new RawEntry(null, 11)).ShouldBeNull();

    [TestCase(50, 100, null)]
    [TestCase(49, 100, "numerator submissions.breaks_rule")]
    public void A_range_of_a_percentage_is_in_percent(int numerator, int denominator, string? refusal) => Refused(
        With(IndicatorValueType.Percent, new ValidationRule(RuleKind.Range, RuleSeverity.Hard, FormulaPart.Value) { Minimum = 50 }),
        new RawEntry(null, Numerator: numerator, Denominator: denominator)).ShouldBe(refusal);

    [TestCase(5, 5, 0)]
    [TestCase(6, 5, 1)]
    [TestCase(6, null, 0)]
    public void A_hard_relation_is_judged_once_the_other_value_is_there(int value, int? other, int refusals)
    {
        var formula = new Formula("I4", new FormulaValue(new FormulaReference("I4", FormulaPart.Value)));
        var indicator = With(IndicatorValueType.Count, new ValidationRule(RuleKind.Relation, RuleSeverity.Hard, FormulaPart.Value)
        {
            Comparison = Comparison.AtMost,
            Formula = formula,
        });
        CatalogueRules.BrokenRelations(indicator, Cell(value), _ => other).Count(failure => failure.Field == "I5").ShouldBe(refusals);
    }

    [TestCase(null, 140, false)]
    [TestCase(null, 151, true)]
    [TestCase(20, 121, true)]
    [TestCase(20, 120, false)]
    [TestCase(100, 190, false)]
    public void The_catalogue_says_from_which_change_on_a_reason_is_asked(int? percent, int now, bool asked)
    {
        var indicator = percent is null
            ? With(IndicatorValueType.Count)
            : With(IndicatorValueType.Count, new ValidationRule(RuleKind.Change, RuleSeverity.Soft, FormulaPart.Value) { Percent = percent });
        (SoftRules.Conspicuous(indicator, Cell(now), Cell(100)) is not null).ShouldBe(asked);
    }
}
