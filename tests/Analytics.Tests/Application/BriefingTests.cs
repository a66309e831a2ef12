using System.Net;
using System.Security.Cryptography;
using LearningCity.Analytics.Application;
using LearningCity.Analytics.Application.Briefings;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Testing;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Tests.Application;

internal sealed class BriefingTests(string database) : TownTest(database)
{
    [Test]
    public async Task A_closed_period_has_one_briefing_and_one_review_report_however_often_it_is_told()
    {
        await using var other = await StartSecondHostAsync();
        var period = await OpenAsync();
        var closed = new PeriodClosed(Ids.New(), period.Id, period.Code);
        await Task.WhenAll(TellAsync(closed), TellAsync(closed, other), TellAsync(closed), TellAsync(closed, other));
        await TellAsync(closed);
        var briefings = await City.UseAsync<IAnalyticsDb, List<Briefing>>(db =>
            db.Briefings.AsNoTracking().Where(briefing => briefing.PeriodId == period.Id).ToListAsync());
        briefings.ShouldAllBe(briefing => briefing.Scheduled);
        briefings.Select(briefing => briefing.Kind).ShouldBe([DocumentKind.Briefing, DocumentKind.Review], ignoreOrder: true);
    }

    [Test]
    public async Task Two_hosts_make_a_briefing_once_and_give_it_back_bit_for_bit()
    {
        await RequireBrowserAsync();
        await using var other = await StartSecondHostAsync();
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(10), Town.Share(9, 10), Town.YesNo(true));
        await TellAsync(new PeriodClosed(Ids.New(), period.Id, period.Code));
        await Task.WhenAll(City.SendAsync(new MakeBriefings()), other.SendAsync(new MakeBriefings()));
        await City.SendAsync(new MakeBriefings());
        var briefing = (await Send(new ListBriefings(period.Code, null, null))).Value.Items.ShouldHaveSingleItem();
        briefing.State.ShouldBe(BriefingState.Made);
        briefing.Pages.ShouldBeGreaterThan(3);
        var first = (await Send(new GetBriefingFile(briefing.Id))).Value.Content;
        var second = (await other.SendAsync(new GetBriefingFile(briefing.Id))).Value.Content;
        second.ShouldBe(first);
        Convert.ToHexStringLower(SHA256.HashData(first)).ShouldBe(briefing.Sha256);
        first.AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
    }

    [Test]
    public async Task A_tree_date_outside_the_period_is_refused_and_leaves_nothing()
    {
        var period = await OpenAsync();
        var refused = await Send(new RequestBriefing(period.Code, period.WindowTo.AddDays(1)));
        refused.Failures.ShouldHaveSingleItem().Code.ShouldBe("analytics.tree_date_out_of_range");
        (await Send(new ListBriefings(period.Code, null, null))).Value.Items.ShouldBeEmpty();
    }

    [Test]
    public async Task A_briefing_says_what_became_of_the_last_decisions()
    {
        var period = await OpenAsync();
        var met = new MeetingSummary(Ids.New(), Town.Team, "Họp Ban Chỉ đạo", period.WindowTo.AddDays(-40), "Phòng họp số 1", MeetingState.Held);
        Town.Decided = new LastDecisions(met, [
            TaskOf("Rà soát người học xóa mù chữ", TaskState.Open, isOverdue: true), TaskOf("Ban hành kế hoạch", TaskState.Done, isOverdue: false)]);
        await Send(new RequestBriefing(period.Code, period.WindowTo));
        var briefing = await City.UseAsync<IAnalyticsDb, Briefing>(db => db.Briefings.AsNoTracking().SingleAsync(one => one.PeriodId == period.Id));
        var html = WebUtility.HtmlDecode((await City.UseAsync<IBriefingPaper, DrawnDocument>(paper => paper.DrawAsync(briefing, CancellationToken.None))).Html!);
        html.ShouldContain("2 nhiệm vụ, 1 hoàn thành, 1 quá hạn");
        html.IndexOf("Rà soát người học xóa mù chữ", StringComparison.Ordinal).ShouldBeInRange(
            html.IndexOf("Lần trước đã kết luận", StringComparison.Ordinal), html.IndexOf("Tiến độ nộp báo cáo", StringComparison.Ordinal));
        html.ShouldContain("✕ Quá hạn");

        TaskNow TaskOf(string text, TaskState state, bool isOverdue) => new(
            Ids.New(), "NV-1", text, Town.Department, period.WindowTo, state, isOverdue, met.HeldOn, met.Id, null, "12/TB-BCĐ", met.HeldOn, null, null, null, [], []);
    }

    private async Task RequireBrowserAsync()
    {
        if (!await City.UseAsync<IPdfPrinter, bool>(printer => Task.FromResult(printer.IsAvailable)))
            Assert.Ignore("No browser to print with: apt-get install chromium.");
    }
}

internal sealed class BriefingWithoutBrowserTests(string database) : TownTest(database)
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Pdf:Browser"] = "/nowhere/chromium" };

    [Test]
    public async Task Without_a_browser_a_person_is_told_what_to_install_and_the_schedule_waits()
    {
        var period = await OpenAsync();
        var refused = await Send(new RequestBriefing(period.Code), Callers.Everywhere("analytics.brief", "analytics.read"));
        refused.Failures.ShouldHaveSingleItem().Code.ShouldBe("analytics.browser_missing");
        await TellAsync(new PeriodClosed(Ids.New(), period.Id, period.Code));
        var outcome = await Send(new MakeBriefings());
        outcome.Value.ShouldBe(new MakeOutcome(0, 2));
        var waiting = (await Send(new ListBriefings(period.Code, null, null))).Value.Items.ShouldHaveSingleItem();
        (waiting.State, waiting.Error).ShouldBe((BriefingState.Waiting, "analytics.browser_missing"));
    }

    [TestCase("/api/v1/briefings", """{"period":"{0}"}""")]
    [TestCase("/api/v1/reports", """{"kind":"review","period":"{0}"}""")]
    [TestCase("/api/v1/reports/unit-briefs", """{"period":"{0}"}""")]
    public async Task The_API_answers_503_with_what_to_install(string path, string body)
    {
        var period = await OpenAsync();
        using var http = await City.ApiClientForAsync("analytics.brief", "analytics.read");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body.Replace("{0}", period.Code, StringComparison.Ordinal), null, "application/json") };
        request.Headers.Add("Idempotency-Key", Ids.New().ToString());
        request.Headers.Add("Accept-Language", "en");
        using var answer = await http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var problem = await answer.Content.ReadAsStringAsync();
        problem.ShouldContain("analytics.browser_missing");
        problem.ShouldContain("apt-get install chromium");
    }
}
