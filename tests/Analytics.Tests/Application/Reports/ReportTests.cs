using System.Security.Cryptography;
using LearningCity.Analytics.Application.Briefings;
using LearningCity.Analytics.Application.Reports;
using LearningCity.Analytics.Application.Templates;
using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Ui.Reports;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Documents.Decree;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Analytics.Tests.Application.Reports;

internal sealed class ReportTests(string database) : TownTest(database)
{
    [Test]
    public async Task The_review_report_says_in_Word_and_PDF_what_the_figures_say()
    {
        await RequireBrowserAsync();
        var period = await ReportedAsync();
        var report = await MadeAsync(new RequestReport(DocumentKind.Review, period.Code));
        var word = await FileAsync(report, word: true);
        using (var file = new MemoryStream(word)) DecreeChecker.Check(file).Select(deviation => $"{deviation.Rule.Code}: {deviation.Found}").ShouldBeEmpty();
        var text = Tools.TextOfWord(word);
        foreach (var code in (string[])["I01", "I02", "I03"])
        {
            var figure = await FigureAsync(period, Town.City, code);
            text.ShouldContain(figure.TraceCode);
            text.ShouldContain(BuildingBlocks.Ui.Display.Fraction(figure.Approved, figure.Expected, Language.Vi));
        }

        text.ShouldContain("Chỉ số I01: 1.250 lượt");
        text.ShouldContain("Chỉ số I02: 85,0% (chỉ tiêu 90,0%, gần đạt");

        var pdf = await Tools.TextOfPdfAsync(await FileAsync(report, word: false));
        Squeeze(pdf).ShouldContain(Squeeze("Chỉ số I01: 1.250 lượt"));
        foreach (var line in text.Split('\n').Where(line => line.EndsWith('.') && line.Length > 40 && !line.Contains("   ", StringComparison.Ordinal)))
            Squeeze(pdf).ShouldContain(Squeeze(line)[..Math.Min(40, Squeeze(line).Length)]);
    }

    [Test]
    public async Task Files_are_kept_bit_for_bit_with_hash_and_maker()
    {
        await RequireBrowserAsync();
        var period = await ReportedAsync();
        var report = await MadeAsync(new RequestReport(DocumentKind.Review, period.Code));
        report.Edition.ShouldBe("live");
        (await FileAsync(report, word: true)).ShouldBe(await FileAsync(report, word: true));
        Convert.ToHexStringLower(SHA256.HashData(await FileAsync(report, word: false))).ShouldBe(report.Sha256);
        (await Send(new RetryReport(report.Id))).Failures.ShouldHaveSingleItem().Code.ShouldBe("analytics.already_made");
    }

    [Test]
    public async Task LibreOffice_opens_the_report_and_prints_as_many_pages_within_one()
    {
        await RequireBrowserAsync();
        var period = await ReportedAsync();
        var report = await MadeAsync(new RequestReport(DocumentKind.Review, period.Code));
        var printed = await Tools.TextOfPdfAsync(await Tools.PrintWordAsync(await FileAsync(report, word: true)));
        Math.Abs(Tools.PagesOf(printed) - report.Pages).ShouldBeLessThanOrEqualTo(1);
        Squeeze(printed).ShouldContain(Squeeze("I. TÌNH HÌNH CHUNG"));
    }

    [Test]
    public async Task Units_are_quoted_by_name_and_nothing_is_invented()
    {
        await RequireBrowserAsync();
        var period = await ReportedAsync();
        Town.Narratives.Clear();
        var silent = Tools.TextOfWord(await FileAsync(await MadeAsync(new RequestReport(DocumentKind.Review, period.Code)), word: true));
        silent.ShouldContain("Nguyên nhân do đơn vị nêu: chưa có nội dung trong các báo cáo đã duyệt.");
        Town.Narratives[Town.WardOne] = new UnitNarrative(BuildingBlocks.Ids.New(), Town.WardOne, "Đã tổ chức 12 lớp.", "Thiếu phòng học.", "", "Mở thêm lớp.");
        Town.Narratives[Town.WardTwo] = new UnitNarrative(BuildingBlocks.Ids.New(), Town.WardTwo, "Đã tổ chức 12 lớp.", "", "", "");
        var text = Tools.TextOfWord(await FileAsync(await MadeAsync(new RequestReport(DocumentKind.Review, period.Code)), word: true));
        text.ShouldContain("Đơn vị 26734, Đơn vị 26737: “Đã tổ chức 12 lớp.”");
        text.ShouldContain("Đơn vị 26734: “Thiếu phòng học.”");
        text.ShouldContain("Nguyên nhân do đơn vị nêu: chưa có nội dung");
        text.ShouldContain("Có 2 báo cáo đã gửi".Replace("2", "33,3% (2/6)", StringComparison.Ordinal));
    }

    [Test]
    public async Task Every_ward_gets_a_brief_of_two_pages_in_one_run_and_not_twice()
    {
        await RequireBrowserAsync();
        var period = await ReportedAsync();
        var asked = await Send(new RequestUnitBriefs(period.Code));
        (asked.Value.Requested, asked.Value.Waiting).ShouldBe((2, 0));
        (await Send(new RequestUnitBriefs(period.Code))).Value.ShouldBe(new BriefRun(period.Code, 0, 2));
        await Send(new MakeBriefings());
        var briefs = (await Send(new ListReports(period.Code, DocumentKind.UnitBrief, null, null, null))).Value.Items;
        briefs.Select(brief => (brief.UnitId, brief.State, brief.Pages)).ShouldBe(
            [(Town.WardOne, BriefingState.Made, 2), (Town.WardTwo, BriefingState.Made, 2)], ignoreOrder: true);
        (await Send(new GetBriefProgress(period.Code))).Value.ShouldBe(new BriefProgress(2, 0, 0));
    }

    [Test]
    public async Task Reports_of_one_moment_are_listed_page_by_page_each_once()
    {
        await RequireBrowserAsync();
        var period = await OpenAsync();
        await Send(new RequestUnitBriefs(period.Code));
        await Send(new RequestUnitBriefs(period.Code, Language.En));
        var seen = new List<Guid>();
        for (string? cursor = null; ;)
        {
            var page = (await Send(new ListReports(period.Code, null, null, cursor, 1))).Value;
            seen.AddRange(page.Items.Select(item => item.Id));
            if (page.NextCursor is null) break;
            cursor = page.NextCursor;
        }

        seen.Count.ShouldBe(4);
        seen.ShouldBeUnique();
    }

    [Test]
    public async Task A_template_of_the_issuing_unit_is_what_the_report_says()
    {
        await RequireBrowserAsync();
        var period = await ReportedAsync();
        var saved = await Send(new SaveTemplate(Town.WardOne, 0, TemplateContent.Empty with { IssuingVi = "Ban Chỉ đạo Phường Bình Hưng Hòa", Symbol = "BC-BCĐ", Signer = "Nguyễn Thị Hòa" }));
        (await Send(new SaveTemplate(Town.WardOne, saved.Value + 1, TemplateContent.Empty))).Failures.ShouldHaveSingleItem().Code.ShouldBe("platform.stale");
        (await Send(new SaveTemplate(Town.WardOne, saved.Value, TemplateContent.Empty, [1, 2, 3]))).Failures.ShouldHaveSingleItem().Code.ShouldBe("analytics.logo_unknown");
        var word = await FileAsync(await MadeAsync(new RequestReport(DocumentKind.Review, period.Code, Town.WardOne)), word: true);
        var text = Tools.TextOfWord(word);
        text.ShouldContain("BAN CHỈ ĐẠO PHƯỜNG BÌNH HƯNG HÒA");
        text.ShouldContain("/BC-BCĐ");
        text.ShouldContain("Nguyễn Thị Hòa");
        using var file = new MemoryStream(word);
        DecreeChecker.Check(file).ShouldBeEmpty();
        (await Send(new GetTemplate(Town.WardOne))).Value.InForce.Place.ShouldBe("Đơn vị 26734");
    }

    [Test]
    public void Days_of_the_calendar_rule_are_days_of_a_month() =>
        AskByCalendarHandler.DaysOf("1, 15,32,x").ShouldBe([1, 15], ignoreOrder: true);

    [TestCase("", 0)]
    [TestCase("  Ho Chi  Minh\nCity ", 4)]
    public void Words_are_counted_as_the_form_counts_them(string text, int words) => UnescoDraft.Count(text).ShouldBe(words);

    private async Task<Period> ReportedAsync()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(1000), Town.Share(8, 10), Town.YesNo(true));
        await ApproveAsync(period, Town.SchoolC, Town.Count(250), Town.Share(9, 10), Town.YesNo(false));
        return period;
    }

    private async Task<ReportItem> MadeAsync(RequestReport request)
    {
        var asked = await Send(request);
        asked.Succeeded.ShouldBeTrue();
        await Send(new MakeBriefings());
        var report = (await Send(new GetReport(asked.Value.Id))).Value;
        report.State.ShouldBe(BriefingState.Made, report.Error);
        return report;
    }

    private async Task<byte[]> FileAsync(ReportItem report, bool word) => (await Send(new GetReportFile(report.Id, word))).Value.Content;

    private static string Squeeze(string text) => new([.. text.Where(sign => !char.IsWhiteSpace(sign))]);

    private async Task RequireBrowserAsync()
    {
        if (!await City.UseAsync<IPdfPrinter, bool>(printer => Task.FromResult(printer.IsAvailable)))
            Assert.Ignore("No browser to print with: apt-get install chromium.");
    }
}

/// <summary>A browser that ends as soon as it starts: nothing hangs, the attempt is on record, and Word needs none.</summary>
internal sealed class ReportWithBrokenBrowserTests(string database) : TownTest(database)
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Pdf:Browser"] = "/bin/false" };

    [Test]
    public async Task A_browser_that_dies_is_an_attempt_and_the_report_is_tried_again()
    {
        var period = await OpenAsync();
        var asked = await Send(new RequestReport(DocumentKind.Review, period.Code));
        (await Send(new MakeBriefings())).Value.Made.ShouldBe(0);
        var report = (await Send(new GetReport(asked.Value.Id))).Value;
        (report.State, report.Attempts, report.Error).ShouldBe((BriefingState.Waiting, 1, "analytics.print_failed"));
        (await Send(new RetryReport(report.Id))).Succeeded.ShouldBeTrue();
        (await Send(new GetReport(report.Id))).Value.Attempts.ShouldBe(0);
    }

    [Test]
    public async Task The_draft_for_UNESCO_needs_no_browser()
    {
        var period = await OpenAsync();
        var asked = await Send(new RequestReport(DocumentKind.Unesco, period.Code));
        await Send(new MakeBriefings());
        (await Send(new GetReport(asked.Value.Id))).Value.State.ShouldBe(BriefingState.Made);
        var text = Tools.TextOfWord((await Send(new GetReportFile(asked.Value.Id, Word: true))).Value.Content);
        text.ShouldContain("Words: ");
        text.ShouldContain("[No figure of the system answers this question: to be written.]");
        (await Send(new GetReportFile(asked.Value.Id, Word: false))).Failures.ShouldHaveSingleItem().Code.ShouldBe("platform.not_found");
    }
}
