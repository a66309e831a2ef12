using LearningCity.BuildingBlocks.Ui.Charts;

namespace LearningCity.BuildingBlocks.Tests.Ui;

internal sealed class ChartScaleTests
{
    [Test]
    public void Ticks_are_round_and_hold_all_values()
    {
        var scale = ChartScale.Around([93.2m, 98.4m, null]);

        scale.Ticks.ShouldBe([92, 94, 96, 98, 100]);
        scale.Position(100m).ShouldBe(1);
        scale.Position(96m).ShouldBe(0.5);
    }

    [Test]
    public void Bars_start_at_zero() => ChartScale.Around([800m, 3100m], fromZero: true).Min.ShouldBe(0);

    [Test]
    public void Equal_values_and_no_values_still_make_a_scale()
    {
        ChartScale.Around([5m, 5m]).Position(5m).ShouldBeInRange(0.2, 0.8);
        ChartScale.Around([0m]).Ticks.Count.ShouldBeGreaterThan(1);
        ChartScale.Around([]).Position(3m).ShouldBe(1);
    }

    [Test]
    public void Lengths_are_written_with_a_point_in_every_language()
    {
        Svg.Px(12.347).ShouldBe("12.35");
        Svg.Pc(0.125).ShouldBe("12.5%");
    }
}
