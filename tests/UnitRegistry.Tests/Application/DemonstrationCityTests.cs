using LearningCity.Access.Contracts;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Testing;
using LearningCity.UnitRegistry.Application.Demonstration;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.UnitRegistry.Tests.Application;

/// <summary>The demonstration city on the trees of 2024 and of today.</summary>
internal sealed class DemonstrationCityTests(string database) : CityTest(database)
{
    private static readonly DateOnly October2024 = new(2024, 10, 31);
    private static readonly DateOnly March2025 = new(2025, 3, 31);
    private static readonly DateOnly June2026 = new(2026, 6, 14);

    protected override async Task PrepareAsync()
    {
        // Twice: a loading that was broken off and begun again makes nothing twice.
        await PlayAsync();
        await PlayAsync();
    }

    [Test]
    public async Task In_October_2024_16_of_22_districts_98_high_schools_and_8_centres_have_a_committee()
    {
        var city = (await Send(new FindUnitsByCode([WellKnownUnits.City], October2024))).Single();

        var coverage = await Send(new GetCommitteeCoverage(October2024, city.Id));

        coverage.ShouldBe([
            new CommitteeCoverage("district", 16, 22),
            new CommitteeCoverage("high_school", 98, 205),
            new CommitteeCoverage("cec", 8, 31),
        ]);
    }

    [Test]
    public async Task The_units_that_have_a_committee_are_those_that_are_counted()
    {
        var having = await Send(new FindUnitsWithCommittee(October2024));
        var tree = await Send(new GetTree(October2024, UnitRelation.LiesIn));
        int Having(params UnitType[] types) => tree.Count(unit => types.Contains(unit.Type) && having.Contains(unit.Id));
        (Having(UnitType.UrbanDistrict, UnitType.RuralDistrict, UnitType.MunicipalCity), Having(UnitType.HighSchool), having.Count).ShouldBe((16, 98, 16 + 98 + 8));
    }

    [Test]
    public async Task A_committee_ends_with_its_unit_and_wards_begin_from_nothing()
    {
        var atTheReform = await Send(new GetCommitteeCoverage(new DateOnly(2025, 7, 1), null));
        var later = await Send(new GetCommitteeCoverage(June2026, null));

        atTheReform.ShouldContain(new CommitteeCoverage("commune_level", 0, 168));
        atTheReform.ShouldNotContain(group => group.Group == "district");
        later.ShouldContain(new CommitteeCoverage("commune_level", 92, 168));
        later.Single(group => group.Group == "high_school").ShouldBe(new CommitteeCoverage("high_school", 153, 205));
    }

    [Test]
    public async Task Every_school_lies_in_one_place_and_a_high_school_is_not_in_its_wards_scope()
    {
        foreach (var day in new[] { October2024, March2025, June2026 })
        {
            var tree = await Send(new GetTree(day, UnitRelation.LiesIn));
            var byId = tree.ToDictionary(unit => unit.Id);
            var schools = tree.Where(unit => unit.IsDemonstration).ToList();
            schools.Count.ShouldBe(DemonstrationUnits.HighSchools + DemonstrationUnits.Centres + (3 * 102));
            schools.ShouldAllBe(unit => unit.LiesInId != null && unit.ReportsToId != null && byId.ContainsKey(unit.LiesInId.Value));
            schools.Where(unit => unit.Type == UnitType.HighSchool).ShouldAllBe(unit => byId[unit.ReportsToId!.Value].Code == WellKnownUnits.EducationDepartment);
            var expected = day == October2024 ? new[] { UnitType.UrbanDistrict, UnitType.RuralDistrict, UnitType.MunicipalCity }
                : [UnitType.Ward, UnitType.Commune, UnitType.Township, UnitType.SpecialZone];
            schools.ShouldAllBe(unit => expected.Contains(byId[unit.LiesInId!.Value].Type));
        }

        var school = (await Send(new FindUnitsByCode(["DEMO-THPT-001"], June2026))).Single();
        var primary = (await Send(new FindUnitsByCode(["DEMO-TH-001"], June2026))).Single();
        primary.LiesInId.ShouldBe(school.LiesInId);
        (await CoversAsync(school.LiesInId!.Value, primary.Id)).ShouldBeTrue();
        (await CoversAsync(school.LiesInId!.Value, school.Id)).ShouldBeFalse();
    }

    [Test]
    public async Task A_school_moves_only_into_a_successor_of_the_ward_it_lay_in()
    {
        var lineage = (await Send(new GetLineage(March2025, June2026))).ToLookup(link => link.FromUnitId, link => link.ToUnitId);
        var now = (await Send(new GetTree(June2026, UnitRelation.LiesIn))).Where(unit => unit.IsDemonstration).ToDictionary(unit => unit.Id, unit => unit.LiesInId!.Value);
        foreach (var school in (await Send(new GetTree(March2025, UnitRelation.LiesIn))).Where(unit => unit.IsDemonstration))
            lineage[school.LiesInId!.Value].ShouldContain(now[school.Id]);
    }

    [Test]
    public async Task Access_learns_which_units_get_people()
    {
        var units = await Send(new ListUnitsForDemonstration());

        units.Count(unit => unit.Tier == DemonstrationTier.District).ShouldBe(22);
        units.Count(unit => unit.Tier == DemonstrationTier.Ward).ShouldBe(168);
        units.Count(unit => unit.Tier == DemonstrationTier.HighSchool).ShouldBe(205);
        units.Count(unit => unit.Tier == DemonstrationTier.City).ShouldBe(1);
        units.Single(unit => unit.Code == "SGDDT").Tier.ShouldBe(DemonstrationTier.Department);
        units.Select(unit => unit.UnitId).ShouldBeUnique();
    }

    [Test]
    public async Task Demonstration_units_say_what_they_are()
    {
        var names = (await Send(new GetTree(June2026, UnitRelation.LiesIn))).Where(unit => unit.IsDemonstration).ToList();

        names.ShouldAllBe(unit => unit.Name.Vi.Contains("Trình diễn") && unit.Name.En.Contains("Demonstration") && unit.Code.StartsWith("DEMO-"));
    }

    private async Task<bool> CoversAsync(Guid root, Guid unitId) =>
        await City.UseAsync<IUnitScope, bool>(scope => scope.CoversAsync([root], unitId, June2026, CancellationToken.None));

    private Task<bool> PlayAsync() => City.UseAsync<IServiceProvider, bool>(async services =>
    {
        var stage = new DemonstrationStage(DemonstrationAct.Found, null, City.Clock, new DateOnly(2026, 11, 22), 20241030);
        await ActivatorUtilities.CreateInstance<DemonstrationCity>(services).PlayAsync(stage, CancellationToken.None);
        return true;
    });
}
