using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.Analytics.Tests.Application;
using LearningCity.Testing;

namespace LearningCity.Analytics.Tests.Api;

internal sealed class RollupApiTests(string database) : TownTest(database)
{
    [Test]
    public async Task A_page_of_figures_says_period_edition_tree_and_relation()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(12.5m));
        await FoldAsync();
        using var http = await City.ApiClientForAsync("analytics.read");
        var answer = await http.GetFromJsonAsync<JsonElement>($"/api/v1/analytics/rollups?period={period.Code}&unitId={Town.City}");
        var context = answer.GetProperty("context");
        context.GetProperty("edition").GetString().ShouldBe("live");
        context.GetProperty("relation").GetString().ShouldBe("lies_in");
        context.GetProperty("treeDate").GetString().ShouldBe(period.WindowTo.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        var figure = answer.GetProperty("items")[0];
        figure.GetProperty("value").GetDecimal().ShouldBe(12.5m);
        figure.GetProperty("state").GetString().ShouldBe("value");
        figure.GetProperty("expected").GetInt32().ShouldBe(6);
    }

    [Test]
    public async Task Units_below_are_read_page_by_page()
    {
        var period = await OpenAsync();
        using var http = await City.ApiClientForAsync("analytics.read");
        var seen = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await http.GetFromJsonAsync<JsonElement>(
                $"/api/v1/analytics/rollups?period={period.Code}&parentId={Town.City}&limit=2&cursor={cursor}");
            seen.AddRange(page.GetProperty("items").EnumerateArray()
                .Select(item => $"{item.GetProperty("unitCode").GetString()}/{item.GetProperty("indicator").GetString()}"));
            cursor = page.GetProperty("nextCursor").GetString();
        }

        seen.Count.ShouldBe(4 * 5);
        seen.ShouldBeUnique();
    }

    [TestCase("/api/v1/analytics/rollups?period=1990-H1", HttpStatusCode.NotFound, "analytics.period_not_found")]
    [TestCase("/api/v1/analytics/rollups", HttpStatusCode.BadRequest, "platform.invalid_parameter")]
    [TestCase("/api/v1/analytics/rollups?period={0}&relation=sideways", HttpStatusCode.BadRequest, "platform.invalid_parameter")]
    [TestCase("/api/v1/analytics/rollups?period={0}&unitId=none", HttpStatusCode.BadRequest, "platform.invalid_parameter")]
    [TestCase("/api/v1/analytics/rollups?period={0}&unitId=00000000-0000-0000-0000-000000000001", HttpStatusCode.NotFound, "analytics.unit_not_in_tree")]
    [TestCase("/api/v1/analytics/rollups?period={0}&indicator=I99", HttpStatusCode.NotFound, "analytics.indicator_not_found")]
    [TestCase("/api/v1/analytics/rollups?period={0}&cursor=rubbish!", HttpStatusCode.BadRequest, "platform.invalid_cursor")]
    [TestCase("/api/v1/analytics/completeness?period={0}&by=colour", HttpStatusCode.BadRequest, "platform.invalid_parameter")]
    [TestCase("/api/v1/analytics/trends?indicator=I99", HttpStatusCode.NotFound, "analytics.indicator_not_found")]
    [TestCase("/api/v1/analytics/rollups?period={0}&treeDate=soon", HttpStatusCode.BadRequest, "platform.invalid_parameter")]
    [TestCase("/api/v1/analytics/years/1990", HttpStatusCode.NotFound, "analytics.period_not_found")]
    [TestCase("/api/v1/analytics/export?period=1990-H1", HttpStatusCode.NotFound, "analytics.period_not_found")]
    [TestCase("/api/v1/analytics/export?period={0}&format=pdf", HttpStatusCode.BadRequest, "platform.invalid_parameter")]
    [TestCase("/api/v1/trace/ABCDE-FGHJK-1", HttpStatusCode.BadRequest, "analytics.wrong_trace_code")]
    [TestCase("/api/v1/briefings/00000000-0000-0000-0000-000000000001", HttpStatusCode.NotFound, "platform.not_found")]
    public async Task Wrong_requests_are_refused_with_a_code(string path, HttpStatusCode status, string code)
    {
        var period = await OpenAsync();
        using var http = await City.ApiClientForAsync("analytics.read");
        using var answer = await http.GetAsync(new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, period.Code), UriKind.Relative));
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe(code);
    }

    [Test]
    public async Task A_reader_of_one_ward_sees_it_and_not_the_other()
    {
        var period = await OpenAsync();
        using var http = await City.ApiClientForAsync(["analytics.read"], Town.WardOne);
        async Task<HttpStatusCode> Status(string unit) =>
            (await http.GetAsync(new Uri($"/api/v1/analytics/rollups?period={period.Code}{unit}", UriKind.Relative))).StatusCode;
        (await Status($"&unitId={Town.WardOne}")).ShouldBe(HttpStatusCode.OK);
        (await Status($"&unitId={Town.SchoolA}")).ShouldBe(HttpStatusCode.OK);
        (await Status("")).ShouldBe(HttpStatusCode.OK);
        (await Status($"&unitId={Town.WardTwo}")).ShouldBe(HttpStatusCode.Forbidden);
        (await Status($"&unitId={Town.City}")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Test]
    public async Task Nobody_reads_without_signing_in_or_recomputes_without_the_right()
    {
        var period = await OpenAsync();
        using var stranger = City.CreateClient();
        (await stranger.GetAsync(new Uri($"/api/v1/analytics/rollups?period={period.Code}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var reader = await City.ApiClientForAsync("analytics.read");
        (await reader.PostAsJsonAsync("/api/v1/analytics/recompute", new { period = period.Code })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var keeper = await City.ApiClientForAsync("analytics.recompute");
        using var answer = await keeper.PostAsJsonAsync("/api/v1/analytics/recompute", new { period = period.Code });
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("equal").GetBoolean().ShouldBeTrue();
    }

    [Test]
    public async Task Completeness_adds_up_to_its_total()
    {
        var period = await OpenAsync();
        Town.HandIn(period.Id, Town.SchoolA);
        using var http = await City.ApiClientForAsync("analytics.read");
        var tiers = await http.GetFromJsonAsync<JsonElement>($"/api/v1/analytics/completeness?period={period.Code}&by=tier");
        tiers.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("key").GetString()).ShouldBe(["school", "locality"]);
        foreach (var by in new[] { "type", "area", "tier" })
        {
            var answer = await http.GetFromJsonAsync<JsonElement>($"/api/v1/analytics/completeness?period={period.Code}&by={by}");
            answer.GetProperty("total").GetProperty("expected").GetInt32().ShouldBe(6);
            answer.GetProperty("total").GetProperty("handedIn").GetInt32().ShouldBe(1);
            answer.GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("counts").GetProperty("expected").GetInt32()).ShouldBe(6);
        }
    }
}
