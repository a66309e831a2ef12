using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;

namespace LearningCity.CriteriaCatalog.Tests.Domain;

/// <summary>Which reference series can give the figures of an indicator.</summary>
internal sealed class SeriesRulesTests
{
    private static readonly Dictionary<string, LocalText> Measures = new(StringComparer.Ordinal)
    {
        ["people"] = new("người", "people"),
        ["thousands"] = new("nghìn người", "thousand people"),
        ["pupils"] = new("học sinh", "pupils"),
        ["classes"] = new("lớp", "classes"),
    };

    private static readonly IndicatorDefinition Count = Samples.Percent with
    {
        ValueType = IndicatorValueType.Count,
        MeasureUnit = new("người", "people"),
        Aggregation = AggregationRule.Sum,
        Numerator = null,
        Denominator = null,
        Target = null,
    };

    private static readonly IndicatorDefinition Ratio = Samples.Percent with { ValueType = IndicatorValueType.Ratio, MeasureUnit = new("học sinh/lớp", "pupils/class"), Target = null };

    private static IEnumerable<TestCaseData> Indicators()
    {
        static TestCaseData Case(string name, IndicatorDefinition indicator, params string[] problems) =>
            new TestCaseData(indicator, problems).SetArgDisplayNames(name);

        yield return Case("no series", Count);
        yield return Case("the same measure", Count with { ValueSeries = new("people") });
        yield return Case("another measure", Count with { ValueSeries = new("classes") }, "valueSeries.series series_measure_unfit");
        yield return Case("another size", Count with { ValueSeries = new("thousands") }, "valueSeries.series series_measure_unfit");
        yield return Case("no such series", Count with { ValueSeries = new("none") }, "valueSeries.series series_unknown");
        yield return Case("one side of a percentage", Samples.Percent with { DenominatorSeries = new("thousands") });
        yield return Case("both sides of a percentage", Samples.Percent with { NumeratorSeries = new("people", "15-60"), DenominatorSeries = new("people") });
        yield return Case(
            "a percentage of something else", Samples.Percent with { NumeratorSeries = new("people"), DenominatorSeries = new("classes") },
            "denominatorSeries.series series_measure_unfit");
        yield return Case(
            "a percentage a thousand times too great", Samples.Percent with { NumeratorSeries = new("people"), DenominatorSeries = new("thousands") },
            "denominatorSeries.series series_measure_unfit");
        yield return Case("a ratio by its sides", Ratio with { NumeratorSeries = new("pupils"), DenominatorSeries = new("classes") });
        yield return Case("a side of a ratio", Ratio with { DenominatorSeries = new("classes") });
        yield return Case("a wrong side of a ratio", Ratio with { DenominatorSeries = new("people") }, "denominatorSeries.series series_measure_unfit");
        yield return Case(
            "so many in 100,000",
            Ratio with { MeasureUnit = new("học sinh/100.000 người", ""), Factor = 100_000, NumeratorSeries = new("pupils"), DenominatorSeries = new("people") });
        yield return Case(
            "so many in 100,000 without the factor",
            Ratio with { MeasureUnit = new("học sinh/100.000 người", ""), NumeratorSeries = new("pupils"), DenominatorSeries = new("people") },
            "denominatorSeries.series series_measure_unfit");
    }

    [TestCaseSource(nameof(Indicators))]
    public void A_series_is_there_and_measures_what_the_indicator_asks(IndicatorDefinition indicator, string[] problems) => SeriesRules
        .Problems(new PlacedIndicator(indicator, "A1", "$"), Measures)
        .Select(problem => problem.Field![2..] + " " + problem.Code["criteria_catalog.".Length..]).ShouldBe(problems);

    [Test]
    public void What_series_give_whole_is_asked_of_nobody()
    {
        static IEnumerable<string> Problems(IndicatorDefinition indicator) =>
            PublishingRules.Problems(Samples.Set("sample", 1, indicator with { ReporterTypes = [] }), []).Select(problem => problem.Code);
        Problems(Count with { ValueSeries = new("people") }).ShouldBeEmpty();
        Problems(Samples.Percent with { NumeratorSeries = new("people", "15-60"), DenominatorSeries = new("people") }).ShouldBeEmpty();
    }
}
