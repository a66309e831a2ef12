using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.CriteriaCatalog.Domain;

namespace LearningCity.CriteriaCatalog.Tests.Contracts;

internal sealed class ValidationRuleTests
{
    private static bool Broken(RuleDefinition rule, decimal? value, decimal? last = null, decimal? other = null)
    {
        var people = Samples.Percent with { ValueType = IndicatorValueType.Count, Aggregation = AggregationRule.Sum, Target = null };
        var set = Published.Of(Samples.Set("rules", 1, people with { Code = "I5", Rules = [rule] }, people with { Code = "I4" }));
        return set.Indicators[0].Rules[0].IsBrokenBy(value, last, reference => reference.Code == "I4" ? other : null);
    }

    [TestCase(9, true)]
    [TestCase(10, false)]
    [TestCase(20, false)]
    [TestCase(21, true)]
    [TestCase(null, false)]
    public void A_range_has_two_ends(int? value, bool broken) =>
        Broken(new() { Kind = RuleKind.Range, Minimum = 10, Maximum = 20 }, value).ShouldBe(broken);

    [TestCase(Comparison.AtMost, 5, false)]
    [TestCase(Comparison.AtMost, 6, true)]
    [TestCase(Comparison.Less, 5, true)]
    [TestCase(Comparison.Equal, 5, false)]
    [TestCase(Comparison.AtLeast, 4, true)]
    [TestCase(Comparison.Greater, 5, true)]
    public void A_relation_compares_with_a_formula(Comparison comparison, int value, bool broken) =>
        Broken(new() { Kind = RuleKind.Relation, Comparison = comparison, Formula = "I4" }, value, other: 5).ShouldBe(broken);

    [Test]
    public void A_relation_with_a_value_that_is_not_there_breaks_nothing() =>
        Broken(new() { Kind = RuleKind.Relation, Comparison = Comparison.AtMost, Formula = "I4" }, 6).ShouldBeFalse();

    [TestCase(150, 100, false)]
    [TestCase(151, 100, true)]
    [TestCase(50, 100, false)]
    [TestCase(49, 100, true)]
    [TestCase(7, 0, false, Description = "there is no percentage of nothing")]
    [TestCase(7, null, false)]
    public void A_change_is_asked_about_both_ways(int value, int? last, bool broken) =>
        Broken(new() { Kind = RuleKind.Change, Percent = 50 }, value, last).ShouldBe(broken);

    [Test]
    public void Derived_figures_stand_on_each_other_and_are_worked_out_once()
    {
        var people = Samples.Percent with { ValueType = IndicatorValueType.Count, Aggregation = AggregationRule.Sum, Target = null };
        var derived = people with { Aggregation = AggregationRule.None, ReporterTypes = [] };
        var set = Published.Of(Samples.Set(
            "derived", 1, derived with { Code = "Both", Formula = "Sum * 2" }, derived with { Code = "Sum", Formula = "A + B" }, people with { Code = "A" },
            people with { Code = "B" }, derived with { Code = "Share", MeasureUnit = new("lần", ""), Formula = "A / (B - B)" }));
        var asked = 0;
        var figures = new DerivedFigures(set, reference =>
        {
            asked++;
            return reference.Code == "A" ? 1.1m : 2.2m;
        });
        (figures.ValueOf("Both"), figures.ValueOf("Sum"), figures.ValueOf("A"), figures.ValueOf("Share")).ShouldBe((6.6m, 3.3m, 1.1m, null));
        asked.ShouldBe(6);
        set.Indicators.Where(indicator => indicator.IsComputed).Select(indicator => indicator.Code).ShouldBe(["Both", "Sum", "Share"]);
    }
}
