using System.Collections.Concurrent;
using LearningCity.EndToEnd.Tests.Harness;
using Microsoft.Playwright;

namespace LearningCity.EndToEnd.Tests.Pages;

/// <summary>
/// The main pages in both languages, on a desktop and on a phone: they open without an error in the console and without an asset from
/// elsewhere, do not scroll sideways, and keep nobody out that a program can check for.
/// </summary>
internal sealed class PageTests
{
    private static readonly string[] Languages = ["vi", "en"];
    private HostProcess _host = null!;
    private string _entry = null!;
    private string _review = null!;
    private string _unit = null!;
    private readonly Dictionary<string, string> _others = [];

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await HostProcess.StartAsync(await DemonstrationCity.CopyAsync());
        using var school = await Caller.SignInAsync(_host.Address, "thpt.demo@demo.learningcity.test");
        var periods = await school.GetAsync("/api/v1/periods");
        var open = periods.GetProperty("items").EnumerateArray().First(period => period.GetProperty("state").GetString() == "open");
        var code = open.GetProperty("code").GetString();
        _entry = await FirstAsync(school, $"/api/v1/submissions?periodCode={code}");
        using var reviewer = await Caller.SignInAsync(_host.Address, "duyet2.so@demo.learningcity.test");
        var me = (await reviewer.GetAsync("/api/v1/me")).GetProperty("unitId").GetString();
        _unit = await FirstAsync(reviewer, "/api/v1/units?q=26740");
        _others["{edition}"] = await FirstAsync(reviewer, "/api/v1/editions?period=2025-H2");
        using var ward = await Caller.SignInAsync(_host.Address, "phuong.saigon@demo.learningcity.test");
        _others["{difficulty}"] = await FirstAsync(ward, "/api/v1/difficulties?state=at_meeting");
        _others["{task}"] = await FirstAsync(ward, "/api/v1/tasks?state=overdue");
        _others["{plan}"] = await FirstAsync(ward, "/api/v1/plans");
        _others["{meeting}"] = await FirstAsync(ward, "/api/v1/meetings?state=held");
        _others["{theme}"] = await FirstAsync(reviewer, "/api/v1/difficulty-themes");
        _review = await FirstAsync(reviewer, $"/api/v1/submissions?periodCode={code}&state=submitted&reviewerUnitId={me}");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }

    private static IEnumerable<TestCaseData> Visits =>
        from page in (IEnumerable<(string Name, string? Account, string Address)>)
        [
            ("sign-in", null, "/sign-in"),
            ("home", "thpt.demo", "/"),
            ("entry grid", "thpt.demo", "/submissions/{entry}"),
            ("check and submit", "thpt.demo", "/submissions/{entry}/check"),
            ("review inbox", "duyet2.so", "/review"),
            ("review", "duyet2.so", "/review/{review}"),
            ("approving many", "duyet2.so", "/review/approve?filter=plain"),
            ("indicators under review", "duyet2.so", "/review/indicators"),
            ("indicator under review", "duyet2.so", "/review/indicators/I19"),
            ("shares of reviewing", "duyet2.so", "/review/shares"),
            ("threads of a report", "thpt.demo", "/submissions/{entry}/threads"),
            ("release by the head", "chuyenvien.so", "/period-rules/release"),
            ("dashboard", "banchidao", "/dashboard"),
            ("dashboard of an edition", "banchidao", "/dashboard?period=2025-H2&edition=1"),
            ("scorecard of the city", "banchidao", "/scorecards"),
            ("scorecards of wards", "banchidao", "/scorecards/units?period=2025-H2&type=ward"),
            ("indicator", "banchidao", "/indicators/I01"),
            ("explorer", "banchidao", "/explorer?scope=below"),
            ("data quality", "chuyenvien.so", "/quality"),
            ("trial of a rule", "bientap", "/trials?indicator=I01&target=95&period=2025-H2"),
            ("editions of a period", "chuyenvien.so", "/periods/2025-H2/editions"),
            ("sealing", "chuyenvien.so", "/periods/2025-H2/seal"),
            ("edition", "chuyenvien.so", "/editions/{edition}"),
            ("briefings", "banchidao", "/briefings"),
            ("reports", "banchidao", "/reports"),
            ("templates of documents", "quantri", "/reports/templates"),
            ("catalogue", "bientap", "/catalog"),
            ("new criteria set", "bientap", "/catalog/new"),
            ("import of a criteria set", "bientap", "/catalog/import"),
            ("links", "bientap", "/catalog/links"),
            ("new link", "bientap", "/catalog/links/new?target=unesco-key-features%2F2.4.1-b&source=hcmc-education-demo%2FI13&q=cntt"),
            ("reference series", "bientap", "/catalog/series"),
            ("catalogue review", "bientap", "/catalog/review"),
            ("units", "danhba", "/units"),
            ("reorganisations", "danhba", "/reorganisations"),
            ("groups of units", "danhba", "/units/groups"),
            ("tree of units", "danhba", "/units/tree"),
            ("map of units", "danhba", "/units/map"),
            ("committees by area", "danhba", "/units/coverage"),
            ("import of units", "danhba", "/units/import"),
            ("unit", "danhba", "/units/{unit}"),
            ("periods", "chuyenvien.so", "/periods"),
            ("calendar", "chuyenvien.so", "/period-rules/calendar"),
            ("cycles", "chuyenvien.so", "/period-rules/cycles"),
            ("reminders", "chuyenvien.so", "/period-rules/reminders"),
            ("extension requests", "chuyenvien.so", "/extension-requests"),
            ("difficulties", "phuong.saigon", "/difficulties?view=all"),
            ("new difficulty", "phuong.saigon", "/difficulties/new"),
            ("difficulty", "phuong.saigon", "/difficulties/{difficulty}"),
            ("themes", "duyet2.so", "/difficulties/themes"),
            ("theme", "duyet2.so", "/difficulties/themes/{theme}"),
            ("meetings", "togiupviec", "/meetings"),
            ("new meeting", "togiupviec", "/meetings/new"),
            ("meeting", "togiupviec", "/meetings/{meeting}"),
            ("edit of a meeting", "togiupviec", "/meetings/{meeting}/edit"),
            ("tasks", "togiupviec", "/tasks?state=all"),
            ("task", "phuong.saigon", "/tasks/{task}"),
            ("plans", "phuong.saigon", "/plans"),
            ("plan", "phuong.saigon", "/plans/{plan}"),
            ("edit of a plan", "phuong.saigon", "/plans/{plan}/edit"),
            ("people", "quantri", "/admin/people"),
            ("jobs", "quantri", "/admin/jobs"),
            ("webhooks", "quantri", "/admin/webhooks"),
        ]
        from language in Languages
        select new TestCaseData(page.Account, page.Address, language).SetArgDisplayNames(page.Name, language);

    [TestCaseSource(nameof(Visits))]
    public async Task The_page_is_whole_and_open_to_everybody(string? account, string address, string language)
    {
        var page = await Browser.OpenAsync(_host.Address, language);
        var trouble = new ConcurrentQueue<string>();
        page.Console += (_, message) => Note(trouble, message.Type == "error", message.Text);
        page.RequestFailed += (_, request) => Note(trouble, !request.Failure!.Contains("ABORTED", StringComparison.Ordinal), $"{request.Url}: {request.Failure}");
        page.Request += (_, request) => Note(trouble, IsElsewhere(request.Url), $"an asset from elsewhere: {request.Url}");
        if (account is not null) await page.SignInAsync(account);
        foreach (var size in (ViewportSize[])[Browser.Desktop, Browser.Phone])
        {
            await page.SetViewportSizeAsync(size.Width, size.Height);
            var answer = await page.GotoAsync(Fill(address));
            answer!.Status.ShouldBe(200);
            (await page.GetAttributeAsync("html", "lang")).ShouldBe(language);
            (await page.Locator("h1").CountAsync()).ShouldBe(1);
            var sideways = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            sideways.ShouldBeLessThanOrEqualTo(0, $"the page scrolls sideways at {size.Width}");
            var violations = await Accessibility.ViolationsAsync(page);
            violations.ShouldBeEmpty($"at {size.Width}x{size.Height}:\n{string.Join('\n', violations)}");
        }

        trouble.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    private string Fill(string address) => _others.Aggregate(
        address.Replace("{entry}", _entry, StringComparison.Ordinal).Replace("{review}", _review, StringComparison.Ordinal)
            .Replace("{unit}", _unit, StringComparison.Ordinal),
        (filled, other) => filled.Replace(other.Key, other.Value, StringComparison.Ordinal));

    private static void Note(ConcurrentQueue<string> trouble, bool isTrouble, string text)
    {
        if (isTrouble) trouble.Enqueue(text);
    }

    private bool IsElsewhere(string url) =>
        !url.StartsWith(_host.Address.ToString(), StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal);

    private static async Task<string> FirstAsync(Caller caller, string address) =>
        (await caller.GetAsync(address)).GetProperty("items")[0].GetProperty("id").GetString()!;
}
