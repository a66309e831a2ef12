using System.Net;
using LearningCity.Analytics.Application;
using LearningCity.Analytics.Application.Briefings;
using LearningCity.Analytics.Application.Reports;
using LearningCity.Analytics.Application.Templates;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Time;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Tests.Application.Reports;

/// <summary>What a committee gets before it meets, and what leads it.</summary>
internal sealed class MeetingDocumentTests(string database) : TownTest(database)
{
    [SetUp]
    public void Forget()
    {
        Town.Meetings.Clear();
        Town.Matters.Clear();
    }

    [Test]
    public async Task A_briefing_is_asked_for_once_before_each_meeting_and_anew_when_the_meeting_is_put_off()
    {
        await OpenAsync();
        var today = CityTime.Today(City.Clock);
        var soon = new MeetingSummary(Ids.New(), Town.Team, "Họp quý", today.AddDays(2), "Phòng họp", MeetingState.Planned);
        Town.Meetings.AddRange([soon, soon with { Id = Ids.New(), HeldOn = today.AddDays(20) }]);

        (await Send(new AskBeforeMeetings())).Value.ShouldBe(1);
        (await Send(new AskBeforeMeetings())).Value.ShouldBe(0);

        Town.Meetings[0] = soon with { HeldOn = today.AddDays(3) };
        (await Send(new AskBeforeMeetings())).Value.ShouldBe(1);
        var asked = await City.UseAsync<IAnalyticsDb, List<Briefing>>(db =>
            db.Briefings.AsNoTracking().Where(briefing => briefing.OnceKey.StartsWith($"meeting/{soon.Id:N}/")).ToListAsync());
        asked.Select(briefing => briefing.Occasion).ShouldBe([DocumentOccasion.Meeting, DocumentOccasion.Meeting]);
    }

    [Test]
    public async Task Without_a_new_edition_a_briefing_leads_with_what_moved_and_never_says_that_nothing_changed()
    {
        var period = await OpenAsync();
        Town.Matters.Add(new(Ids.New(), "26734-1", MatterKind.Difficulty, "Thiếu giáo viên xóa mù chữ", Town.WardOne, "I02", true, Town.Team, CityTime.Today(City.Clock).AddDays(-30)));
        var first = await DrawAsync(period);
        first.ShouldContain("Thay đổi nhiều nhất");
        first.IndexOf("1. Chỉ số chính", StringComparison.Ordinal).ShouldBeLessThan(first.IndexOf("Khó khăn, kiến nghị đang chờ xử lý", StringComparison.Ordinal));

        City.Clock.Advance(TimeSpan.FromDays(1));
        await City.UseAsync<IAnalyticsDb, int>(async db =>
        {
            var made = await db.Briefings.SingleAsync(one => one.PeriodId == period.Id);
            made.Make(City.Clock.GetUtcNow(), "0", 1, 1);
            db.NotAudited("A test");
            return await db.SaveChangesAsync(CancellationToken.None);
        });
        City.Clock.Advance(TimeSpan.FromDays(1));
        var second = await DrawAsync(period);
        second.ShouldContain("Chưa có ấn bản mới");
        second.ShouldContain("việc lâu nhất đã 32 ngày");
        second.IndexOf("Thiếu giáo viên xóa mù chữ", StringComparison.Ordinal).ShouldBeLessThan(second.IndexOf("1. Chỉ số chính", StringComparison.Ordinal));
        second.IndexOf("Đơn vị chưa gửi báo cáo", StringComparison.Ordinal).ShouldBeLessThan(second.IndexOf("1. Chỉ số chính", StringComparison.Ordinal));
        second.ShouldNotContain("Thay đổi nhiều nhất");
        second.ShouldContain("2. Tiến độ nộp báo cáo");
    }

    [Test]
    public async Task A_red_indicator_names_who_is_in_charge_and_what_units_say_of_it()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(10), Town.Share(1, 10), Town.YesNo(true));
        await FoldAsync();
        Town.Matters.Add(new(Ids.New(), "26734-2", MatterKind.Proposal, "Bổ sung kinh phí lớp học", Town.WardOne, "I02", true, Town.Department, period.WindowTo));
        await Send(new SaveTemplate(Town.City, 0, TemplateContent.Empty with { Assigned = "I02: Giám đốc Sở Giáo dục và Đào tạo\nI01: Giám đốc Sở Tài chính" }));

        var html = await DrawAsync(period);

        html.ShouldContain("Phụ trách: Giám đốc Sở Giáo dục và Đào tạo");
        html.ShouldNotContain("Giám đốc Sở Tài chính");
        html.ShouldContain("Đơn vị 26734: “Bổ sung kinh phí lớp học”");
    }

    [TestCase("không có dấu", "", "Content.Assigned")]
    [TestCase("", "không phải thư", "Content.Mailing")]
    public async Task A_template_that_nobody_could_follow_is_refused(string assigned, string mailing, string field) =>
        (await Send(new SaveTemplate(null, 0, TemplateContent.Empty with { Assigned = assigned, Mailing = mailing })))
            .Failures.ShouldHaveSingleItem().Field.ShouldBe(field, StringCompareShould.IgnoreCase);

    [Test]
    public async Task The_printed_briefing_and_the_brief_say_the_figures_of_the_API()
    {
        if (!await City.UseAsync<IPdfPrinter, bool>(printer => Task.FromResult(printer.IsAvailable)))
            Assert.Ignore("No browser to print with: apt-get install chromium.");
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(1000), Town.Share(8, 10), Town.YesNo(true));
        await ApproveAsync(period, Town.SchoolC, Town.Count(250), Town.Share(9, 10), Town.YesNo(false));
        var briefing = (await Send(new RequestBriefing(period.Code, period.WindowTo))).Value;
        var brief = (await Send(new RequestReport(DocumentKind.UnitBrief, period.Code, Town.WardOne))).Value;
        await Send(new MakeBriefings());

        var city = await Tools.TextOfPdfAsync((await Send(new GetBriefingFile(briefing.Id))).Value.Content);
        await ShouldTellAsync(city, period, Town.City);
        var ward = await Tools.TextOfPdfAsync((await Send(new GetReportFile(brief.Id, Word: false))).Value.Content);
        await ShouldTellAsync(ward, period, Town.WardOne);
    }

    private async Task ShouldTellAsync(string text, Period period, Guid unit)
    {
        foreach (var code in (string[])["I01", "I02", "I03"])
        {
            var figure = await FigureAsync(period, unit, code);
            text.ShouldContain(figure.TraceCode);
            var line = text.Split('\n').Single(row => row.Contains(figure.TraceCode, StringComparison.Ordinal) && row.Contains('/', StringComparison.Ordinal));
            line.ShouldContain(Display.Fraction(figure.Approved, figure.Expected, Language.Vi));
            if (figure.Value is { } value) line.ShouldContain(Display.Number(value, Language.Vi, code == "I01" ? 0 : 1));
        }
    }

    private async Task<string> DrawAsync(Period period)
    {
        var asked = await Send(new RequestBriefing(period.Code, period.WindowTo));
        asked.Succeeded.ShouldBeTrue();
        var briefing = await City.UseAsync<IAnalyticsDb, Briefing>(db => db.Briefings.AsNoTracking().SingleAsync(one => one.Id == asked.Value.Id));
        return WebUtility.HtmlDecode((await City.UseAsync<IBriefingPaper, DrawnDocument>(paper => paper.DrawAsync(briefing, CancellationToken.None))).Html!);
    }
}
