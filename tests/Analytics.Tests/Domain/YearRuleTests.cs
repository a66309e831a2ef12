using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.Analytics.Tests.Domain;

/// <summary>How the halves of a year make its figure.</summary>
internal sealed class YearRuleTests
{
    private static readonly RollupState?[] Halves = [Of(30), Of(70)];

    [Test]
    public void A_flow_is_the_sum_of_its_halves() => SumOf(IndicatorAccumulation.Flow, EntryMode.Increment).ShouldBe(100);

    [Test]
    public void A_flow_that_is_entered_as_year_to_date_counts_its_first_half_once() =>
        SumOf(IndicatorAccumulation.Flow, EntryMode.YearToDate).ShouldBe(70);

    [Test]
    public void A_stock_is_its_last_half() => SumOf(IndicatorAccumulation.Stock, EntryMode.Increment).ShouldBe(70);

    [Test]
    public void Where_halves_stand_side_by_side_there_is_no_figure_of_the_year() =>
        YearRule.Combine(IndicatorAccumulation.Neither, EntryMode.Increment, Halves).ShouldBeNull();

    private static decimal? SumOf(IndicatorAccumulation accumulation, EntryMode entry) => YearRule.Combine(accumulation, entry, Halves)?.Measure.Sum;

    private static RollupState Of(decimal sum)
    {
        var state = default(RollupState);
        (state.Measure.Sum, state.Measure.Values) = (sum, 1);
        return state;
    }
}
