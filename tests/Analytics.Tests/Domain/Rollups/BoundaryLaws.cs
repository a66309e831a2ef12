using FsCheck;
using FsCheck.Fluent;
using LearningCity.Analytics.Domain.Boundaries;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Tests.Domain.Rollups;

/// <summary>The laws of figures on the boundaries of another date, by property: random cities, trees, lineages and shares.</summary>
internal sealed class BoundaryLaws
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20260701UL, 1UL);

    private static readonly Gen<(City City, Random Chance)> Cities =
        from seed in Gen.Choose(0, 1_000_000)
        from units in Gen.Choose(1, 40)
        select (City.ByChance(seed, units), new Random(seed));

    [Test]
    public void On_the_tree_of_the_period_itself_it_is_the_plain_rollup() => Check(pair =>
    {
        var (city, _) = pair;
        var territory = city.Frame.Territory;
        var full = new FullRollup(city.Frame, city.Columns, city.Of);
        var same = new ChosenBoundaries(territory, territory, unit => [new(unit, 1)], forward: true);
        var totals = Convert(city, same, -1);
        foreach (var unit in full.UnitsAlong(UnitRelation.LiesIn))
        {
            var states = RollupLaws.StatesOf(full, UnitRelation.LiesIn, unit);
            for (var column = 0; column < states.Length; column++) totals.StatesOf(unit)[column].ShouldBe(states[column], $"{unit} {column}");
        }

        totals.Estimated.ShouldBeEmpty();
        totals.NotConvertible.ShouldBeEmpty();
    });

    [Test]
    public void The_root_and_what_lies_outside_are_the_same_on_every_tree() => Check(pair =>
    {
        var (city, chance) = pair;
        var everything = Everything(city);
        for (var tree = 0; tree < 3; tree++)
        {
            var boundaries = ByChance(city, chance);
            foreach (var root in boundaries.Tree.Roots.Take(2))
            {
                var totals = Convert(city, boundaries, root);
                for (var column = 0; column < city.Columns.Count; column++)
                {
                    var (inside, outside) = (totals.StatesOf(root)[column].Measure, totals.Outside[column].Measure);
                    (inside.Sum + outside.Sum).ShouldBe(everything[column].Sum, $"sum, tree {tree}, column {column}");
                    (inside.Denominator + outside.Denominator).ShouldBe(everything[column].Denominator);
                    (inside.Yes + outside.Yes).ShouldBe(everything[column].Yes);
                }
            }
        }
    });

    [Test]
    public void Children_and_what_counts_whole_in_the_parent_add_up_to_it() => Check(pair =>
    {
        var (city, chance) = pair;
        var boundaries = ByChance(city, chance);
        var totals = Convert(city, boundaries, -1);

        // An indicator whose values add: nothing is replaced, so what is in the parent and in no child stands in the parent itself.
        var added = Enumerable.Range(0, city.Frame.Indicators.Count)
            .First(i => !city.Frame.Indicators[i].Replaces && city.Frame.Indicators[i].Summing == Summing.Sum);
        for (var unit = 0; unit < boundaries.Tree.Count; unit++)
        {
            var here = 0m;
            for (var source = 0; source < city.Frame.Units.Count; source++)
            {
                if (!city.Frame.Owed(source).Has(added)) continue;
                var placing = boundaries.Of(source);
                foreach (var cell in city.Of(source).Cells.ToArray().Where(cell => cell.Column == added && cell.Answer == Answer.Value))
                {
                    var parts = placing.PartsFor(Summing.Sum);
                    var values = parts.Count > 1 ? Division.Divide(cell, parts) : [cell];
                    here += values.Where((_, at) => parts[at].Unit == unit).Sum(value => value.Number);
                }
            }

            var below = boundaries.Tree.Children(unit).ToArray().Sum(child => totals.StatesOf(child)[added].Measure.Sum);
            totals.StatesOf(unit)[added].Measure.Sum.ShouldBe(here + below);
        }
    });

    [Test]
    public void The_order_of_units_does_not_matter() => Check(pair =>
    {
        var (city, chance) = pair;
        var boundaries = ByChance(city, chance);
        var all = Enumerable.Range(0, boundaries.Tree.Count).ToArray();
        var once = Convert(city, boundaries, 0 <= all.Length - 1 ? boundaries.Tree.Roots.First() : -1);
        chance.Shuffle(all);
        foreach (var unit in all)
        {
            var alone = new BoundaryRollup(city.Frame, city.Columns, city.Of, boundaries, [unit], -1, All(city)).Totals;
            alone.StatesOf(unit).ShouldBe(once.StatesOf(unit));
        }
    });

    [Test]
    public void Shares_divide_exactly_and_the_last_part_takes_the_residue()
    {
        var tree = new Forest([-1, 0, 0, 0]);
        var placing = Placing.Of(tree, [new(1, 1 / 3m), new(2, 1 / 3m), new(3, 1 / 3m)], forward: true);
        Division.Divide(new OwnCell(0, Answer.Value, 100, 10), placing.PartsFor(Summing.Ratio)).Select(cell => (cell.Number, cell.Denominator))
            .ShouldBe([(33.333333m, 3.333333m), (33.333333m, 3.333333m), (33.333334m, 3.333334m)]);
        placing.PartsFor(Summing.Average).ShouldBe([new(0, 1)], "only sums and pairs are divided");
    }

    [Test]
    public void An_incomplete_or_inverted_share_set_counts_as_none()
    {
        var tree = new Forest([-1, 0, 0]);
        Placing.Of(tree, [new(1, 0.5m), new(2, null)], forward: true).HasShares.ShouldBeFalse();
        Placing.Of(tree, [new(1, 0.5m), new(2, 0.4m)], forward: true).HasShares.ShouldBeFalse();
        Placing.Of(tree, [new(1, 0.5m), new(2, 0.5m)], forward: false).HasShares.ShouldBeFalse();
        Placing.Of(tree, [new(1, 0.5m), new(2, 0.5m)], forward: true).HasShares.ShouldBeTrue();
        Placing.Of(tree, [new(1, null), new(2, null)], forward: true).PartsFor(Summing.Sum).ShouldBe([new(0, 1)]);
    }

    /// <summary>A chosen tree, and where every unit of the period went: nowhere, whole, divided with all shares, with some, with none.</summary>
    private static ChosenBoundaries ByChance(City city, Random chance)
    {
        var count = chance.Next(1, 25);
        var parents = Enumerable.Range(0, count).Select(i => i == 0 || chance.Next(8) == 0 ? -1 : chance.Next(i)).ToArray();
        var lineage = Enumerable.Range(0, city.Frame.Units.Count).Select(_ => Parts(chance, count)).ToList();
        return new(city.Frame.Territory, new Forest(parents), unit => lineage[unit], forward: chance.Next(4) > 0);
    }

    private static List<PlacedPart> Parts(Random chance, int count)
    {
        var places = Enumerable.Range(-1, count + 1).Where(_ => chance.Next(4) == 0).Take(chance.Next(5)).ToList();
        if (places.Count < 2) return [.. places.Select(place => new PlacedPart(place, 1))];
        var shares = places.Select(_ => (decimal)chance.Next(1, 100)).ToList();
        var total = shares.Sum();
        var kind = chance.Next(4);
        return [.. places.Select((place, i) => new PlacedPart(place, kind == 0 || (kind == 1 && i == 0) ? null : shares[i] / total))];
    }

    // What counts once, wherever it lies: a value unless one above answered in its place, in responsibility, or of a covering indicator in the territory.
    private static Measure[] Everything(City city)
    {
        var replacement = new Replacement(city.Frame, city.Columns, city.Of);
        var all = new Measure[city.Columns.Count];
        for (var unit = 0; unit < city.Frame.Units.Count; unit++)
        {
            foreach (var cell in city.Of(unit).Cells.ToArray())
            {
                var indicator = city.Columns[cell.Column].Indicator;
                if (!city.Frame.Owed(unit).Has(indicator)) continue;
                var replaced = false;
                for (var above = city.Frame.Responsibility.Parent(unit); above >= 0; above = city.Frame.Responsibility.Parent(above))
                    replaced |= replacement.AnswersOf(above).Has(indicator);
                for (var above = city.Frame.Territory.Parent(unit); above >= 0; above = city.Frame.Territory.Parent(above))
                    replaced |= replacement.CoveredBy(above).Has(indicator);
                if (!replaced) all[cell.Column].Count(cell, city.Frame.Indicators[indicator].Summing);
            }
        }

        return all;
    }

    private static BoundaryTotals Convert(City city, ChosenBoundaries boundaries, int root) => new BoundaryRollup(
        city.Frame, city.Columns, city.Of, boundaries, [.. Enumerable.Range(0, boundaries.Tree.Count)], root, All(city)).Totals;

    private static IndicatorSet All(City city) => IndicatorSet.Of(Enumerable.Range(0, city.Frame.Indicators.Count));

    private static void Check(Action<(City City, Random Chance)> law) => Prop.ForAll(Cities.ToArbitrary(), law).Check(Fixed);
}
