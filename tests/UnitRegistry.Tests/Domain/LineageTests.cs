using FsCheck;
using FsCheck.Fluent;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Tests.Domain;

/// <summary>Laws of lineage, over random histories with fixed seeds.</summary>
internal sealed class LineageTests
{
    [Test]
    public void Lineage_forward_composes() => Check((land, days) =>
    {
        var lineage = land.Lineage();
        foreach (var unit in AliveOn(land, days.First))
        {
            var direct = Sum(lineage.Of(unit.Id, days.First, days.Third).Select(link => (link.ToUnitId, link.Share)));
            var composed = Sum(
                from first in lineage.Of(unit.Id, days.First, days.Second)
                from second in lineage.Of(first.ToUnitId, days.Second, days.Third)
                select (second.ToUnitId, first.Share * second.Share));
            composed.Keys.ShouldBe(direct.Keys, ignoreOrder: true);

            // A unit that all ways lead to has all of it, however little is known of the ways.
            if (direct.Count == 1) continue;
            foreach (var (toUnitId, share) in direct)
            {
                if (composed[toUnitId] is { } known) known.ShouldBe(share!.Value, 0.000001m);
            }
        }
    });

    [Test]
    public void Lineage_back_composes() => Check((land, days) =>
    {
        var lineage = land.Lineage();
        foreach (var unit in AliveOn(land, days.Third))
        {
            var direct = lineage.Of(unit.Id, days.Third, days.First).Select(link => link.ToUnitId);
            var composed = lineage.Of(unit.Id, days.Third, days.Second)
                .SelectMany(first => lineage.Of(first.ToUnitId, days.Second, days.First)).Select(link => link.ToUnitId).Distinct();
            composed.ShouldBe(direct, ignoreOrder: true);
        }
    });

    [Test]
    public void Back_and_forth_are_the_same_pairs() => Check((land, days) =>
    {
        var lineage = land.Lineage();
        var wards = AliveOn(land, days.First).Where(unit => unit.TypeOn(days.First) == UnitType.Ward);
        var successors = AliveOn(land, days.Third).Where(unit => unit.TypeOn(days.Third) == UnitType.Ward);
        var forth = wards.SelectMany(unit => lineage.Of(unit.Id, days.First, days.Third)).Select(link => (link.FromUnitId, link.ToUnitId));
        var back = successors.SelectMany(unit => lineage.Of(unit.Id, days.Third, days.First)).Select(link => (link.ToUnitId, link.FromUnitId));
        back.ShouldBe(forth, ignoreOrder: true);
    });

    [Test]
    public void Every_unit_is_reached_on_every_later_date() => Check((land, days) =>
        AliveOn(land, days.First).ShouldAllBe(unit => land.Lineage().Of(unit.Id, days.First, days.Third)
            .All(link => land.Unit(link.ToUnitId).Life.Contains(days.Third))
            && land.Lineage().Of(unit.Id, days.First, days.Third).Any()));

    [Test]
    public void Shares_of_one_unit_never_exceed_one() => Check((land, days) =>
    {
        foreach (var unit in AliveOn(land, days.First))
        {
            var links = land.Lineage().Of(unit.Id, days.First, days.Third).ToList();
            links.Sum(link => link.Share ?? 0).ShouldBeLessThanOrEqualTo(1.000001m);
            if (links.TrueForAll(link => link.Share is not null)) links.Sum(link => link.Share!.Value).ShouldBe(1, 0.000001m);
        }
    });

    [Test]
    public void The_places_of_any_date_are_a_forest() => Check((land, days) =>
    {
        var ancestry = new Ancestry(unitId => land.Unit(unitId).Placements, unitId => land.Unit(unitId).Life);
        foreach (var unit in AliveOn(land, days.Second))
        {
            var rows = ancestry.Of(unit.Id).ShouldNotBeNull().Where(row => row.ValidFrom <= days.Second && (row.ValidTo is null || row.ValidTo >= days.Second))
                .ToList();
            foreach (var relation in rows.GroupBy(row => row.Relation))
                relation.Select(row => row.Depth).Order().ShouldBe(Enumerable.Range(0, relation.Count()));
        }
    });

    [TestCase(0.7, null, ExpectedResult = 0, TestName = "A_set_that_lacks_a_share_counts_as_none")]
    [TestCase(0.5, 0.3, ExpectedResult = 0, TestName = "A_set_that_falls_short_of_the_whole_counts_as_none")]
    [TestCase(0.3333, 0.6666, ExpectedResult = 2, TestName = "The_last_part_takes_what_rounding_lost")]
    public int Shares_known_of_a_unit_that_ended(decimal? one, decimal? other)
    {
        var land = new Land();
        var day = new DateOnly(2024, 7, 1);
        land.Apply(Land.Plan(
            ReorganisationKind.Split, day, null,
            [Land.Part(land.Wards[0], land.Wards[1], one), Land.Part(land.Wards[0], land.Wards[2], other)], closes: [land.Wards[0]])).Succeeded.ShouldBeTrue();

        var shares = land.Lineage().Of(land.Wards[0], Land.Start, day).Select(link => link.Share).OfType<decimal>().ToList();

        if (shares.Count > 0) shares.Sum().ShouldBe(1);
        return shares.Count;
    }

    [Test]
    public void A_district_without_successors_goes_where_its_wards_went()
    {
        var land = new Land();
        var day = new DateOnly(2024, 7, 1);
        var north = Land.New("Phường Bắc", UnitType.Ward, land.City, day);
        var south = Land.New("Phường Nam", UnitType.Ward, land.City, day);
        land.Apply(Land.Plan(ReorganisationKind.Merge, day, [north], [.. land.Wards.Take(5).Select(ward => Land.Whole(ward, north.Id))])).Succeeded.ShouldBeTrue();
        land.Apply(Land.Plan(ReorganisationKind.Merge, day, [south], [.. land.Wards.Skip(5).Select(ward => Land.Whole(ward, south.Id))])).Succeeded.ShouldBeTrue();
        land.Apply(Land.Plan(ReorganisationKind.Close, day, closes: land.Districts)).Succeeded.ShouldBeTrue();

        var lineage = land.Lineage();

        lineage.Of(land.Districts[0], Land.Start, day).ShouldHaveSingleItem().ShouldBe(new LineageLink(land.Districts[0], north.Id, TransferExtent.Whole, 1));
        lineage.Of(land.Districts[1], Land.Start, day).ShouldAllBe(link => link.Extent == TransferExtent.Part && link.Share == null);
        lineage.Of(north.Id, day, Land.Start).Count().ShouldBe(5);
    }

    [Test]
    public void A_school_that_closed_goes_with_the_ward_it_lay_in()
    {
        var land = new Land();
        var school = land.Found("Trường", UnitType.Primary, land.Wards[0]);
        land.Apply(Land.Plan(ReorganisationKind.Close, new DateOnly(2022, 1, 1), closes: [school])).Succeeded.ShouldBeTrue();
        land.Apply(Land.Plan(ReorganisationKind.Merge, new DateOnly(2023, 1, 1), null, [Land.Whole(land.Wards[0], land.Wards[1])])).Succeeded.ShouldBeTrue();

        land.Lineage().Of(school, Land.Start, new DateOnly(2024, 1, 1)).ShouldHaveSingleItem()
            .ShouldBe(new LineageLink(school, land.Wards[1], TransferExtent.Whole, 1));
    }

    private static void Check(Action<Land, (DateOnly First, DateOnly Second, DateOnly Third)> law)
    {
        var cases = from seed in Gen.Choose(0, int.MaxValue - 1)
                    from days in Gen.Choose(0, 365 * (Histories.Years + 1)).ArrayOf(3)
                    select (seed, days.Order().ToArray());
        Prop.ForAll(cases.ToArbitrary(), pair =>
        {
            var land = Histories.Of(new Random(pair.seed));
            law(land, (Land.Start.AddDays(pair.Item2[0]), Land.Start.AddDays(pair.Item2[1]), Land.Start.AddDays(pair.Item2[2])));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(120).WithReplay(20250701, 17));
    }

    private static IEnumerable<ReportingUnit> AliveOn(Land land, DateOnly day) => land.Book.Units.Where(unit => unit.Life.Contains(day));

    private static Dictionary<Guid, decimal?> Sum(IEnumerable<(Guid ToUnitId, decimal? Share)> links) => links.GroupBy(link => link.ToUnitId)
        .ToDictionary(group => group.Key, group => group.All(link => link.Share is not null) ? group.Sum(link => link.Share) : null);
}
