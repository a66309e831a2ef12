using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Tests.Domain;

internal sealed class RobustSpreadTests
{
    [Test]
    public void The_textbook_example_has_its_outlier()
    {
        // Median 2.2, distances 0.1 0.2 0.2 0.3 0 ... and one wild value: only that one passes 3.5.
        var spread = RobustSpread.Of([2.1m, 2.0m, 2.4m, 2.5m, 2.2m, 2.3m, 1.9m, 8.7m], 8)!;
        spread.Median.ShouldBe(2.25m);
        spread.MedianDeviation.ShouldBe(0.2m);
        spread.IsOutlier(8.7m).ShouldBeTrue();
        spread.IsOutlier(2.5m).ShouldBeFalse();
        Math.Round(spread.Score(8.7m)!.Value, 3).ShouldBe(21.753m);
    }

    [Test]
    public void Where_more_than_half_are_the_same_the_mean_distance_steps_in()
    {
        var spread = RobustSpread.Of([5, 5, 5, 5, 5, 6, 4, 5], 8)!;
        spread.MedianDeviation.ShouldBe(0);
        Math.Round(spread.Score(6)!.Value, 3).ShouldBe(3.192m);
        spread.IsOutlier(7).ShouldBeTrue();
    }

    [Test]
    public void Figures_that_do_not_spread_say_nothing_about_another() =>
        RobustSpread.Of([5, 5, 5, 5], 4)!.Score(9).ShouldBeNull();

    [Test]
    public void Too_few_figures_say_nothing() => RobustSpread.Of([1, 2, 3], 4).ShouldBeNull();

    [Test]
    public void One_wild_figure_moves_the_median_little()
    {
        var random = new Random(20261124);
        for (var round = 0; round < 200; round++)
        {
            var figures = Enumerable.Range(0, 21).Select(_ => (decimal)random.Next(90, 111)).ToList();
            var calm = RobustSpread.Of([.. figures], 8)!;
            figures[0] = 1_000_000;
            var wild = RobustSpread.Of([.. figures], 8)!;
            Math.Abs(wild.Median - calm.Median).ShouldBeLessThanOrEqualTo(20);
            wild.IsOutlier(1_000_000).ShouldBeTrue();
        }
    }
}
