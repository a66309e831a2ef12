using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.Analytics.Application;
using LearningCity.Analytics.Application.Quality;
using LearningCity.Analytics.Domain.Quality;
using LearningCity.BuildingBlocks.Results;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Testing;

namespace LearningCity.Analytics.Tests.Application;

internal sealed class QualityTests(string database) : TownTest(database)
{
    [Test]
    public async Task A_finding_is_found_once_and_what_was_said_of_it_stays_until_the_figure_changes()
    {
        var period = await OpenAsync();
        Town.Flags = [Outlier(period, Town.SchoolA, 90, 12.3m), Outlier(period, Town.SchoolB, 5, -4m), Copy(period, Town.SchoolC)];
        (await CheckAsync(period)).ShouldBe(new QualityCheck(period.Code, 3, 3, 0));
        (await CheckAsync(period)).ShouldBe(new QualityCheck(period.Code, 3, 0, 0));
        var open = await ListAsync(period, FindingState.Open);
        open.Items.Select(finding => (finding.UnitCode, finding.Kind)).ShouldBe(
            [("TH-A", FigureFlagKind.Peers), ("TH-B", FigureFlagKind.Peers), ("TH-C", FigureFlagKind.Copied)]);
        open.Open[FigureFlagKind.Peers].ShouldBe(2);

        (await Send(new SettleFinding(open.Items[0].Id, open.Items[0].Version, FindingState.Explained, " "))).Succeeded.ShouldBeFalse();
        (await Send(new SettleFinding(open.Items[0].Id, open.Items[0].Version, FindingState.Explained, "Trường mới mở rộng"))).Succeeded.ShouldBeTrue();
        (await Send(new SettleFinding(open.Items[0].Id, open.Items[0].Version, FindingState.Explained, "Lại"))).Failures[0].Code.ShouldBe(PlatformFailures.Stale.Code);
        (await CheckAsync(period)).New.ShouldBe(0);
        (await ListAsync(period, FindingState.Explained)).Items.ShouldHaveSingleItem().Note.ShouldBe("Trường mới mở rộng");

        // Another figure is another matter; what is not found any more is gone.
        Town.Flags = [Outlier(period, Town.SchoolA, 95, 13m)];
        (await CheckAsync(period)).ShouldBe(new QualityCheck(period.Code, 1, 1, 2));
        (await ListAsync(period, FindingState.Open)).Items.ShouldHaveSingleItem().Value.ShouldBe(95);
    }

    [Test]
    public async Task A_finding_that_is_sent_back_asks_the_reviewing_body()
    {
        var period = await OpenAsync();
        Town.Flags = [Outlier(period, Town.SchoolA, 90, 12.3m)];
        await CheckAsync(period);
        var finding = (await ListAsync(period, null)).Items.ShouldHaveSingleItem();
        (await Send(new SettleFinding(finding.Id, finding.Version, FindingState.SentBack, "Kiểm tra lại số lượt"))).Succeeded.ShouldBeTrue();
        (await Send(new GetFinding(finding.Id))).Value.State.ShouldBe(FindingState.SentBack);
        var told = await City.UseAsync<IAnalyticsDb, int>(db => Task.FromResult(db.Findings.Count(one => one.Id == finding.Id && one.State == FindingState.SentBack)));
        told.ShouldBe(1);
    }

    [Test]
    public async Task Whoever_works_on_one_ward_sees_and_settles_its_findings_alone()
    {
        var period = await OpenAsync();
        Town.Flags = [Outlier(period, Town.SchoolA, 90, 12.3m), Outlier(period, Town.SchoolC, 5, -4m)];
        await CheckAsync(period);
        var all = (await ListAsync(period, null)).Items;
        using var ward = await City.ApiClientForAsync(["analytics.quality", "analytics.read"], Town.WardOne);
        var mine = await ward.GetFromJsonAsync<JsonElement>($"/api/v1/analytics/quality/findings?period={period.Code}&limit=1");
        mine.GetProperty("items").EnumerateArray().Single().GetProperty("unitCode").GetString().ShouldBe("TH-A");
        mine.GetProperty("nextCursor").ValueKind.ShouldBe(JsonValueKind.Null);
        using var settle = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/analytics/quality/findings/{all.Single(one => one.UnitCode == "TH-C").Id}/state")
        {
            Content = JsonContent.Create(new { state = "explained", note = "x" }),
        };
        settle.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        (await ward.SendAsync(settle)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var check = await ward.PostAsJsonAsync("/api/v1/analytics/quality/checks", new { period = period.Code });
        check.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    private FigureFlag Outlier(Period period, Guid unit, decimal value, decimal score) =>
        new(Town.SubmissionOf(period.Id, unit), unit, Town.Events.Id, FigureFlagKind.Peers) { Value = value, Score = score, Median = 10, Count = 12 };

    private FigureFlag Copy(Period period, Guid unit) =>
        new(Town.SubmissionOf(period.Id, unit), unit, Town.Events.Id, FigureFlagKind.Copied) { Same = 9, Count = 10 };

    private async Task<QualityCheck> CheckAsync(Period period)
    {
        var made = await Send(new CheckQuality(period.Code));
        made.Succeeded.ShouldBeTrue();
        return made.Value;
    }

    private async Task<FindingList> ListAsync(Period period, FindingState? state) => (await Send(new ListFindings(period.Code, null, null, state, null, null))).Value;
}
