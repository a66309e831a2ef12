using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.Analytics.Application.Boards;
using LearningCity.Analytics.Application.Figures;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Testing;

namespace LearningCity.Analytics.Tests.Application;

/// <summary>The worked example of <c>docs/worked-examples.md</c>, figure by figure, and what the API says of it.</summary>
internal sealed class BoundaryTests(string database) : TownTest(database)
{
    [Test]
    public async Task A_merger_with_a_partial_transfer_comes_out_as_worked_by_hand()
    {
        var period = await ExampleAsync();

        // On its own tree: the wards' own values stand in place of their schools'.
        (await FigureAsync(period, Town.City, "I01")).Value.ShouldBe(228);

        // After the reform: 120 + 7 + 0.6 x 101; 0.4 x 101; all of it.
        var x = await OnNewTreeAsync(period, Town.NewWardX, "I01");
        (x.Items[0].Value, x.Items[0].Estimates).ShouldBe((187.6m, 1));
        var y = await OnNewTreeAsync(period, Town.NewWardY, "I01");
        (y.Items[0].Value, y.Items[0].Estimates).ShouldBe((40.4m, 1));
        var city = await OnNewTreeAsync(period, Town.City, "I01");
        (city.Items[0].Value, city.Items[0].Estimates, city.Outside[0].Values).ShouldBe((228m, 0, 0));

        // Ratios come from numerators and denominators: 18/20, 21/30, 39/50.
        (await OnNewTreeAsync(period, Town.NewWardX, "I02")).Items[0].Value.ShouldBe(90);
        (await OnNewTreeAsync(period, Town.NewWardY, "I02")).Items[0].Value.ShouldBe(70);
        (await OnNewTreeAsync(period, Town.City, "I02")).Items[0].Value.ShouldBe(78);

        // A yes cannot be divided: ward two counts in the city alone, and X and Y say that it is missing.
        (await OnNewTreeAsync(period, Town.NewWardX, "I03")).Items[0].ShouldSatisfyAllConditions(
            figure => (figure.Numerator, figure.Denominator).ShouldBe((1m, 1m)), figure => figure.NotConvertible.ShouldBe(1));
        var whole = await OnNewTreeAsync(period, Town.City, "I03");
        (whole.Items[0].Numerator, whole.Items[0].Denominator, whole.Items[0].NotConvertible).ShouldBe((2m, 3m, 0));
        var listed = whole.Context.Conversion!.NotConvertible.ShouldHaveSingleItem();
        (listed.UnitId, listed.Values, listed.CountedIn!.UnitId).ShouldBe((Town.WardTwo, 1, Town.City));
        listed.Parts.Select(part => part.UnitId).ShouldBe([Town.NewWardX, Town.NewWardY]);
    }

    [Test]
    public async Task Without_a_share_the_value_counts_whole_where_all_parts_lie()
    {
        var period = await ExampleAsync();
        Town.SharesAreKnown = false;
        try
        {
            var x = (await OnNewTreeAsync(period, Town.NewWardX, "I01")).Items[0];
            (x.Value, x.Estimates, x.NotConvertible).ShouldBe((127m, 0, 1));
            var city = await OnNewTreeAsync(period, Town.City, "I01");
            city.Items[0].Value.ShouldBe(228);
            city.Context.Conversion!.NotConvertibleUnits.ShouldBe(1);
        }
        finally
        {
            Town.SharesAreKnown = true;
        }
    }

    [Test]
    public async Task An_answer_on_other_boundaries_says_so()
    {
        var period = await ExampleAsync();
        using var http = await City.ApiClientForAsync("analytics.read");
        var date = Town.Reform.ToString("O", CultureInfo.InvariantCulture);
        var page = await http.GetFromJsonAsync<JsonElement>($"/api/v1/analytics/rollups?period={period.Code}&parentId={Town.City}&indicator=I01&treeDate={date}");
        var context = page.GetProperty("context");
        (context.GetProperty("treeDate").GetString(), context.GetProperty("relation").GetString()).ShouldBe((date, "lies_in"));
        context.GetProperty("conversion").GetProperty("estimatedUnits").GetInt32().ShouldBe(1);
        var ward = page.GetProperty("items").EnumerateArray().First(item => item.GetProperty("unitCode").GetString() == "X");
        var trace = await http.GetFromJsonAsync<JsonElement>($"/api/v1/trace/{ward.GetProperty("traceCode").GetString()}");
        trace.GetProperty("figure").GetProperty("value").GetDecimal().ShouldBe(187.6m);

        var trend = (await Send(new GetTrends("I01", Town.NewWardX, UnitRelation.LiesIn, Town.Reform))).Value;
        var point = trend.Points.First(point => point.Period == period.Code);
        (point.Figure!.Value, point.TreeDate, point.AreaChanged).ShouldBe((187.6m, Town.Reform, false));
        var areas = (await Send(new GetCompleteness(period.Code, CompletenessBy.Area, Town.City, Town.Reform))).Value;
        areas.Rows.Sum(row => row.Counts.Expected).ShouldBe(6);
        areas.Rows.First(row => row.Key == "X").Counts.Expected.ShouldBe(4, "ward one, its two schools, the high school");

        using var sideways = await http.GetAsync(new Uri($"/api/v1/analytics/rollups?period={period.Code}&relation=reports_to&treeDate={date}", UriKind.Relative));
        sideways.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var gone = await http.GetAsync(new Uri($"/api/v1/analytics/rollups?period={period.Code}&unitId={Town.WardOne}&treeDate={date}", UriKind.Relative));
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task The_dashboard_lets_the_reader_choose_boundaries_and_lists_what_could_not_be_divided()
    {
        var period = await ExampleAsync();
        using var http = await City.SessionOfAsync("committee_member");
        async Task<string> PageAsync(string date) => WebUtility.HtmlDecode(
            await http.GetStringAsync(new Uri($"/dashboard?period={period.Code}&indicator=I03&treeDate={date}", UriKind.Relative)));
        var page = await PageAsync("2900-07-01");
        page.ShouldContain("sang địa giới ngày");
        page.ShouldContain("26737 Đơn vị 26737");
        page.ShouldContain("(thiếu 1)");
        (await PageAsync("soon")).ShouldNotContain("sang địa giới ngày 01/07/2900", Case.Sensitive, "what is no date is the period's own");
    }

    private async Task<Period> ExampleAsync()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.WardOne, Town.Count(120), Town.YesNo(true));
        await ApproveAsync(period, Town.WardTwo, Town.Count(101), Town.YesNo(false));
        await ApproveAsync(period, Town.SchoolA, Town.Count(50), Town.Share(18, 20));
        await ApproveAsync(period, Town.SchoolB, Town.Count(40));
        await ApproveAsync(period, Town.SchoolC, Town.Count(33), Town.Share(21, 30), Town.YesNo(true));
        await ApproveAsync(period, Town.HighSchool, Town.Count(7));
        await FoldAsync();
        return period;
    }

    private async Task<RollupPage> OnNewTreeAsync(Period period, Guid unit, string indicator)
    {
        var page = await Send(new GetRollups(period.Code, unit, null, indicator, UnitRelation.LiesIn, Town.Reform, null, null));
        page.Succeeded.ShouldBeTrue();
        page.Value.Context.TreeDate.ShouldBe(Town.Reform);
        return page.Value;
    }
}
