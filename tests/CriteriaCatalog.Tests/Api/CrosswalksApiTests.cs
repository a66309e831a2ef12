using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.Testing;

namespace LearningCity.CriteriaCatalog.Tests.Api;

/// <summary>Links over HTTP and through their pages: two editors, one round from proposal to end.</summary>
internal sealed class CrosswalksApiTests(string database) : CityTest(database)
{
    private HttpClient _client = null!;
    private HttpClient _first = null!;
    private HttpClient _second = null!;

    protected override async Task PrepareAsync()
    {
        _client = await City.ApiClientForAsync("criteria_catalog.read", "criteria_catalog.edit");
        _first = await City.SessionOfAsync("catalogue_editor");
        _second = await City.SessionOfAsync("catalogue_editor");
    }

    [OneTimeTearDown]
    public void Close()
    {
        _client.Dispose();
        _first.Dispose();
        _second.Dispose();
    }

    [Test]
    public async Task A_link_goes_from_proposal_to_end()
    {
        var body = new
        {
            target = new { setCode = "unesco-key-features", code = "2.4.1-b" },
            sources = (object[])[new { setCode = "hcmc-education-demo", code = "I13" }],
            kind = "equal",
            validFrom = "2025-01-01",
            reason = "Cùng định nghĩa",
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/crosswalks") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", "mot-lan");
        using var created = await _client.SendAsync(request);
        var link = await created.Content.ReadFromJsonAsync<JsonElement>();
        created.StatusCode.ShouldBe(HttpStatusCode.Created, link.ToString());
        (link.GetProperty("state").GetString(), link.GetProperty("obstacles").GetArrayLength()).ShouldBe(("proposed", 0));

        (await CodeAsync(created.Headers.Location! + "/approve", "\"1\"")).ShouldBe("criteria_catalog.crosswalk_needs_person");
        (await CodeAsync(created.Headers.Location! + "/approve", null)).ShouldBe("platform.if_match_missing");

        var page = $"/catalog/links/{link.GetProperty("id").GetGuid()}";
        using (var approved = await _first.SendFormAsync(page, [new("_handler", "approve"), new("version", "1")]))
            approved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var late = await _second.SendFormAsync(page, [new("_handler", "end"), new("version", "1"), new("lastDay", "2026-12-31"), new("reason", "Hết")]))
            (await late.Content.ReadAsStringAsync()).ShouldContain("error-summary");
        (await CodeAsync(created.Headers.Location! + "/end", "\"2\"", new { lastDay = "2026-12-31", reason = "Hết" })).ShouldBe("");

        var ended = await _client.GetFromJsonAsync<JsonElement>(created.Headers.Location);
        (ended.GetProperty("state").GetString(), ended.GetProperty("validTo").GetString(), ended.GetProperty("steps").GetArrayLength())
            .ShouldBe(("ended", "2026-12-31", 3));
    }

    [Test]
    public async Task A_form_proposes_and_its_sender_does_not_approve()
    {
        const string form = "/catalog/links/new?target=unesco-key-features%2F2.4.1-a&source=hcmc-education-demo%2FI12&q=giao%20vien";
        (WebUtility.HtmlDecode(await _first.GetStringAsync(form))).ShouldContain("hcmc-education-demo/I12");
        using var refused = await _first.SendFormAsync(form, [new("_handler", "propose"), new("kind", "equal"), new("validFrom", "2025-02-01"), new("reason", "")]);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("error-summary");

        using var sent = await _first.SendFormAsync(form, [new("_handler", "propose"), new("kind", "equal"), new("validFrom", "2025-02-01"), new("reason", "Thử")]);
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (WebUtility.HtmlDecode(await _first.GetStringAsync(sent.Headers.Location))).ShouldNotContain("name=\"_handler\" value=\"approve\"");
        (WebUtility.HtmlDecode(await _second.GetStringAsync(sent.Headers.Location))).ShouldContain("name=\"_handler\" value=\"approve\"");
    }

    [TestCase("state=unknown", "platform.invalid_parameter")]
    [TestCase("cursor=%21", "platform.invalid_cursor")]
    [TestCase("cursor=e30", "platform.invalid_cursor")]
    public async Task Odd_parameters_are_refused(string query, string code)
    {
        using var answer = await _client.GetAsync($"/api/v1/crosswalks?{query}");
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe(code);
    }

    private async Task<string> CodeAsync(string path, string? ifMatch, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var answer = await _client.SendAsync(request);
        return answer.IsSuccessStatusCode ? "" : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
    }
}
