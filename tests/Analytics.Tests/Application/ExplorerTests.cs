using System.Net;
using System.Text.Json;
using LearningCity.Analytics.Application.Explorer;
using LearningCity.Analytics.Application.Figures;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.Testing;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Tests.Application;

internal sealed class ExplorerTests(string database) : TownTest(database)
{
    [Test]
    public async Task A_choice_reads_the_same_on_a_page_and_in_every_file()
    {
        // A name that a spreadsheet would take for a formula.
        Town.Edited = version => version with
        {
            Indicators = [.. version.Indicators.Select(indicator => indicator.Code == "I01" ? indicator with { Name = new LocalText("=HYPERLINK(\"x\")", "=1+1") } : indicator)],
        };
        var before = await OpenAsync();
        await ApproveAsync(before, Town.SchoolA, Town.Count(4));
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(7), Town.Share(9, 10));
        await FoldAsync();
        using var http = await City.ApiClientForAsync("analytics.read");
        var query = $"/api/v1/analytics/explore?indicator=I01&indicator=I02&unitId={Town.City}&unitId={Town.SchoolA}&period={before.Code}&period={period.Code}";

        var values = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            using var answer = await http.GetAsync(new Uri($"{query}&limit=3&cursor={cursor}", UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
            var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            values.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("figure").GetProperty("value").ToString()));
            cursor = page.GetProperty("nextCursor").GetString();
        }

        values.Count.ShouldBe(8);
        string.Join('|', values.Where(value => value.Length > 0).Select(value => decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture).ToString("0", System.Globalization.CultureInfo.InvariantCulture)))
            .ShouldBe("4|4|7|90|7|90");
        var csv = await http.GetStringAsync(new Uri($"{query}&format=csv", UriKind.Relative));
        csv.Split("\r\n").Length.ShouldBe(1 + 8 + 1);
        csv.ShouldContain("'=HYPERLINK(");
        csv.ShouldNotContain(",=");
        using var workbook = new MemoryStream(await http.GetByteArrayAsync(new Uri($"{query}&format=xlsx", UriKind.Relative)));
        workbook.Length.ShouldBeGreaterThan(1_000);
    }

    [TestCase("", "analytics.indicators_to_choose")]
    [TestCase("&indicator=I99", "analytics.indicator_not_found")]
    [TestCase("&indicator=I01&period=1990-H1", "analytics.period_not_found")]
    [TestCase("&indicator=I01&unitId=00000000-0000-0000-0000-000000000001", "analytics.unit_not_in_tree")]
    [TestCase("&indicator=I01&edition=2", "analytics.edition_of_many_periods")]
    [TestCase("&indicator=I01&format=pdf", "platform.invalid_parameter")]
    public async Task A_choice_that_cannot_be_read_is_refused_with_a_code(string query, string code)
    {
        await OpenAsync();
        using var http = await City.ApiClientForAsync("analytics.read");
        using var answer = await http.GetAsync(new Uri($"/api/v1/analytics/explore?{query.TrimStart('&')}", UriKind.Relative));
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString().ShouldBe(code);
    }

    [Test]
    public async Task The_page_of_an_indicator_shows_trend_target_and_spread()
    {
        Town.Edited = version => version;
        var before = await OpenAsync();
        await ApproveAsync(before, Town.SchoolA, Town.Share(1, 2));
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Share(19, 20));
        await ApproveAsync(period, Town.SchoolC, Town.Share(15, 20));
        await FoldAsync();
        var view = (await Send(new GetIndicatorView("I02", period.Code, Town.City, UnitType.Primary, null))).Value;
        view.Now.Target.ShouldBe(new FigureTarget(90, null, null, 85, false));
        view.Trend.Where(point => point.Period == before.Code).ShouldHaveSingleItem().Figure!.Value.ShouldBe(50m);
        view.Units.Select(unit => unit.UnitCode).ShouldBe(["TH-A", "TH-C", "TH-B"]);
        view.Units[2].Value.ShouldBeNull();
        view.Types.ShouldContain(type => type.Type == UnitType.Primary && type.Count == 3);
    }
}
