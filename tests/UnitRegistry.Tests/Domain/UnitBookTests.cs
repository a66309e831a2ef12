using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Tests.Domain;

internal sealed class UnitBookTests
{
    private static readonly DateOnly Day = new(2024, 7, 1);
    private static readonly DateOnly Eve = new(2024, 6, 30);

    [Test]
    public void A_merger_ends_what_goes_whole_and_moves_what_lay_in_it()
    {
        var land = new Land();
        var school = land.Found("Trường", UnitType.Primary, land.Wards[0]);
        var ward = Land.New("Phường mới", UnitType.Ward, land.Districts[0], Day);

        var effects = land.Apply(Land.Plan(
            ReorganisationKind.Merge, Day, [ward], [Land.Whole(land.Wards[0], ward.Id), Land.Whole(land.Wards[1], ward.Id)])).Value;

        effects.Closed.ShouldBe([land.Wards[0], land.Wards[1]]);
        effects.Followed.Count.ShouldBe(2);
        land.Unit(land.Wards[0]).ClosedOn.ShouldBe(Eve);
        land.Unit(school).ParentOn(UnitRelation.LiesIn, Eve).ShouldBe(land.Wards[0]);
        land.Unit(school).ParentOn(UnitRelation.LiesIn, Day).ShouldBe(ward.Id);
        land.Unit(school).ParentOn(UnitRelation.ReportsTo, Day).ShouldBe(ward.Id);
    }

    [Test]
    public void What_lies_in_a_divided_unit_must_be_told_where_to_go()
    {
        var land = new Land();
        var school = land.Found("Trường", UnitType.Primary, land.Wards[0]);
        ReorganisationPlan Split(params UnitChange[] changes) => Land.Plan(
            ReorganisationKind.Split, Day, null, [Land.Part(land.Wards[0], land.Wards[1]), Land.Part(land.Wards[0], land.Wards[2])], changes, [land.Wards[0]]);

        land.Apply(Split()).Failures.ShouldHaveSingleItem().Code.ShouldBe("unit_registry.children_left");

        land = new Land();
        school = land.Found("Trường", UnitType.Primary, land.Wards[0]);
        land.Apply(Split(new UnitChange(school, null, null, null, land.Wards[2], land.Wards[2]))).Succeeded.ShouldBeTrue();
        land.Unit(school).ParentOn(UnitRelation.LiesIn, Day).ShouldBe(land.Wards[2]);
    }

    [Test]
    public void A_unit_that_goes_whole_cannot_go_elsewhere_too()
    {
        var land = new Land();

        var refused = land.Apply(Land.Plan(
            ReorganisationKind.Merge, Day, null, [Land.Whole(land.Wards[0], land.Wards[1]), Land.Part(land.Wards[0], land.Wards[2])]));

        refused.Failures.ShouldHaveSingleItem().Code.ShouldBe("unit_registry.transferred_twice");
    }

    [Test]
    public void Shares_of_one_unit_never_exceed_one_not_even_over_several_decisions_of_a_day()
    {
        var land = new Land();
        land.Apply(Land.Plan(ReorganisationKind.PartialTransfer, Day, null, [Land.Part(land.Wards[0], land.Wards[1], 0.7m)])).Succeeded.ShouldBeTrue();

        var refused = land.Apply(Land.Plan(ReorganisationKind.PartialTransfer, Day, null, [Land.Part(land.Wards[0], land.Wards[2], 0.4m)]));

        refused.Failures.ShouldHaveSingleItem().Code.ShouldBe("unit_registry.shares_above_one");
    }

    [Test]
    public void A_renaming_keeps_the_old_name_for_its_days()
    {
        var land = new Land();

        land.Apply(Land.Plan(
            ReorganisationKind.Rename, Day, changes: [new UnitChange(land.Wards[0], null, new LocalText("Phường Hòa", "Hoa Ward"), null, null, null)]))
            .Succeeded.ShouldBeTrue();

        land.Unit(land.Wards[0]).NameOn(Eve)!.Vi.ShouldBe("Phường 1");
        land.Unit(land.Wards[0]).NameOn(Day)!.Vi.ShouldBe("Phường Hòa");
    }

    [Test]
    public void What_was_known_before_stays_on_record()
    {
        var land = new Land();
        var unit = land.Unit(land.Wards[0]);
        var known = unit.Names.ShouldHaveSingleItem();

        land.Apply(Land.Plan(
            ReorganisationKind.Rename, Day, changes: [new UnitChange(land.Wards[0], null, new LocalText("Phường Hòa", "Hoa Ward"), null, null, null)]));

        unit.Names.Count.ShouldBe(3);
        known.Vi.ShouldBe("Phường 1");
        known.ValidTo.ShouldBeNull();
        known.IsCurrent.ShouldBeFalse();
    }

    [Test]
    public void Only_units_of_the_day_take_part()
    {
        var land = new Land();
        land.Apply(Land.Plan(ReorganisationKind.Merge, Day, null, [Land.Whole(land.Wards[0], land.Wards[1])])).Succeeded.ShouldBeTrue();

        var refused = land.Apply(Land.Plan(ReorganisationKind.Merge, Day.AddYears(1), null, [Land.Whole(land.Wards[0], land.Wards[2])]));

        refused.Failures[0].Code.ShouldBe("unit_registry.unit_not_then");
        refused.Failures[0].Field.ShouldBe("transfers[0].fromUnitId");
    }

    [TestCase(ReorganisationKind.Merge)]
    [TestCase(ReorganisationKind.PartialTransfer)]
    [TestCase(ReorganisationKind.Split)]
    [TestCase(ReorganisationKind.Rename)]
    [TestCase(ReorganisationKind.ChangeType)]
    [TestCase(ReorganisationKind.Move)]
    [TestCase(ReorganisationKind.Close)]
    public void A_plan_that_lacks_what_its_kind_needs_is_refused(object kind) =>
        new Land().Apply(Land.Plan((ReorganisationKind)kind, Day)).Failures.ShouldHaveSingleItem().Code.ShouldBe("unit_registry.wrong_shape");

    [Test]
    public void Nobody_comes_under_a_unit_below_them()
    {
        var land = new Land();
        land.Apply(Land.Plan(
            ReorganisationKind.Move, Day, changes: [new UnitChange(land.Districts[0], null, null, null, land.Wards[0], null)])).Succeeded.ShouldBeTrue();

        var ancestry = new Ancestry(unitId => land.Unit(unitId).Placements, unitId => land.Unit(unitId).Life);

        ancestry.Of(land.Wards[0]).ShouldBeNull();
        ancestry.Of(land.Wards[5]).ShouldNotBeNull();
    }
}
