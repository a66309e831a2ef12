using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Testing;
using LearningCity.UnitRegistry.Application;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Tests.Application;

/// <summary>The registry that the product brings along, with the traps of its data.</summary>
internal sealed class BuiltInRegistryTests(string database) : CityTest(database)
{
    private static readonly DateOnly October2024 = new(2024, 10, 31);
    private static readonly DateOnly June2025 = new(2025, 6, 30);
    private static readonly DateOnly July2025 = new(2025, 7, 1);

    private static readonly UnitType[] CommuneLevel = [UnitType.Ward, UnitType.Commune, UnitType.Township, UnitType.SpecialZone];
    private static readonly UnitType[] Districts = [UnitType.UrbanDistrict, UnitType.RuralDistrict, UnitType.MunicipalCity];

    [Test]
    public async Task The_tree_of_2024_has_three_roots_and_22_districts_in_the_old_city()
    {
        var tree = await Send(new GetTree(October2024, UnitRelation.LiesIn));

        tree.Where(unit => unit.LiesInId is null).Select(unit => unit.Code).ShouldBe(["77", "74", "79"], ignoreOrder: true);
        var city = tree.Single(unit => unit.Code == WellKnownUnits.City);
        tree.Count(unit => unit.LiesInId == city.Id && Districts.Contains(unit.Type)).ShouldBe(22);
        tree.Count(unit => unit.Type == UnitType.UrbanDistrict).ShouldBe(16);
        tree.Count(unit => unit.Type == UnitType.RuralDistrict).ShouldBe(5);
    }

    [Test]
    public async Task The_first_half_of_2025_has_273_units_of_commune_level_in_the_old_city()
    {
        var tree = await Send(new GetTree(June2025, UnitRelation.LiesIn));
        var parents = tree.ToDictionary(unit => unit.Id, unit => unit.LiesInId);
        var city = tree.Single(unit => unit.Code == WellKnownUnits.City);

        var inCity = tree.Where(unit => CommuneLevel.Contains(unit.Type) && unit.LiesInId is { } district && parents[district] == city.Id).ToList();

        inCity.Count.ShouldBe(273);
        inCity.Count(unit => unit.Type == UnitType.Ward).ShouldBe(210);
        inCity.Count(unit => unit.Type == UnitType.Commune).ShouldBe(58);
        inCity.Count(unit => unit.Type == UnitType.Township).ShouldBe(5);
    }

    [Test]
    public async Task Since_the_reform_113_wards_54_communes_and_one_special_zone_lie_in_the_city_and_no_district_is_needed()
    {
        var tree = await Send(new GetTree(July2025, UnitRelation.LiesIn));
        var city = tree.Single(unit => unit.LiesInId is null);

        city.Code.ShouldBe("79");
        tree.Where(unit => CommuneLevel.Contains(unit.Type)).ShouldAllBe(unit => unit.LiesInId == city.Id);
        tree.Count(unit => CommuneLevel.Contains(unit.Type)).ShouldBe(168);
        tree.Count(unit => unit.Type == UnitType.Ward).ShouldBe(113);
        tree.Count(unit => unit.Type == UnitType.Commune).ShouldBe(54);
        tree.Single(unit => unit.Type == UnitType.SpecialZone).Code.ShouldBe("26732");
        tree.ShouldNotContain(unit => Districts.Contains(unit.Type));
    }

    [Test]
    public async Task All_493_pairs_are_on_record_and_every_former_unit_is_reached()
    {
        var (pairs, recorded) = await City.UseAsync<IUnitRegistryDb, (int, int)>(async db => (
            await db.Transfers.CountAsync(transfer => transfer.EffectiveOn == July2025),
            await db.Reorganisations.CountAsync(row => row.EffectiveOn == July2025)));

        // The two provinces that merged into the city are pairs too.
        pairs.ShouldBe(493 + 2);
        recorded.ShouldBe(168 + 3);

        var before = await Send(new GetTree(June2025, UnitRelation.LiesIn));
        var after = (await Send(new GetTree(July2025, UnitRelation.LiesIn))).Select(unit => unit.Id).ToHashSet();
        var reached = (await Send(new GetLineage(June2025, July2025))).ToLookup(link => link.FromUnitId);
        var former = before.Where(unit => CommuneLevel.Contains(unit.Type) || unit.Code == "755").ToList();
        former.Count.ShouldBe(442);
        former.ShouldAllBe(unit => reached[unit.Id].Any() && reached[unit.Id].All(link => after.Contains(link.ToUnitId)));
        former.Count(unit => reached[unit.Id].Count() > 1).ShouldBe(47);
        former.Sum(unit => reached[unit.Id].Count()).ShouldBe(493);
        before.ShouldAllBe(unit => reached[unit.Id].Any());
    }

    [Test]
    public async Task Trap_1_a_code_names_another_unit_at_another_time()
    {
        var before = (await Send(new FindUnitsByCode(["25747"], June2025))).ShouldHaveSingleItem();
        var after = (await Send(new FindUnitsByCode(["25747"], July2025))).ShouldHaveSingleItem();

        before.Name.Vi.ShouldBe("Phường Phú Cường");
        after.Name.Vi.ShouldBe("Phường Thủ Dầu Một");
        after.Id.ShouldNotBe(before.Id);

        var treeBefore = (await Send(new GetTree(June2025, UnitRelation.LiesIn))).Where(unit => CommuneLevel.Contains(unit.Type))
            .ToDictionary(unit => unit.Code);
        var reused = (await Send(new GetTree(July2025, UnitRelation.LiesIn))).Where(unit => CommuneLevel.Contains(unit.Type))
            .Where(unit => treeBefore.ContainsKey(unit.Code)).ToList();
        reused.Count.ShouldBe(167);
        reused.Count(unit => treeBefore[unit.Code].Name.Vi != unit.Name.Vi).ShouldBe(121);
    }

    [Test]
    public async Task Trap_2_a_name_is_borne_by_units_of_other_levels_and_times()
    {
        var before = await Send(new GetTree(June2025, UnitRelation.LiesIn));
        var after = await Send(new GetTree(July2025, UnitRelation.LiesIn));

        before.Where(unit => unit.Name.Vi.EndsWith(" Bình Dương", StringComparison.Ordinal)).ShouldAllBe(unit => unit.Type == UnitType.Province);
        after.Single(unit => unit.Name.Vi.EndsWith(" Bình Dương", StringComparison.Ordinal)).Type.ShouldBe(UnitType.Ward);
        before.Count(unit => unit.Name.Vi.EndsWith(" Long Phước", StringComparison.Ordinal)).ShouldBe(2);
        before.Where(unit => unit.Name.Vi.EndsWith(" Tân Định", StringComparison.Ordinal)).Select(unit => unit.LiesInId).ShouldBeUnique();
    }

    [Test]
    public async Task Trap_5_numbered_names_are_told_apart_by_their_district()
    {
        var numbered = (await Send(new GetTree(June2025, UnitRelation.LiesIn))).Where(unit => unit.Name.Vi == "Phường 1").ToList();

        numbered.Count.ShouldBeGreaterThan(5);
        numbered.Select(unit => unit.LiesInId).ShouldBeUnique();
    }

    [Test]
    public async Task A_unit_that_no_longer_exists_is_found_by_its_key_as_it_was()
    {
        var district = (await Send(new FindUnitsByCode(["769"], October2024))).ShouldHaveSingleItem();

        var later = (await Send(new GetUnits([district.Id], July2025))).ShouldHaveSingleItem();

        later.Name.Vi.ShouldBe("Thành phố Thủ Đức");
        later.ValidTo.ShouldBe(June2025);
        (await Send(new FindUnitsByCode(["769"], July2025))).ShouldBeEmpty();
    }

    [Test]
    public async Task Parents_come_before_children_and_nobody_is_above_themselves_on_any_date()
    {
        var random = new Random(20250701);
        foreach (var relation in Enum.GetValues<UnitRelation>())
        {
            for (var i = 0; i < 12; i++)
            {
                var day = new DateOnly(2020, 1, 1).AddDays(random.Next(365 * 8));
                var tree = await Send(new GetTree(day, relation));
                var seen = new HashSet<Guid>();
                foreach (var unit in tree)
                {
                    var parent = relation == UnitRelation.LiesIn ? unit.LiesInId : unit.ReportsToId;
                    (parent is null || seen.Contains(parent.Value)).ShouldBeTrue($"{unit.Name.Vi} on {day:O}");
                    seen.Add(unit.Id).ShouldBeTrue();
                }
            }
        }
    }

    [Test]
    public async Task The_closure_says_what_the_tree_says()
    {
        var closure = (await Send(new GetUnitClosure(null))).Where(row => row.Relation == UnitRelation.LiesIn).ToList();
        foreach (var day in new[] { October2024, June2025, July2025 })
        {
            var tree = await Send(new GetTree(day, UnitRelation.LiesIn));
            var above = new Dictionary<Guid, int>();
            foreach (var unit in tree) above[unit.Id] = unit.LiesInId is { } parent ? above[parent] + 1 : 0;

            var onDay = closure.Where(row => row.ValidFrom <= day && (row.ValidTo is null || row.ValidTo >= day)).ToLookup(row => row.UnitId);

            tree.ShouldAllBe(unit => onDay[unit.Id].Count() == above[unit.Id] + 1);
        }
    }

    [Test]
    public async Task Districts_follow_the_wards_that_lay_in_them()
    {
        var before = (await Send(new GetTree(October2024, UnitRelation.LiesIn))).ToDictionary(unit => unit.Code);
        var links = (await Send(new GetLineage(October2024, July2025))).ToLookup(link => link.FromUnitId);

        links[before["769"].Id].Count().ShouldBe(12);
        links[before["769"].Id].ShouldAllBe(link => link.Extent == TransferExtent.Part);
        links[before["785"].Id].Count().ShouldBe(9);
        links[before["79"].Id].ShouldHaveSingleItem().Extent.ShouldBe(TransferExtent.Unchanged);
        links[before["74"].Id].ShouldHaveSingleItem().ShouldBe(
            new LineageLink(before["74"].Id, before["79"].Id, TransferExtent.Whole, 1));
    }

    [Test]
    public async Task A_ward_of_today_leads_back_to_the_districts_it_was_made_of()
    {
        var links = (await Send(new GetLineage(July2025, October2024))).ToLookup(link => link.FromUnitId);
        var wards = (await Send(new GetTree(July2025, UnitRelation.LiesIn))).Where(unit => CommuneLevel.Contains(unit.Type)).ToList();
        var then = (await Send(new GetTree(October2024, UnitRelation.LiesIn))).ToDictionary(unit => unit.Id);

        // Of the 102 in the old city, the units it was made of lie in one district or in several.
        var inOldCity = wards.Where(ward => links[ward.Id].Any(link => Districts.Contains(then[link.ToUnitId].Type))).ToList();
        inOldCity.Count.ShouldBe(102);
        inOldCity.Where(ward => links[ward.Id].Count() > 1).ShouldAllBe(ward => links[ward.Id].All(link => link.Extent == TransferExtent.Part));
        wards.ShouldAllBe(ward => links[ward.Id].Any());
    }

    [Test]
    public async Task Scope_follows_reports_to_and_not_lies_in()
    {
        var ward = (await Send(new FindUnitsByCode(["25747"], July2025))).ShouldHaveSingleItem();
        var office = (await Send(new FindUnitsByCode([WellKnownUnits.EducationDepartment], July2025))).ShouldHaveSingleItem();
        var city = (await Send(new FindUnitsByCode([WellKnownUnits.City], July2025))).ShouldHaveSingleItem();

        async Task<bool> Covers(Guid root, DateOnly on) =>
            await City.UseAsync<IUnitScope, bool>(scope => scope.CoversAsync([root], ward.Id, on, CancellationToken.None));

        (await Covers(office.Id, July2025)).ShouldBeTrue();
        (await Covers(ward.Id, July2025)).ShouldBeTrue();
        (await Covers(city.Id, July2025)).ShouldBeFalse();
        (await Covers(office.Id, June2025)).ShouldBeFalse();
    }
}
