using LearningCity.BuildingBlocks.Ui.Charts;

namespace LearningCity.BuildingBlocks.Tests.Ui;

internal sealed class ChartGeometryTests
{
    [Test]
    public void A_missing_value_is_a_gap()
    {
        var runs = ChartGeometry.Runs([1, 2, null, 3, null, null, 4, 5]);

        runs.ShouldBe([0..2, 3..4, 6..8]);
    }

    [Test]
    public void Without_values_there_is_no_line()
    {
        ChartGeometry.Runs([]).ShouldBeEmpty();
        ChartGeometry.Runs([null, null]).ShouldBeEmpty();
    }

    [Test]
    public void Parts_fill_the_whole_bar_without_overlap()
    {
        var stack = ChartGeometry.Stack([2410, 1002, 0, 556]);

        stack[0].Start.ShouldBe(0);
        for (var i = 1; i < stack.Count; i++)
            stack[i].Start.ShouldBe(stack[i - 1].Start + stack[i - 1].Width, 1e-9);
        (stack[^1].Start + stack[^1].Width).ShouldBe(1, 1e-9);
        ChartGeometry.Stack([0, 0]).ShouldAllBe(part => part.Width == 0);
    }

    [Test]
    public void Labels_keep_their_order_and_their_distance()
    {
        var places = ChartGeometry.Spread([100, 102, 40, 101], distance: 18, low: 0, high: 200);

        var sorted = places.Order().ToList();
        for (var i = 1; i < sorted.Count; i++)
            (sorted[i] - sorted[i - 1]).ShouldBeGreaterThanOrEqualTo(18 - 1e-9);
        places[2].ShouldBe(40);
        places[0].ShouldBeLessThan(places[3]);
        places[3].ShouldBeLessThan(places[1]);
    }

    [Test]
    public void Labels_at_the_edge_move_inwards() =>
        ChartGeometry.Spread([198, 199], distance: 18, low: 0, high: 200).ShouldAllBe(place => place <= 200);

    [Test]
    public void No_two_units_share_a_tile_and_neighbours_stay_neighbours()
    {
        var random = new Random(7);
        var places = Enumerable.Range(0, 168)
            .Select(_ => (10.4 + random.NextDouble(), 106.4 + random.NextDouble())).ToList();

        var tiles = ChartGeometry.Tiles(places, 16);

        tiles.Distinct().Count().ShouldBe(168);
        tiles.ShouldAllBe(tile => tile.Column >= 0 && tile.Column < 16);
        var north = places.Index().MaxBy(p => p.Item.Item1).Index;
        var south = places.Index().MinBy(p => p.Item.Item1).Index;
        tiles[north].Row.ShouldBeLessThan(tiles[south].Row);
    }

    [Test]
    public void The_same_units_in_another_order_make_the_same_map()
    {
        (double, double)[] places = [(10.7, 106.6), (10.8, 106.7), (10.9, 106.5), (11.1, 106.6), (10.5, 106.9)];

        var tiles = ChartGeometry.Tiles(places, 4);
        var reversed = ChartGeometry.Tiles([.. places.Reverse()], 4);

        reversed.Reverse().ShouldBe(tiles);
    }
}
