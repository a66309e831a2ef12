using LearningCity.BuildingBlocks.Contracts;
using LearningCity.Testing;
using LearningCity.UnitRegistry.Application;
using LearningCity.UnitRegistry.Application.Reading;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Tests.Application;

/// <summary>Seven ways in which the real units of the city mislead whoever takes codes, names or levels for keys.</summary>
internal sealed class TrapsOfUnitsTests(string database) : CityTest(database)
{
    private static readonly DateOnly Eve = new(2025, 6, 30);
    private static readonly DateOnly Reform = new(2025, 7, 1);

    [Test]
    public async Task Trap_1_a_code_names_another_unit_after_the_reform()
    {
        var before = (await Send(new FindUnitsByCode(["25747"], Eve))).Single();
        var after = (await Send(new FindUnitsByCode(["25747"], Reform))).Single();

        before.Name.Vi.ShouldBe("Phường Phú Cường");
        after.Name.Vi.ShouldBe("Phường Thủ Dầu Một");
        after.Id.ShouldNotBe(before.Id);
    }

    [Test]
    public async Task Trap_2_a_name_is_borne_by_units_of_other_levels_and_places()
    {
        var units = await NamedAsync("long phuoc", Eve);

        units.Select(unit => unit.Type).ShouldBe([UnitType.Ward, UnitType.Commune], ignoreOrder: true);
        units.Select(unit => unit.LiesInId).ShouldBeUnique();
    }

    [Test]
    public async Task Trap_3_two_names_differ_by_their_accents_alone() =>
        (await NamedAsync("thanh an", Reform)).Select(unit => unit.Name.Vi).ShouldBe(["Xã Thanh An", "Xã Thạnh An"], ignoreOrder: true);

    [Test]
    public async Task Trap_4_both_styles_of_tone_marks_find_the_same()
    {
        var old = (await NamedAsync("Bình Hòa", Reform)).Select(unit => unit.Id).ToList();

        old.ShouldNotBeEmpty();
        (await NamedAsync("Bình Hoà", Reform)).Select(unit => unit.Id).ShouldBe(old);
        (await NamedAsync("binh hoa", Reform)).Select(unit => unit.Id).ShouldBe(old);
    }

    [Test]
    public async Task Trap_5_numbered_wards_are_told_apart_by_their_districts()
    {
        var wards = (await NamedAsync("phuong 1", Eve)).Where(unit => unit.Name.Vi == "Phường 1").ToList();

        wards.Count.ShouldBeGreaterThan(5);
        wards.Select(unit => unit.LiesInId).ShouldBeUnique();
    }

    [Test]
    public async Task Trap_6_no_district_stands_between_city_and_ward_any_more()
    {
        var tree = await Send(new GetTree(Reform, UnitRelation.LiesIn));
        var city = tree.Single(unit => unit.Code == WellKnownUnits.City && unit.Type == UnitType.Province);

        tree.ShouldNotContain(unit => unit.Type == UnitType.UrbanDistrict || unit.Type == UnitType.RuralDistrict || unit.Type == UnitType.MunicipalCity);
        tree.Where(unit => unit.Type is UnitType.Ward or UnitType.Commune or UnitType.SpecialZone).ShouldAllBe(unit => unit.LiesInId == city.Id);
    }

    [Test]
    public async Task Trap_7_units_change_again_after_the_reform()
    {
        var day = new DateOnly(2026, 4, 30);
        var commune = (await NamedAsync("thanh an", Reform)).First(unit => unit.Type == UnitType.Commune);

        (await Send(new EnterReorganisation(
            new ReorganisationRequest(
                ReorganisationKind.ChangeType, "10/NQ", day, day, null, null, null,
                [new UnitChangeRequest(commune.Id, null, new LocalText("Phường Đổi Loại", "Doi Loai Ward"), UnitType.Ward, null, null)], null, null),
            Preview: false))).Succeeded.ShouldBeTrue();

        (await Send(new GetUnits([commune.Id], day))).Single().Type.ShouldBe(UnitType.Ward);
        (await Send(new GetUnits([commune.Id], day.AddDays(-1)))).Single().Type.ShouldBe(UnitType.Commune);
    }

    private async Task<IReadOnlyList<UnitSummary>> NamedAsync(string query, DateOnly day) =>
        (await Send(new ListUnits(new UnitFilter(day, query, null, null, UnitRelation.LiesIn), null, 200))).Value.Items;
}
