using System.Diagnostics;
using System.Text.RegularExpressions;
using LearningCity.EndToEnd.Tests.Harness;
using Microsoft.Playwright;

namespace LearningCity.EndToEnd.Tests.Stories;

/// <summary>
/// The main story, as people live it in their browsers: a school reports with evidence, the Department returns one cell, the school
/// answers, the Department approves, the dashboard moves, and the briefing for October 2024 says what the city reported then.
/// </summary>
internal sealed partial class BrowserStoryTests
{
    private HostProcess _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await HostProcess.StartAsync(await DemonstrationCity.CopyAsync());

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }

    [Test]
    public async Task A_report_goes_from_the_first_figure_to_the_dashboard()
    {
        var school = await SignedInAsync("thpt.demo");
        var department = await SignedInAsync("duyet2.so");
        var before = await DashboardAsync(department);

        // The school sees what is due, fills it in, attaches a file and hands in.
        await school.GotoAsync("/");
        await school.GetByText("Hạn của đơn vị").First.WaitForAsync();
        await school.Locator("a[href^='/submissions/']").First.ClickAsync();
        await school.WaitForURLAsync(Submission());
        var id = Submission().Match(school.Url).Groups[1].Value;
        await FillAsync(school);
        await school.Locator("#file").SetInputFilesAsync(new FilePayload
        {
            Name = "quyet-dinh.pdf",
            MimeType = "application/pdf",
            Buffer = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"u8.ToArray(),
        });
        await school.GetByRole(AriaRole.Button, new() { Name = "Thêm minh chứng" }).ClickAsync();
        await school.GetByText("quyet-dinh.pdf").First.WaitForAsync();
        await HandInAsync(school, id);

        // The Department returns one cell with a reason.
        await department.GotoAsync($"/review/{id}");
        await department.GetByText("quyet-dinh.pdf").WaitForAsync();
        await OpenFoldsAsync(department);
        await department.GetByRole(AriaRole.Link, new() { NameRegex = ReturnCell() }).First.ClickAsync();
        await department.Locator("#reason-kind").SelectOptionAsync("evidence");
        await department.Locator("#reason").FillAsync("Số liệu chưa khớp với minh chứng kèm theo.");
        await department.GetByRole(AriaRole.Button, new() { Name = "Trả lại 1 ô" }).ClickAsync();
        await department.GetByText("Số liệu chưa khớp với minh chứng kèm theo.").First.WaitForAsync();

        // The school reads the reason beside the value then, corrects the cell and hands in again.
        await school.GotoAsync($"/submissions/{id}/threads");
        await school.GetByText("Số liệu chưa khớp với minh chứng kèm theo.").First.WaitForAsync();
        await school.GetByText("Số liệu khi đó").First.WaitForAsync();
        await school.GotoAsync($"/submissions/{id}");
        await school.GetByText("Số liệu chưa khớp với minh chứng kèm theo.").First.WaitForAsync();
        await FillAsync(school, difference: 1);
        await HandInAsync(school, id);

        // The Department sees what changed, old beside new, approves, and the dashboard moves.
        await department.GotoAsync("/review?filter=answered");
        await department.GetByText("Trả lời tôi: 1 ô đổi").First.WaitForAsync();
        await department.GotoAsync($"/review/{id}");
        await department.GetByText("Đã thay đổi từ lần gửi trước (1)").WaitForAsync();
        (await department.Locator("main tbody .diff-old").First.InnerTextAsync()).ShouldNotBe(await department.Locator("main tbody .diff-new").First.InnerTextAsync());
        await department.GetByRole(AriaRole.Button, new() { NameRegex = Approve() }).First.ClickAsync();
        await department.WaitForURLAsync(url => !url.EndsWith(id, StringComparison.Ordinal));
        await school.GotoAsync($"/submissions/{id}");
        await school.GetByText("Đã duyệt").First.WaitForAsync();
        await ShouldChangeAsync(department, before);
    }

    [Test]
    public async Task Many_reports_are_approved_on_a_page_of_their_own_with_a_result_for_each()
    {
        var first = await SignedInAsync("duyet2.so");
        await first.GotoAsync("/review?filter=plain");
        var ticks = first.Locator("tbody input[name=item]");
        var names = await first.Locator("tbody th[scope=row] a").AllInnerTextsAsync();
        await ticks.Nth(0).CheckAsync();
        await ticks.Nth(1).CheckAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "Duyệt các báo cáo đã chọn" }).ClickAsync();
        await first.GetByRole(AriaRole.Heading, new() { Name = "Duyệt 2 báo cáo?" }).WaitForAsync();

        // Meanwhile a colleague approves one of them.
        var second = await SignedInAsync("chuyenvien.so");
        var address = await first.Locator("tbody th[scope=row] a").First.GetAttributeAsync("href");
        await second.GotoAsync(address!);
        await second.GetByRole(AriaRole.Button, new() { NameRegex = Approve() }).First.ClickAsync();
        await second.WaitForURLAsync(url => !url.EndsWith(address!, StringComparison.Ordinal));

        await first.GetByRole(AriaRole.Button, new() { Name = "Duyệt 2 báo cáo đã chọn" }).ClickAsync();
        await first.GetByRole(AriaRole.Heading, new() { Name = "Đã duyệt 1/2 báo cáo" }).WaitForAsync();
        var results = await first.Locator("tbody tr").AllInnerTextsAsync();
        results.Count.ShouldBe(2);
        results.ShouldContain(row => row.Contains("Bỏ qua", StringComparison.Ordinal) && row.Contains(names[0], StringComparison.Ordinal));
    }

    [Test]
    public async Task The_briefing_of_October_2024_is_text_in_embedded_fonts_and_says_16_of_22()
    {
        var page = await SignedInAsync("chuyenvien.so");
        await page.GotoAsync("/briefings");
        await page.Locator("#period").SelectOptionAsync("2024-H2");
        await page.Locator("#tree-date").FillAsync("2024-10-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo báo cáo nhanh" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "2024-H2" }).Filter(new() { HasTextRegex = OctoberTree() });
        var link = row.GetByRole(AriaRole.Link, new() { NameRegex = Download() });
        for (var i = 0; i < 60 && await link.CountAsync() == 0; i++)
        {
            await Task.Delay(1000);
            await page.ReloadAsync();
        }

        var download = await page.RunAndWaitForDownloadAsync(() => link.First.ClickAsync());
        var file = Path.Combine(Directory.CreateTempSubdirectory("learningcity-briefing-").FullName, "briefing.pdf");
        await download.SaveAsAsync(file);
        var text = await RunAsync("pdftotext", "-layout", file, "-");
        text.ShouldContain("16/22");
        text.ShouldContain("Thành phố Hồ Chí Minh", Case.Insensitive);
        var fonts = (await RunAsync("pdffonts", file)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        fonts.ShouldNotBeEmpty();

        // Columns from the right: object, object, unicode, subset, embedded.
        fonts.ShouldAllBe(font => Embedded().IsMatch(font));
    }

    private async Task<IPage> SignedInAsync(string account)
    {
        var page = await Browser.OpenAsync(_host.Address);
        await page.SignInAsync(account);
        return page;
    }

    /// <summary>Gives every cell that can be changed a figure, and says why.</summary>
    private static async Task FillAsync(IPage page, int difference = 0)
    {
        await OpenFoldsAsync(page);
        foreach (var cell in await page.Locator("form[data-entry-grid] tbody tr:has(input[name^='r']), form[data-entry-grid] tbody tr:has(select)").AllAsync())
        {
            var numbers = await cell.Locator("input.entry-number").AllAsync();
            for (var i = 0; i < numbers.Count; i++) await numbers[i].FillAsync(i == 0 ? $"{40 + difference}" : "60");
            foreach (var choice in await cell.Locator("select:not([id$='-state'])").AllAsync()) await choice.SelectOptionAsync(new SelectOptionValue { Index = 1 });
            foreach (var state in await cell.Locator("select[id$='-state']").AllAsync()) await state.SelectOptionAsync("");
            foreach (var text in await cell.Locator("textarea").AllAsync()) await text.FillAsync("Theo sổ theo dõi của đơn vị.");
        }

        var save = page.GetByRole(AriaRole.Button, new() { Name = "Lưu nháp" });
        if (await save.CountAsync() > 0) await save.ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.Load);
        (await page.Locator(".error-summary").CountAsync()).ShouldBe(0, await page.Locator("main").InnerTextAsync());
    }

    private static async Task HandInAsync(IPage page, string id)
    {
        await page.GotoAsync($"/submissions/{id}/check");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi báo cáo" }).ClickAsync();
        await page.WaitForURLAsync($"**/submissions/{id}/receipt");
        await page.GetByText("Đã nhận báo cáo").First.WaitForAsync();
    }

    private static async Task OpenFoldsAsync(IPage page) =>
        await page.EvaluateAsync("() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }");

    private static async Task<string> DashboardAsync(IPage page)
    {
        await page.GotoAsync("/dashboard");
        return await page.Locator("main").InnerTextAsync();
    }

    private static async Task ShouldChangeAsync(IPage page, string before)
    {
        for (var i = 0; i < 20; i++)
        {
            if (await DashboardAsync(page) != before) return;
            await Task.Delay(500);
        }

        Assert.Fail($"The dashboard still says:\n{before}");
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true };
        Process? process = null;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore($"{program} is missing: install poppler-utils (./test.sh does).");
        }

        using (process)
        {
            var output = await process!.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return output;
        }
    }

    [GeneratedRegex("/submissions/([0-9a-f-]{36})$")]
    private static partial Regex Submission();

    [GeneratedRegex("^Trả lại ô")]
    private static partial Regex ReturnCell();

    [GeneratedRegex("^Duyệt")]
    private static partial Regex Approve();

    [GeneratedRegex("^Tải PDF")]
    private static partial Regex Download();

    [GeneratedRegex("31/10(/2024|/24)?")]
    private static partial Regex OctoberTree();

    [GeneratedRegex(@"\byes\s+(yes|no)\s+yes\s+\d+\s+\d+\s*$")]
    private static partial Regex Embedded();
}
