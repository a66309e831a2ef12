using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;

namespace LearningCity.CriteriaCatalog.Tests.Domain.Formulas;

internal sealed class FormulaRulesTests
{
    private static IndicatorDefinition Count(string code, string unit = "người") => Samples.Percent with
    {
        Code = code,
        ValueType = IndicatorValueType.Count,
        Aggregation = AggregationRule.Sum,
        MeasureUnit = new LocalText(unit, ""),
        Numerator = null,
        Denominator = null,
        Target = null,
    };

    private static IndicatorDefinition Derived(string code, string formula, string unit, IndicatorValueType type = IndicatorValueType.Amount) =>
        Count(code, unit) with { ValueType = type, Aggregation = AggregationRule.None, ReporterTypes = [], Formula = formula };

    private static IReadOnlyList<string> Problems(params IndicatorDefinition[] indicators) =>
        [.. PublishingRules.Problems(Samples.Set("sample", 1, indicators), []).Select(problem => $"{problem.Field} {problem.Code["criteria_catalog.".Length..]}")];

    private static IReadOnlyList<string> ProblemsOf(string formula, string unit, IndicatorValueType type = IndicatorValueType.Amount) => Problems(
        Count("People"), Count("Learners"), Count("Classes", "lớp"), Count("Money", "triệu đồng"), Count("Grants", "tỷ đồng"),
        Samples.Percent with { Code = "Rate" }, Derived("D", formula, unit, type));

    private const string Formula = "$.nodes[0].children[0].indicators[6].formula";

    [TestCase("People + Learners - 3", "người")]
    [TestCase("People / Classes", "người/lớp")]
    [TestCase("Money / People", "triệu đồng/người")]
    [TestCase("Learners / People * 100", "%", IndicatorValueType.Percent)]
    [TestCase("Learners / People", "lần", IndicatorValueType.Ratio)]
    [TestCase("Money / 1000 + Grants", "tỷ đồng")]
    [TestCase("People * Rate / 100", "người")]
    [TestCase("Rate.numerator / Rate.denominator * 100", "%", IndicatorValueType.Percent)]
    [TestCase("max(People, Learners, 1)", "người")]
    [TestCase("Classes * (People / Classes)", "người")]
    public void Units_that_fit_are_published(string formula, string unit, IndicatorValueType type = IndicatorValueType.Amount) =>
        ProblemsOf(formula, unit, type).ShouldBeEmpty();

    [TestCase("People + Classes", "người", Description = "people and classes do not add up")]
    [TestCase("Money + Grants", "tỷ đồng", Description = "million and billion do not add up")]
    [TestCase("Money + People * Classes", "triệu đồng")]
    [TestCase("Learners / People", "%", IndicatorValueType.Percent, Description = "a share is no percentage")]
    [TestCase("People / Classes", "lớp/người")]
    [TestCase("People * Rate", "người")]
    [TestCase("first(People, Money)", "người")]
    public void Units_that_do_not_fit_are_refused(string formula, string unit, IndicatorValueType type = IndicatorValueType.Amount) =>
        ProblemsOf(formula, unit, type).ShouldBe([$"{Formula} formula_units_unfit"]);

    [TestCase("People + Nobody", "formula_code_unknown")]
    [TestCase("people", "formula_code_unknown", Description = "codes are exact")]
    [TestCase("1 + 2", "formula_names_nothing")]
    [TestCase("People.numerator", "formula_part_unfit")]
    [TestCase("People +", "formula_unfinished")]
    public void What_cannot_be_worked_out_is_refused(string formula, string code) => ProblemsOf(formula, "người").ShouldBe([$"{Formula} {code}"]);

    [Test]
    public void A_level_is_no_number() => Problems(Samples.Level, Derived("D", "I2 + 1", "mức"))
        .ShouldBe(["$.nodes[0].children[0].indicators[1].formula formula_value_unfit"]);

    [Test]
    public void Formulas_do_not_run_in_a_circle()
    {
        Problems(Derived("A", "A + 1", "người")).ShouldBe(["$.nodes[0].children[0].indicators[0].formula formula_cycle"]);
        var problem = PublishingRules.Problems(
            Samples.Set("sample", 1, Derived("A", "B + P", "người"), Derived("B", "C * 2", "người"), Derived("C", "A + P", "người"), Count("P")), []).ShouldHaveSingleItem();
        problem.Message(Language.Vi).ShouldBe("Các công thức gọi nhau thành vòng: A → B → C → A.");
    }

    [Test]
    public void Formulas_may_stand_on_each_other_but_not_without_end()
    {
        IndicatorDefinition[] Chain(int length) =>
            [Count("D0"), .. Enumerable.Range(1, length).Select(i => Derived($"D{i}", $"D{i - 1} + D0", "người"))];
        Problems(Chain(10)).ShouldBeEmpty();
        Problems([.. Chain(12).Reverse()]).ShouldHaveSingleItem().ShouldEndWith("formula_chain_too_long");
    }

    [Test]
    public void A_relation_is_checked_like_a_formula()
    {
        static IndicatorDefinition With(string formula) => Count("I5") with
        {
            Rules = [new() { Kind = RuleKind.Relation, Severity = RuleSeverity.Hard, Comparison = Comparison.AtMost, Formula = formula }],
        };
        Problems(With("I4"), Count("I4")).ShouldBeEmpty();
        Problems(With("I4"), Count("I4", "lớp")).ShouldBe(["$.nodes[0].children[0].indicators[0].rules[0].formula formula_units_unfit"]);
        Problems(With("I9")).ShouldBe(["$.nodes[0].children[0].indicators[0].rules[0].formula formula_code_unknown"]);
    }
}
