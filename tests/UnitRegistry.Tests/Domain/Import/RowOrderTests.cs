using FsCheck;
using FsCheck.Fluent;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Application.Import;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Tests.Domain.Import;

/// <summary>Laws of the order in which rows are written.</summary>
internal sealed class RowOrderTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Test]
    public void Rows_come_after_their_parents_along_both_relations_each_once() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var rows = Forest(new Random(seed), 60);
            var order = RowOrder.Sort(rows);
            var place = order.SelectMany((group, i) => group.Select(row => (row, i))).ToDictionary(pair => pair.row, pair => pair.i);
            place.Keys.ShouldBe(rows, ignoreOrder: true);
            foreach (var row in rows)
                row.Parents.Values.ShouldAllBe(parent => place[parent.Row!] <= place[row]);
            RowOrder.OnCycle(rows).ShouldBeEmpty();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20250701, 17));

    [Test]
    public void Two_units_of_which_one_lies_in_the_other_that_reports_to_it_are_written_together()
    {
        var (city, team, school) = (Row("A"), Row("B"), Row("C"));
        Put(team, UnitRelation.LiesIn, city);
        Put(city, UnitRelation.ReportsTo, team);
        Put(school, UnitRelation.LiesIn, city);

        var order = RowOrder.Sort([school, team, city]);

        order.Select(group => group.Count).ShouldBe([2, 1]);
        RowOrder.OnCycle([school, team, city]).ShouldBeEmpty();
    }

    [Test]
    public void Rows_above_themselves_are_found_and_what_hangs_below_them_is_not_blamed()
    {
        var (first, second, below) = (Row("A"), Row("B"), Row("C"));
        Put(first, UnitRelation.LiesIn, second);
        Put(second, UnitRelation.LiesIn, first);
        Put(below, UnitRelation.LiesIn, second);

        RowOrder.OnCycle([below, first, second]).ShouldBe([first, second], ignoreOrder: true);
    }

    [Test]
    public void A_file_as_deep_as_it_is_long_is_put_in_order_too()
    {
        var rows = Enumerable.Range(0, 20_000).Select(i => Row($"R{i}")).ToList();
        for (var i = 1; i < rows.Count; i++) Put(rows[i - 1], UnitRelation.LiesIn, rows[i]);

        RowOrder.Sort(rows)[0].ShouldHaveSingleItem().ShouldBe(rows[^1]);
    }

    private static List<PlannedRow> Forest(Random random, int count)
    {
        var rows = Enumerable.Range(0, count).Select(i => Row($"R{i}")).ToList();
        foreach (var relation in Enum.GetValues<UnitRelation>())
        {
            // Each relation has an order of its own, so that the two may run against each other.
            var order = rows.ToArray();
            random.Shuffle(order);
            for (var i = 1; i < order.Length; i++)
            {
                if (random.Next(5) > 0) Put(order[i], relation, order[random.Next(i)]);
            }
        }

        return rows;
    }

    private static void Put(PlannedRow row, UnitRelation relation, PlannedRow parent) =>
        row.Parents[relation] = new RowParent(parent.UnitId, parent, parent.Life);

    private static PlannedRow Row(string code) =>
        new(new UnitRow { Number = 1, Code = code, NameVi = code, Type = UnitType.Ward }, null, Ids.New(), Day);
}
