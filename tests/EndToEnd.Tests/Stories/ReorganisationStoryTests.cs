using System.Net.Http.Json;
using LearningCity.EndToEnd.Tests.Harness;
using Microsoft.Playwright;

namespace LearningCity.EndToEnd.Tests.Stories;

/// <summary>The registry keeper merges two wards with the wizard: nothing changes before the last step, and the result is there after it.</summary>
internal sealed class ReorganisationStoryTests
{
    private HostProcess _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await HostProcess.StartAsync(await DemonstrationCity.CopyAsync());

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }

    [Test]
    public async Task A_merger_is_previewed_then_applied_and_its_reports_are_taken_over()
    {
        var page = await Browser.OpenAsync(_host.Address);
        await page.SignInAsync("danhba");
        await page.GotoAsync("/reorganisations");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lập sắp xếp mới" }).ClickAsync();

        await page.GetByText("Bước 1/6").WaitForAsync();
        await page.Locator("#decisionNumber").FillAsync("99/NQ-HĐND");
        await page.Locator("#decidedOn").FillAsync("2030-01-15");
        await page.Locator("#effectiveOn").FillAsync("2030-03-01");
        await page.Locator("#note").FillAsync("Thành lập phường Tân Hợp Nhất");
        await NextAsync(page);
        await page.Locator("#kind").SelectOptionAsync("merge");
        await NextAsync(page);

        // A name that nobody has is refused beside its field, and what was typed stays.
        await page.Locator("#sources").FillAsync("26740\nPhường Không Có");
        await page.Locator("#newUnits").FillAsync("99901; Phường Tân Hợp Nhất; Tan Hop Nhat Ward");
        await NextAsync(page);
        await page.Locator("#sources-error").WaitForAsync();
        (await page.Locator("#newUnits").InputValueAsync()).ShouldContain("99901");
        await page.Locator("#sources").FillAsync("26740\n26743");
        await NextAsync(page);
        await page.GetByText("Bước 3/6").WaitForAsync();
        await NextAsync(page);
        await page.GetByText("Bước 4/6").WaitForAsync();
        (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();
        await NextAsync(page);

        await page.GetByText("Bước 5/6").WaitForAsync();
        await page.GetByText("Thành lập 1 · kết thúc 2").WaitForAsync();
        (await page.Locator("table").First.InnerTextAsync()).ShouldContain("Phường Tân Hợp Nhất");
        (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        await page.GetByText("Bước 6/6").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Áp dụng từ 01/03/2030" }).ClickAsync();

        await page.GetByText("Số 99/NQ-HĐND").WaitForAsync();
        (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();
        await page.GotoAsync("/units?q=99901&asOf=2030-03-01");
        await page.GetByRole(AriaRole.Link, new() { Name = "Phường Tân Hợp Nhất" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Phường Tân Hợp Nhất" }).WaitForAsync();
        (await page.ContentAsync()).ShouldContain("Hình thành từ");
        (await Accessibility.ViolationsAsync(page)).ShouldBeEmpty();
    }

    [Test]
    public async Task A_body_that_reviews_ends_only_when_somebody_takes_its_reviews_over()
    {
        const string Day = "2030-04-01";
        using var keeper = await Caller.SignInAsync(_host.Address, "danhba@demo.learningcity.test");
        var ward = await UnitAsync(keeper, "26737");
        var taker = await UnitAsync(keeper, "26773");
        var schools = new Dictionary<string, (bool LiesIn, bool ReportsTo)>();
        foreach (var relation in new[] { "lies_in", "reports_to" })
        {
            var branch = await keeper.GetAsync($"/api/v1/units/branch?parentId={ward}&relation={relation}&asOf={Day}&limit=200");
            foreach (var id in branch.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("unit").GetProperty("id").GetString()!))
            {
                var known = schools.GetValueOrDefault(id);
                schools[id] = (known.LiesIn || relation == "lies_in", known.ReportsTo || relation == "reports_to");
            }
        }

        object Closing(object[]? handOvers) => new
        {
            kind = "close",
            decisionNumber = "98/NQ-HĐND",
            decidedOn = "2030-01-15",
            effectiveOn = Day,
            closes = new[] { ward },
            changes = schools.Select(school => new { unitId = school.Key, liesInId = school.Value.LiesIn ? taker : null, reportsToId = school.Value.ReportsTo ? taker : null }),
            handOvers,
        };
        var preview = await keeper.PostAsync("/api/v1/reorganisations?preview=true", Closing(null));
        var touches = preview.GetProperty("touches");
        touches.GetProperty("obligations").EnumerateArray().ShouldContain(line => line.GetProperty("reviews").GetBoolean());
        touches.GetProperty("unassigned").EnumerateArray().Select(id => id.GetString()).ShouldContain(ward);
        preview.GetProperty("totals").GetProperty("all").GetInt32().ShouldBeGreaterThan(0);

        using var refused = await keeper.Http.PostAsJsonAsync(new Uri("/api/v1/reorganisations", UriKind.Relative), Closing(null));
        ((int)refused.StatusCode).ShouldBe(409);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("unit_registry.hand_over_missing");

        await keeper.PostAsync("/api/v1/reorganisations", Closing([new { fromUnitId = ward, toUnitId = taker }]));
        (await keeper.GetAsync($"/api/v1/units/{ward}/hand-over")).GetProperty("takenOverBy").GetProperty("id").GetString().ShouldBe(taker);
    }

    private static async Task<string> UnitAsync(Caller caller, string code) =>
        (await caller.GetAsync($"/api/v1/units?q={code}")).GetProperty("items")[0].GetProperty("id").GetString()!;

    private static Task NextAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Lưu và tiếp tục" }).ClickAsync();
}
