using System.Net;
using System.Net.Http.Json;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Application.Crosswalks;
using LearningCity.CriteriaCatalog.Application.Review;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Editing;
using LearningCity.CriteriaCatalog.Domain.Packs;
using LearningCity.Testing;

namespace LearningCity.CriteriaCatalog.Tests.Application.Review;

/// <summary>The two views over the whole catalogue, with the assignments of the host's own cycles.</summary>
internal sealed class CatalogReviewTests(string database) : CityTest(database)
{
    private static readonly DateOnly On = new(2026, 6, 14);

    protected override async Task PrepareAsync()
    {
        foreach (var set in (string[])["left", "right"])
            (await Send(new ImportCriteriaSet(PackWriter.Write(Samples.Set(set)), Publish: true))).Succeeded.ShouldBeTrue();
        using var manager = await City.ApiClientForAsync("reporting_periods.read", "reporting_periods.manage");
        using var assigned = await manager.PostAsJsonAsync("/api/v1/cycles/half_year/assignments", new
        {
            code = "demo-2026",
            setCode = "hcmc-education-demo",
            unitTypes = (string[])["ward", "primary", "cec"],
            validFrom = "2026-01-01",
        });
        assigned.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Test]
    public async Task What_nobody_is_asked_for_is_uncovered_until_a_link_answers_it()
    {
        (await UncoveredAsync("unesco-key-features")).ShouldContain("2.4.1");
        var proposed = await Send(
            new ProposeCrosswalk(
                new("unesco-key-features", "2.4.1-b"), [new("hcmc-education-demo", "I13")], CrosswalkKind.Equal, null, new(2025, 1, 1), null, "Cùng định nghĩa"),
            Callers.Everywhere("criteria_catalog.edit"));
        (await Send(new ApproveCrosswalk(proposed.Value, 1), Callers.Everywhere("criteria_catalog.edit"))).Succeeded.ShouldBeTrue();
        (await UncoveredAsync("unesco-key-features")).ShouldNotContain("2.4.1");
    }

    [Test]
    public async Task A_set_is_covered_from_the_day_on_which_it_is_assigned()
    {
        (await UncoveredAsync("hcmc-education-demo")).ShouldBeEmpty();
        (await UncoveredAsync("hcmc-education-demo", new(2025, 12, 31))).Count.ShouldBe(24);
    }

    [Test]
    public async Task A_change_says_how_many_units_are_asked_for_it()
    {
        var draft = (await Send(new StartDraft("hcmc-education-demo", null, new(2027, 1, 1)))).Value;
        var content = PackReader.Read((await Send(new ExportVersion("hcmc-education-demo", draft.Number))).Value.Content).Value;
        var types = content.PlacedIndicators().ToLookup(placed => placed.Indicator.ReporterTypes.Contains("ward"), placed => placed.Indicator.Code);
        var edited = await Send(new EditDraft("hcmc-education-demo", draft.Number, draft.Version,
            [Rename(types[true].First()), Rename(types[false].First()), new DraftEdit.ChangeSet(new() { ["licence"] = "CC BY 4.0" })]));
        edited.Succeeded.ShouldBeTrue();

        var comparison = (await Send(new CompareVersions("hcmc-education-demo", draft.Number))).Value;
        var effects = comparison.Diff.Items.ToDictionary(item => item.Code, comparison.Effects.Of, StringComparer.Ordinal);
        effects[types[true].First()].Units.ShouldBe(113, "113 of the 168 units at this level are wards, the others communes.");
        effects[types[false].First()].Units.ShouldBe(0, "The demonstration has no schools in this test, and the set is assigned.");
        (effects["hcmc-education-demo"].Units, effects["hcmc-education-demo"].Indicators).ShouldBe((113, 25));

        DraftEdit.Change Rename(string code)
        {
            var value = Fragments.Of(content, ItemKind.Indicator, code)!;
            value["name"]!["en"] = "Another name";
            return new DraftEdit.Change(ItemKind.Indicator, code, value);
        }
    }

    [Test]
    public async Task Two_sets_that_ask_the_same_are_found_before_they_are_assigned()
    {
        var defined = (await Send(new ListAskedTwice(On, AskedBasis.Defined))).Value.Items;
        defined.Select(pair => (pair.First.SetCode, pair.First.Code, pair.Second.SetCode)).ShouldBe([("left", "I1", "right"), ("left", "I2", "right")], ignoreOrder: true);
        (await Send(new ListAskedTwice(On))).Value.Items.ShouldBeEmpty();

        var first = (await Send(new ListAskedTwice(On, AskedBasis.Defined, Limit: 1))).Value;
        (await Send(new ListAskedTwice(On, AskedBasis.Defined, first.NextCursor, 1))).Value.Items.ShouldHaveSingleItem().ShouldNotBe(first.Items[0]);
    }

    [Test]
    public async Task The_page_shows_both()
    {
        using var browser = await City.SessionOfAsync("catalogue_editor");
        (WebUtility.HtmlDecode(await browser.GetStringAsync("/catalog/review?on=2026-06-14"))).ShouldContain("Tiêu chí chưa có số liệu");
        (WebUtility.HtmlDecode(await browser.GetStringAsync("/catalog/review?view=twice&basis=defined&on=2026-06-14")))
            .ShouldContain("/catalog/links/new?target=left%2FI1&source=right%2FI1");
    }

    private async Task<IReadOnlyList<string>> UncoveredAsync(string setCode, DateOnly? on = null)
    {
        var all = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await Send(new ListUncoveredCriteria(on ?? On, setCode, cursor, 20))).Value;
            all.AddRange(page.Items.Select(criterion => criterion.Code));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        all.ShouldBeUnique();
        return all;
    }
}
