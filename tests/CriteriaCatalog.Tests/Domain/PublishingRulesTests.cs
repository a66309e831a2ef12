using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;

namespace LearningCity.CriteriaCatalog.Tests.Domain;

internal sealed class PublishingRulesTests
{
    private const string Indicator = "$.nodes[0].children[0].indicators[0]";

    private static IReadOnlyList<(string? Path, string Code)> Problems(SetContent content, params Lifespan[] earlier) =>
        [.. PublishingRules.Problems(content, earlier).Select(problem => (problem.Field, problem.Code["criteria_catalog.".Length..]))];

    private static IReadOnlyList<(string? Path, string Code)> ProblemsOf(IndicatorDefinition indicator) => Problems(Samples.Set("sample", 1, indicator));

    [Test]
    public void A_sound_set_may_be_published() => Problems(Samples.Set()).ShouldBeEmpty();

    [Test]
    public void Codes_of_nodes_are_used_once() =>
        Problems(Samples.Set().WithCriterion(criterion => criterion with { Code = "A" }))
            .ShouldHaveSingleItem().ShouldBe(("$.nodes[0].children[0].code", "code_repeated"));

    [Test]
    public void Codes_of_indicators_are_used_once() =>
        Problems(Samples.Set("sample", 1, Samples.Percent, Samples.Level with { Code = Samples.Percent.Code }))
            .ShouldHaveSingleItem().ShouldBe(("$.nodes[0].children[0].indicators[1].code", "code_repeated"));

    [TestCase("")]
    [TestCase("có dấu")]
    [TestCase("a b")]
    [TestCase("../a")]
    [TestCase("a\n")]
    public void Codes_can_stand_in_an_address(string code) =>
        ProblemsOf(Samples.Percent with { Code = code }).ShouldHaveSingleItem().ShouldBe((Indicator + ".code", "code_malformed"));

    [Test]
    public void A_tree_without_a_level_above_its_indicators_is_too_flat() =>
        Problems(Samples.Set() with { LevelNames = [] }).ShouldContain(("$.levelNames", "levels_out_of_range"));

    [Test]
    public void A_tree_of_five_levels_is_too_deep() =>
        Problems(Samples.Set() with { LevelNames = [.. Enumerable.Repeat(new LocalText("Cấp", "Level"), 4)] })
            .ShouldContain(("$.levelNames", "levels_out_of_range"));

    [Test]
    public void Branches_end_at_the_same_level() =>
        Problems(Samples.Set() with { Nodes = [.. Samples.Set().Nodes, new() { Code = "B", Name = new("Nhánh cụt", "Short branch") }] })
            .ShouldHaveSingleItem().ShouldBe(("$.nodes[1]", "leaf_at_wrong_depth"));

    [Test]
    public void Indicators_hang_on_the_lowest_level_only() =>
        Problems(Samples.Set() with { Nodes = [Samples.Set().Nodes[0] with { Indicators = [Samples.Percent with { Code = "I9" }] }] })
            .ShouldHaveSingleItem().ShouldBe(("$.nodes[0].indicators", "indicator_above_leaf"));

    [Test]
    public void A_set_has_an_indicator() =>
        Problems(Samples.Set().WithCriterion(criterion => criterion with { Indicators = [] })).ShouldContain(("$.nodes", "no_indicators"));

    [Test]
    public void Vietnamese_is_never_missing()
    {
        Problems(Samples.Set() with { Name = new(" ", "Set") }).ShouldHaveSingleItem().ShouldBe(("$.name.vi", "vietnamese_missing"));
        ProblemsOf(Samples.Percent with { Name = new("", "Rate") }).ShouldHaveSingleItem().ShouldBe((Indicator + ".name.vi", "vietnamese_missing"));
        ProblemsOf(Samples.Level with { Levels = [Samples.Level.Levels[0], new("good", new("", "Good"))] })
            .ShouldHaveSingleItem().ShouldBe((Indicator + ".levels[1].name.vi", "vietnamese_missing"));
    }

    [Test]
    public void English_may_follow_later() => ProblemsOf(Samples.Percent with { Name = new("Tỷ lệ", "") }).ShouldBeEmpty();

    [Test]
    public void A_fraction_names_both_its_parts() =>
        ProblemsOf(Samples.Percent with { Numerator = null, Denominator = new("", "") })
            .ShouldBe([(Indicator + ".numerator", "fraction_name_missing"), (Indicator + ".denominator", "fraction_name_missing")]);

    [Test]
    public void A_scale_has_at_least_two_levels() =>
        ProblemsOf(Samples.Level with { Levels = [Samples.Level.Levels[0]] }).ShouldHaveSingleItem().ShouldBe((Indicator + ".levels", "scale_too_short"));

    [Test]
    public void A_percentage_has_no_levels() =>
        ProblemsOf(Samples.Percent with { Levels = Samples.Level.Levels }).ShouldHaveSingleItem().ShouldBe((Indicator + ".levels", "scale_not_wanted"));

    [Test]
    public void Percentages_are_never_averaged() =>
        ProblemsOf(Samples.Percent with { Aggregation = AggregationRule.Average }).ShouldHaveSingleItem().ShouldBe((Indicator + ".aggregation", "aggregation_unfit"));

    [Test]
    public void The_usual_rule_of_every_type_fits_it([Values] IndicatorValueType type) =>
        AggregationFit.Fits(AggregationFit.RulesFor(type)[0], type).ShouldBeTrue();

    [Test]
    public void Surveys_and_expert_reviews_never_roll_up(
        [Values(IndicatorDataSource.Survey, IndicatorDataSource.ExpertReview)] IndicatorDataSource source)
    {
        ProblemsOf(Samples.Percent with { DataSource = source }).ShouldHaveSingleItem().ShouldBe((Indicator + ".aggregation", "survey_never_rolls_up"));
        ProblemsOf(Samples.Percent with { DataSource = source, Aggregation = AggregationRule.None }).ShouldBeEmpty();
    }

    [Test]
    public void Somebody_reports_every_indicator() =>
        ProblemsOf(Samples.Percent with { ReporterTypes = [] }).ShouldHaveSingleItem().ShouldBe((Indicator + ".reporterTypes", "nobody_reports"));

    [TestCase(-1)]
    [TestCase(101)]
    public void The_target_of_a_percentage_is_one(decimal target) =>
        ProblemsOf(Samples.Percent with { Target = target }).ShouldHaveSingleItem().ShouldBe((Indicator + ".target", "target_out_of_range"));

    [Test]
    public void A_level_has_no_number_as_its_target() =>
        ProblemsOf(Samples.Level with { Target = 1 }).ShouldHaveSingleItem().ShouldBe((Indicator + ".target", "target_not_wanted"));

    [Test]
    public void Validity_does_not_run_backwards() =>
        Problems(Samples.Set() with { ValidTo = new DateOnly(2024, 12, 31) }).ShouldHaveSingleItem().ShouldBe(("$.validTo", "validity_reversed"));

    [Test]
    public void A_new_version_begins_after_the_ones_before_and_has_a_higher_number() =>
        Problems(Samples.Set(), new Lifespan(Guid.Empty, 1, new DateOnly(2025, 1, 1), null))
            .ShouldBe([("$.version", "version_is_out_of_turn"), ("$.validFrom", "begins_too_early")]);
}
