using FsCheck;
using FsCheck.Fluent;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Tests.Domain;

/// <summary>Laws of a unit's way through time, over random histories with fixed seeds, and one history told by hand.</summary>
internal sealed class LineageStepsTests
{
    [Test]
    public void What_stands_at_the_end_of_the_way_is_what_lineage_says() => Check((land, unit, to) =>
    {
        var steps = Of(land, unit, to);
        var reached = steps.Nodes.Where(node => node.Step > 0 && land.Unit(node.UnitId).Life.Contains(to)).ToDictionary(node => node.UnitId);
        foreach (var link in land.Lineage().Of(unit.Id, unit.FoundedOn, to).Where(link => link.ToUnitId != unit.Id)) reached.ShouldContainKey(link.ToUnitId);
    });

    [Test]
    public void Steps_run_forward_in_time_and_join_what_is_shown() => Check((land, unit, to) =>
    {
        var steps = Of(land, unit, to);
        var shown = steps.Nodes.Select(node => node.UnitId).ToHashSet();
        foreach (var step in steps.Steps)
        {
            shown.ShouldContain(step.FromUnitId);
            shown.ShouldContain(step.ToUnitId);
            step.On.ShouldBeLessThanOrEqualTo(to);
        }
    });

    [Test]
    public void Shares_of_one_step_never_exceed_one() => Check((land, unit, to) =>
    {
        foreach (var group in Of(land, unit, to).Steps.GroupBy(step => (step.FromUnitId, step.On)))
            group.Sum(step => step.Share ?? 0).ShouldBeLessThanOrEqualTo(1);
        Of(land, unit, to).Nodes.ShouldAllBe(node => !(node.Share > 1.000001m));
    });

    [Test]
    public void Shares_multiply_along_the_way()
    {
        var land = new Land();
        var (first, second) = (new DateOnly(2022, 1, 1), new DateOnly(2024, 1, 1));
        var half = Land.New("Phường Nửa", UnitType.Ward, land.Districts[0], first);
        var quarter = Land.New("Phường Phần tư", UnitType.Ward, land.Districts[0], second);
        land.Apply(Land.Plan(
            ReorganisationKind.Split, first, [half], [Land.Part(land.Wards[0], half.Id, 0.5m), Land.Part(land.Wards[0], land.Wards[1], 0.5m)],
            closes: [land.Wards[0]])).Succeeded.ShouldBeTrue();
        land.Apply(Land.Plan(
            ReorganisationKind.Split, second, [quarter], [Land.Part(half.Id, quarter.Id, 0.4m), Land.Part(half.Id, land.Wards[2], 0.6m)],
            closes: [half.Id])).Succeeded.ShouldBeTrue();

        var after = Of(land, land.Unit(land.Wards[0]), new DateOnly(2025, 1, 1));
        var before = Of(land, land.Unit(quarter.Id), new DateOnly(2025, 1, 1));

        after.Nodes.Single(node => node.UnitId == quarter.Id).ShouldBe(new LineageNode(quarter.Id, 2, second, TransferExtent.Part, 0.2m));
        after.Nodes.Single(node => node.UnitId == half.Id).Share.ShouldBe(0.5m);
        before.Nodes.Single(node => node.UnitId == land.Wards[0]).ShouldBe(new LineageNode(land.Wards[0], -2, first, TransferExtent.Part, 0.2m));
        Of(land, land.Unit(land.Wards[0]), new DateOnly(2023, 1, 1)).Nodes.ShouldNotContain(node => node.UnitId == quarter.Id, "outside the span");
    }

    [Test]
    public void A_district_without_a_decision_of_its_own_goes_where_its_wards_went_and_says_that_this_is_inferred()
    {
        var land = new Land();
        var day = new DateOnly(2024, 7, 1);
        var north = Land.New("Phường Bắc", UnitType.Ward, land.City, day);
        land.Apply(Land.Plan(ReorganisationKind.Merge, day, [north], [.. land.Wards.Select(ward => Land.Whole(ward, north.Id))])).Succeeded.ShouldBeTrue();
        land.Apply(Land.Plan(ReorganisationKind.Close, day, closes: land.Districts)).Succeeded.ShouldBeTrue();

        var steps = Of(land, land.Unit(land.Districts[0]), day);

        steps.Steps.ShouldHaveSingleItem().ShouldBe(new LineageStep(land.Districts[0], north.Id, day, TransferExtent.Whole, 1, IsInferred: true));
    }

    private static LineageSteps Of(Land land, ReportingUnit unit, DateOnly to) =>
        LineageSteps.Of(land.Lineage(), land.Transfers, unit.Id, unit.Life, new Validity(DateOnly.MinValue, to));

    private static void Check(Action<Land, ReportingUnit, DateOnly> law) => Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var land = Histories.Of(random);
        var to = Land.Start.AddDays(random.Next(365 * 6));
        var alive = land.Book.Units.Where(unit => unit.FoundedOn <= to && unit.TypeOn(unit.FoundedOn) == UnitType.Ward).ToList();
        law(land, alive[random.Next(alive.Count)], to);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(80).WithReplay(20250701, 17));
}
