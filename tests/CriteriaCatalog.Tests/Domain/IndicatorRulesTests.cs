using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Contracts.Targets;
using LearningCity.CriteriaCatalog.Contracts.Timing;
using LearningCity.CriteriaCatalog.Domain;

namespace LearningCity.CriteriaCatalog.Tests.Domain;

/// <summary>What the facts of an indicator must keep to be published.</summary>
internal sealed class IndicatorRulesTests
{
    private static readonly IndicatorDefinition Count = Samples.Percent with
    {
        ValueType = IndicatorValueType.Count,
        Aggregation = AggregationRule.Sum,
        Numerator = null,
        Denominator = null,
        Target = null,
    };

    private static readonly IndicatorDefinition Counted = Count with
    {
        Aggregation = AggregationRule.None,
        ReporterTypes = [],
        RegistryCount = new(RegistryMeasure.Units, ["ward"], null, null),
    };

    private static IEnumerable<TestCaseData> Mistakes()
    {
        static TestCaseData Mistake(string name, IndicatorDefinition indicator, string path, string code) =>
            new TestCaseData(indicator, path, code).SetArgDisplayNames(name);

        yield return Mistake("two sources", Counted with { ReportingCount = new(ReportingMeasure.OnTime, ["ward"]) }, "", "one_source_only");
        yield return Mistake("counted and given by a series", Counted with { ValueSeries = new("population") }, ".valueSeries", "one_source_only");
        yield return Mistake("a numerator of a count", Count with { NumeratorSeries = new("population") }, ".numeratorSeries", "series_part_unfit");
        yield return Mistake("a series for a whole percentage", Samples.Percent with { ValueSeries = new("population") }, ".valueSeries", "series_part_unfit");
        yield return Mistake("a series for a level", Samples.Level with { ValueSeries = new("population") }, ".valueSeries", "series_part_unfit");
        yield return Mistake("ages that are none", Count with { ValueSeries = new("population", "60-15") }, ".valueSeries.ageGroup", "series_age_group_malformed");
        yield return Mistake(
            "half given and asked of nobody", Samples.Percent with { DenominatorSeries = new("population"), ReporterTypes = [] }, ".reporterTypes", "nobody_reports");
        yield return Mistake("computed and asked", Counted with { ReporterTypes = ["ward"] }, ".reporterTypes", "computed_is_not_asked");
        yield return Mistake("computed and summed", Counted with { Aggregation = AggregationRule.Sum }, ".aggregation", "computed_never_rolls_up");
        yield return Mistake("counted money", Counted with { ValueType = IndicatorValueType.Amount }, ".valueType", "computed_type_unfit");
        yield return Mistake("counted nobody", Counted with { RegistryCount = new(RegistryMeasure.Units, [], null, null) }, ".registryCount.unitTypes", "counted_types_missing");
        yield return Mistake(
            "recognition of what", Counted with { RegistryCount = new(RegistryMeasure.Recognitions, ["ward"], null, "1") }, ".registryCount.title", "title_missing");
        yield return Mistake("year to date of a stock", Count with { EntryMode = EntryMode.YearToDate }, ".entryMode", "entry_mode_unfit");
        yield return Mistake("custom without windows", Count with { Frequency = IndicatorFrequency.Custom }, ".window", "window_unfit");
        yield return Mistake("windows without custom", Count with { Window = new(1, 1, 3, 3) }, ".window", "window_unfit");
        yield return Mistake("unknown dimension", Count with { Disaggregations = ["sex"] }, ".disaggregations[0]", "dimension_unknown");
        yield return Mistake("agency of nobody", Count with { LeadAgency = new(null, null) }, ".leadAgency", "agency_unclear");
        yield return Mistake("agency twice", Count with { CooperatingAgencies = [new("A", "ward")] }, ".cooperatingAgencies[0]", "agency_unclear");
        yield return Mistake("evidence of what", Count with { Evidence = [new(EvidenceKind.Other, true, null)] }, ".evidence[0].name", "evidence_name_missing");
        yield return Mistake("English only", Count with { LegalBasis = new("", "Circular") }, ".legalBasis.vi", "vietnamese_missing");
        yield return Mistake("follows itself", Count with { Predecessor = "I1" }, ".predecessor", "predecessor_taken");
        yield return Mistake(
            "target for whom", Count with { Targets = [new(1) { UnitCode = "A", UnitType = "ward" }] }, ".targets[0]", "target_for_whom_unclear");
        yield return Mistake(
            "target twice", Count with { Targets = [new(1) { Year = 2025 }, new(2) { Year = 2025 }] }, ".targets[1]", "target_repeated");
        yield return Mistake("target beside the plain one", Count with { Target = 1, Targets = [new(2)] }, ".targets[0]", "target_repeated");
        yield return Mistake("target in the past", Count with { Targets = [new(1) { Year = 25 }] }, ".targets[0].year", "target_year_out_of_range");
        yield return Mistake("target beyond all", Samples.Percent with { Targets = [new(101) { Year = 2025 }] }, ".targets[0].value", "target_out_of_range");
        yield return Mistake("target of an unknown level", Count with { Targets = [new(1) { Level = "1" }] }, ".targets[0].level", "grade_unknown");
        yield return Mistake("points that nobody counts", Count with { Points = [new(1, 1)] }, ".points", "points_not_wanted");
        yield return Mistake("range of nothing", Count with { Rules = [new() { Kind = RuleKind.Range }] }, ".rules[0]", "rule_incomplete");
        yield return Mistake("empty range", Count with { Rules = [new() { Kind = RuleKind.Range, Minimum = 2, Maximum = 1 }] }, ".rules[0]", "rule_incomplete");
        yield return Mistake(
            "change refused", Count with { Rules = [new() { Kind = RuleKind.Change, Percent = 50, Severity = RuleSeverity.Hard }] }, ".rules[0].severity", "change_is_soft");
        yield return Mistake(
            "rule for a level", Samples.Level with { Rules = [new() { Kind = RuleKind.Change, Percent = 50 }] }, ".rules[0].part", "rule_part_unfit");
    }

    [TestCaseSource(nameof(Mistakes))]
    public void Names_the_path_of_a_mistake(IndicatorDefinition indicator, string path, string code) => PublishingRules
        .Problems(Samples.Set("sample", 1, indicator), []).Select(problem => (problem.Field, problem.Code)).ShouldHaveSingleItem()
        .ShouldBe(("$.nodes[0].children[0].indicators[0]" + path, "criteria_catalog." + code));

    private static IReadOnlyList<string> ProblemsOf(SetScoring scoring, params IndicatorDefinition[] indicators) =>
        [.. PublishingRules.Problems(Samples.Set("sample", 1, indicators) with { Scoring = scoring }, []).Select(problem => problem.Code["criteria_catalog.".Length..])];

    private static ScoringGrade Grade(string code, decimal? atLeast = null) => new(code, new(code, ""), atLeast);

    [Test]
    public void A_scoring_is_complete()
    {
        ProblemsOf(new(ScoringMode.Tracking, [Grade("a")])).ShouldBe(["grades_not_wanted"]);
        ProblemsOf(new(ScoringMode.Points, [Grade("a", 50), Grade("b", 40)]), Count with { Points = [new(1, 5)] }).ShouldBe(["thresholds_unordered"]);
        ProblemsOf(new(ScoringMode.Points, [Grade("a", 50)])).ShouldBe(["points_missing"]);
        ProblemsOf(new(ScoringMode.Points, [Grade("a", 50)]), Count with { Points = [new(1, 5), new(2, 5)] }).ShouldBe(["points_unordered"]);
        ProblemsOf(new(ScoringMode.AllTargetsMet, [Grade("1"), Grade("2")]), Count with { Targets = [new(1) { Level = "1" }] }).ShouldBe(["grade_asks_nothing"]);
        ProblemsOf(new(ScoringMode.RatingPerCriterion, [Grade("fair"), Grade("good")]), Samples.Level).ShouldBeEmpty();
        ProblemsOf(new(ScoringMode.RatingPerCriterion, [Grade("good"), Grade("fair")]), Samples.Level).ShouldBe(["rating_scale_unfit"]);
        ProblemsOf(new(ScoringMode.RatingPerCriterion, []), Count).ShouldBe(["grades_missing"]);
    }

    [Test]
    public void Dimensions_have_categories_with_codes_of_their_own()
    {
        var sex = new Dimension("sex", new("Giới tính", "Sex"), [new("f", new("Nữ", "Female")), new("m", new("Nam", "Male"))]);
        static IReadOnlyList<string> Problems(Dimension dimension) => [.. PublishingRules
            .Problems(Samples.Set("sample", 1, Count with { Disaggregations = ["sex"] }) with { Dimensions = [dimension] }, [])
            .Select(problem => problem.Field + " " + problem.Code["criteria_catalog.".Length..])];
        Problems(sex).ShouldBeEmpty();
        Problems(sex with { Categories = [] }).ShouldBe(["$.dimensions[0].categories dimension_empty"]);
        Problems(sex with { Categories = [.. sex.Categories, sex.Categories[0]] }).ShouldBe(["$.dimensions[0].categories[2].code code_repeated"]);
    }

    [Test]
    public void A_complete_indicator_may_be_published() => PublishingRules.Problems(
        Samples.Set("sample", 1, Count with
        {
            Accumulation = IndicatorAccumulation.Flow,
            EntryMode = EntryMode.YearToDate,
            Frequency = IndicatorFrequency.SchoolYear,
            LeadAgency = new("DOET", null),
            CooperatingAgencies = [new(null, "ward")],
            Definition = new("Số người", ""),
            Predecessor = "I0",
            Targets = [new IndicatorTarget(5) { Year = 2030, UnitType = "ward" }],
            Baseline = new(3, new DateOnly(2023, 12, 31)),
            Rules = [new() { Kind = RuleKind.Range, Severity = RuleSeverity.Hard, Maximum = 1_000_000 }],
            Evidence = [new(EvidenceKind.Decision, true, null)],
        }), []).ShouldBeEmpty();
}
