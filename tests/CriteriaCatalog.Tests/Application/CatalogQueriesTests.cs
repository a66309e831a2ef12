using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Testing;

namespace LearningCity.CriteriaCatalog.Tests.Application;

/// <summary>What other modules ask of the catalogue.</summary>
internal sealed class CatalogQueriesTests(string database) : CityTest(database)
{
    [Test]
    public async Task The_demonstration_set_is_in_force_on_the_reference_date_of_the_first_half_year()
    {
        var version = await Send(new FindCriteriaSetVersion("hcmc-education-demo", new DateOnly(2024, 12, 14)));

        version.ShouldNotBeNull();
        version.Version.ShouldBe(1);
        version.Origin.ShouldBe(CriteriaSetOrigin.Demonstration);
        version.Nodes.Count.ShouldBe(3 + 11 + 24);
        version.Indicators.Count.ShouldBe(25);
        version.Indicators.Select(indicator => indicator.Id).ShouldBeUnique();
        version.Indicators.ShouldAllBe(indicator => version.Nodes.Any(node => node.Code == indicator.NodeCode && node.Depth == 2));
    }

    [Test]
    public async Task Before_its_first_day_a_set_is_not_in_force() =>
        (await Send(new FindCriteriaSetVersion("hcmc-education-demo", new DateOnly(2023, 12, 31)))).ShouldBeNull();

    [Test]
    public async Task What_does_not_exist_is_null()
    {
        (await Send(new FindCriteriaSetVersion("nothing", new DateOnly(2024, 12, 14)))).ShouldBeNull();
        (await Send(new GetCriteriaSetVersion(BuildingBlocks.Ids.New()))).ShouldBeNull();
    }

    [Test]
    public async Task A_version_is_the_same_by_key_and_by_date()
    {
        var found = await Send(new FindCriteriaSetVersion("unesco-key-features", new DateOnly(2026, 1, 1)));
        var got = await Send(new GetCriteriaSetVersion(found!.VersionId));

        got.ShouldBe(found);
        got!.Indicators.ShouldBeSameAs(found.Indicators);
    }

    [Test]
    public async Task Fractions_say_what_they_are_multiplied_by()
    {
        var version = await Send(new FindCriteriaSetVersion("unesco-key-features", new DateOnly(2026, 1, 1)));
        version!.Indicators.Single(indicator => indicator.Code == "1.1.4-a").Factor.ShouldBe(100_000);
        version.Indicators.Single(indicator => indicator.Code == "1.1.1-a").Factor.ShouldBe(100);
    }

    [Test]
    public async Task The_list_names_published_versions_with_their_counts() =>
        (await Send(new ListCriteriaSetVersions()))
            .Where(version => version.SetCode is "hcmc-education-demo" or "unesco-key-features")
            .Select(version => (version.SetCode, version.Version, version.IndicatorCount))
            .ShouldBe([("hcmc-education-demo", 1, 25), ("unesco-key-features", 1, 60)]);
}
