using LearningCity.BuildingBlocks;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;

namespace LearningCity.CriteriaCatalog.Tests.Domain.Crosswalks;

internal sealed class CrosswalkFitTests
{
    private static readonly Indicator Learners = new(
        Ids.New(), "I1", "A1", new("Người học", "Learners"), IndicatorValueType.Count, new("người", "people"), 0, Direction.Higher,
        AggregationRule.Sum, OwnValue.Replace, null, null, [], ["ward"], null, null);

    private static readonly Indicator Level = Learners with
    {
        ValueType = IndicatorValueType.Level,
        Levels = [new("fair", new("Khá", "Fair")), new("good", new("Tốt", "Good"))],
    };

    private static readonly Indicator Share = Learners with { ValueType = IndicatorValueType.Percent };

    private static IEnumerable<string> Codes(CrosswalkKind kind, Indicator target, params Indicator[] sources) =>
        CrosswalkFit.Problems(kind, target, sources).Select(problem => problem.Code["criteria_catalog.crosswalk_".Length..]);

    [Test]
    public void The_same_kind_of_value_fits_whatever_the_accents_of_its_measure() =>
        Codes(CrosswalkKind.Equal, Learners, Learners with { MeasureUnit = new("NGUOI", "") }).ShouldBeEmpty();

    [Test]
    public void A_sign_is_compared_as_it_is() => Codes(
        CrosswalkKind.Equal, Learners with { MeasureUnit = new("%", "%") }, Learners with { MeasureUnit = new("‰", "‰") }).ShouldBe(["other_measure"]);

    [Test]
    public void What_differs_is_named()
    {
        Codes(CrosswalkKind.Equal, Learners, Learners with { ValueType = IndicatorValueType.Amount }).ShouldBe(["other_value_type"]);
        Codes(CrosswalkKind.Equal, Learners, Learners with { MeasureUnit = new("lớp", "classes") }).ShouldBe(["other_measure"]);
        Codes(CrosswalkKind.Equal, Learners, Learners with { Counting = IndicatorCounting.Persons }).ShouldBe(["other_counting"]);
        Codes(CrosswalkKind.Equal, Share, Share with { Counting = IndicatorCounting.Persons }).ShouldBeEmpty();
        Codes(CrosswalkKind.Equal, Level, Level with { Levels = [.. Level.Levels.Reverse()] }).ShouldBe(["other_levels"]);
        Codes(CrosswalkKind.Equal, Learners with { Factor = 1000 }, Learners).ShouldBe(["other_measure"]);
    }

    [Test]
    public void Only_what_can_be_summed_has_parts()
    {
        Codes(CrosswalkKind.Part, Learners, Learners).ShouldBeEmpty();
        Codes(CrosswalkKind.Part, Level, Level).ShouldBe(["no_parts"]);
    }

    [Test]
    public void An_equal_or_part_link_has_one_source() => Codes(CrosswalkKind.Equal, Learners, Learners, Learners).ShouldBe(["one_source"]);

    [Test]
    public void A_survey_never_answers_what_is_counted_from_records()
    {
        var survey = Learners with { DataSource = IndicatorDataSource.Survey };
        Codes(CrosswalkKind.Equal, Learners, survey).ShouldBe(["survey_stays_survey"]);
        Codes(CrosswalkKind.Equal, survey, Learners).ShouldBeEmpty();
    }

    [TestCase("[one/A] * 2 + [two/A]", null)]
    [TestCase("[one/A] * 2", "crosswalk_formula_leaves_out")]
    [TestCase("[one/A] + [two/A] + [two/B]", "crosswalk_formula_names_other")]
    [TestCase("[one/A] + [two/A].numerator", "formula_part_unfit")]
    [TestCase("[one/A] * [two/A]", "formula_units_unfit")]
    [TestCase("[one/A] +", "formula_unfinished")]
    [TestCase("", "crosswalk_formula_unfit")]
    [TestCase(null, "crosswalk_formula_unfit")]
    public void A_formula_uses_its_sources_and_keeps_units_of_measure(string? formula, string? code)
    {
        var sources = new Dictionary<string, Indicator> { ["one/A"] = Learners, ["two/A"] = Learners };
        CrosswalkFormula.Problems(CrosswalkKind.Formula, formula, Learners, sources).Select(problem => problem.Code)
            .ShouldBe(code is null ? [] : ["criteria_catalog." + code]);
    }

    [Test]
    public void A_formula_answers_counts_and_amounts_only() => CrosswalkFormula
        .Problems(CrosswalkKind.Formula, "[one/A]", Share, new Dictionary<string, Indicator> { ["one/A"] = Learners })
        .ShouldHaveSingleItem().Definition.ShouldBe(CrosswalkFailures.FormulaTarget);
}
