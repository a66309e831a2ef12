using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.Analytics.Application.Years;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Testing;

namespace LearningCity.Analytics.Tests.Application;

/// <summary>Years, values that never roll up, and open data.</summary>
internal sealed class YearTests(string database) : TownTest(database)
{
    [Test]
    public async Task A_flow_adds_its_halves_and_a_stock_is_its_last_figure()
    {
        var first = await OpenAsync();
        await ApproveAsync(first, Town.SchoolA, Town.Count(12), Town.Share(18, 20), Town.YesNo(true));
        await FoldAsync();
        var year = first.WindowTo.Year;
        (await YearAsync(year, Town.City, "I01")).IsComplete.ShouldBeFalse("the second half has not opened");

        var second = await OpenSecondHalfAsync(year);
        await ApproveAsync(second, Town.SchoolA, Town.Count(30.5m), Town.Share(10, 20), Town.YesNo(false));
        await ApproveAsync(second, Town.SchoolC, Town.Count(7), Town.Share(30, 30));
        await FoldAsync();

        var events = await YearAsync(year, Town.City, "I01");
        events.IsComplete.ShouldBeTrue();
        events.Periods.Select(part => part.Period).ShouldBe([first.Code, second.Code]);
        events.Items[0].Figure!.Value.ShouldBe(49.5m);
        events.Items[0].Periods.Select(half => half!.Value).ShouldBe([12m, 37.5m]);
        (await YearAsync(year, Town.City, "I02")).Items[0].Figure!.Value.ShouldBe(80, "40 of 50, in the second half alone");
        var side = (await YearAsync(year, Town.City, "I03")).Items[0];
        side.Figure.ShouldBeNull("periods stand side by side");
        side.Periods.Select(half => half!.Value).ShouldBe([100m, 0m]);

        // On the tree after the reform the halves are added on like areas.
        var x = (await Send(new GetYear(year, Town.NewWardX, "I01", Town.Reform, null, null))).Value;
        x.Items[0].Figure!.Value.ShouldBe(42.5m);
        x.Context.TreeDate.ShouldBe(Town.Reform);
    }

    [Test]
    public async Task A_survey_is_shown_at_its_unit_and_never_rolls_up()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.WardOne, Town.Surveyed(3.5m));
        await FoldAsync();
        (await FigureAsync(period, Town.WardOne, "I04")).Value.ShouldBe(3.5m);
        var city = await FigureAsync(period, Town.City, "I04");
        (city.Value, city.State, city.Approved, city.Expected).ShouldBe((null, FigureState.NotReported, 1, 1));
    }

    [Test]
    public async Task Open_data_come_as_a_table_with_a_description_that_fits_it()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(12.5m));
        await FoldAsync();
        using var http = await City.ApiClientForAsync("analytics.read");
        var csv = await http.GetStringAsync(new Uri($"/api/v1/analytics/export?period={period.Code}&format=csv", UriKind.Relative));
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(1 + (3 * 5), "a head, and the city and two wards with five indicators");
        lines[1].ShouldContain(",12.5,");
        lines[1].ShouldStartWith($"{period.Code},live,{period.WindowTo.ToString("O", CultureInfo.InvariantCulture)},lies_in,79,");

        var package = await http.GetFromJsonAsync<JsonElement>($"/api/v1/analytics/export/datapackage.json?period={period.Code}");
        package.GetProperty("profile").GetString().ShouldBe("tabular-data-package");
        var resource = package.GetProperty("resources")[0];
        resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString())
            .ShouldBe(lines[0].Split(','));
        var place = new Uri(resource.GetProperty("path").GetString()!, UriKind.Absolute);
        (await http.GetStringAsync(new Uri(place.PathAndQuery, UriKind.Relative))).ShouldBe(csv);

        var json = await http.GetFromJsonAsync<JsonElement>($"/api/v1/analytics/export?period={period.Code}&treeDate={Town.Reform:yyyy-MM-dd}");
        json.GetProperty("rows").EnumerateArray().Last().GetProperty("unitName").GetProperty("en").GetString().ShouldBe("Outside this tree");
    }

    private async Task<Period> OpenSecondHalfAsync(int year)
    {
        var period = Town.AddPeriod($"{year}-H2", new DateOnly(year, 6, 15), new DateOnly(year, 12, 14));
        await TellAsync(new PeriodOpened(Ids.New(), period.Id, period.Code));
        await FoldAsync();
        return period;
    }

    private async Task<YearPage> YearAsync(int year, Guid unit, string indicator)
    {
        var page = await Send(new GetYear(year, unit, indicator, null, null, null));
        page.Succeeded.ShouldBeTrue();
        return page.Value;
    }
}
