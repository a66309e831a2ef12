using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LearningCity.Testing;

namespace LearningCity.CriteriaCatalog.Tests.Api;

/// <summary>Reference series over HTTP and as pages.</summary>
internal sealed class SeriesApiTests(string database) : CityTest(database)
{
    private const string Release = "/api/v1/reference-series/population/releases?label=2025&source=p.12&publishedOn=2025-08-01";
    private HttpClient _client = null!;
    private HttpClient _browser = null!;

    protected override async Task PrepareAsync()
    {
        _client = await City.ApiClientForAsync("criteria_catalog.read", "criteria_catalog.edit");
        _browser = await City.SessionOfAsync("catalogue_editor");
        using var defined = await _client.PostAsJsonAsync("/api/v1/reference-series", new
        {
            code = "population",
            name = new { vi = "Dân số theo tuổi", en = "Population by age" },
            measureUnit = new { vi = "người", en = "people" },
            decimals = 0,
            owner = "Cục Thống kê",
        });
        defined.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var first = await PostAsync(Release, "text/csv", "unitCode,date,value\n26734,2025-07-01,1000\n");
        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var second = await PostAsync(Release, "application/json", """[{"unitCode":"26734","date":"2025-07-01","value":1250}]""");
        (await second.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("restated").GetInt32().ShouldBe(1);
    }

    [OneTimeTearDown]
    public void Close()
    {
        _client.Dispose();
        _browser.Dispose();
    }

    [Test]
    public async Task Releases_are_read_as_of_any_and_compared()
    {
        foreach (var (query, value) in ((string, int)[])[("release=1", 1000), ("release=2", 1250), ("", 1250)])
        {
            var page = await _client.GetFromJsonAsync<JsonElement>($"/api/v1/reference-series/population/observations?{query}");
            page.GetProperty("items")[0].GetProperty("value").GetDecimal().ShouldBe(value);
        }

        var change = (await _client.GetFromJsonAsync<JsonElement>("/api/v1/reference-series/population/changes?fromRelease=1&toRelease=2")).GetProperty("items")[0];
        (change.GetProperty("before").GetDecimal(), change.GetProperty("after").GetDecimal()).ShouldBe((1000m, 1250m));
    }

    [TestCase("/api/v1/reference-series/none", "criteria_catalog.series_not_found")]
    [TestCase("/api/v1/reference-series/population/observations?release=9", "criteria_catalog.series_release_not_found")]
    [TestCase("/api/v1/reference-series/population/changes?fromRelease=2&toRelease=1", "criteria_catalog.series_release_not_found")]
    [TestCase("/api/v1/reference-series/population/observations?cursor=e30", "platform.invalid_cursor")]
    public async Task What_is_not_there_is_refused(string path, string code)
    {
        using var answer = await _client.GetAsync(path);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe(code);
    }

    [TestCase("text/csv", "unitCode,date,value\n26734,01/07/2025,1\n", "rows[2].date")]
    [TestCase("application/json", """[{"unitCode":"26734","date":"2025-07-01","value":true}]""", "rows[1].value")]
    public async Task A_problem_is_named_by_row_and_field(string type, string body, string field)
    {
        using var answer = await PostAsync(Release, type, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[1].GetProperty("field").GetString().ShouldBe(field);
    }

    [Test]
    public async Task Pages_show_releases_values_and_what_changed()
    {
        (await ReadAsync("/catalog/series")).ShouldContain("Dân số theo tuổi");
        (await ReadAsync("/catalog/series/population")).ShouldContain("Nhập đợt công bố");
        (await ReadAsync("/catalog/series/population?view=values&release=1")).ShouldContain("1.000");
        (await ReadAsync("/catalog/series/population?view=changes&from=1&to=2")).ShouldContain("+250");
        using var missing = await _browser.GetAsync("/catalog/series/none");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<HttpResponseMessage> PostAsync(string path, string type, string body) =>
        _client.PostAsync(path, new StringContent(body, Encoding.UTF8, type));

    private async Task<string> ReadAsync(string path) => WebUtility.HtmlDecode(await _browser.GetStringAsync(path));
}
