using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Tests.Domain;

internal sealed class CopyForwardTests
{
    private static readonly Indicator Count = new(
        Guid.CreateVersion7(), "I01", "C1", new LocalText("Lượt", "Times"), IndicatorValueType.Count, new LocalText("lượt", "times"), 0,
        Direction.Higher, AggregationRule.Sum, OwnValue.Add, null, null, [], [], null, null);

    [TestCase(7, 7, true)]
    [TestCase(7, 8, false)]
    [TestCase(0, 0, null)]
    [TestCase(7, 0, false)]
    public void A_figure_other_than_zero_repeats_the_last_one_to_the_digit(decimal now, decimal before, bool? expected) =>
        CopyForward.IsSame(Count, new PackedCell(0, "", CellState.Reported, now), new PackedCell(0, "", CellState.Reported, before)).ShouldBe(expected);

    [Test]
    public void A_pair_with_the_same_share_and_other_numbers_is_no_copy()
    {
        var share = Count with { ValueType = IndicatorValueType.Percent };
        CopyForward.IsSame(
            share, new PackedCell(0, "", CellState.Reported, null, 5, 10), new PackedCell(0, "", CellState.Reported, null, 50, 100)).ShouldBe(false);
    }

    [TestCase(4, 4, false)]
    [TestCase(4, 5, true)]
    [TestCase(7, 9, false)]
    public void Four_fifths_of_at_least_five_figures_are_conspicuous(int same, int compared, bool expected) =>
        CopyForward.IsConspicuous(same, compared).ShouldBe(expected);
}
