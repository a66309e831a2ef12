using System.Text.RegularExpressions;
using LearningCity.EndToEnd.Tests.Harness;
using Microsoft.Playwright;

namespace LearningCity.EndToEnd.Tests.Stories;

/// <summary>A ward's return opens with what its schools gave; a school approved later marks it, and the ward takes the new figures.</summary>
internal sealed partial class ConsolidationStoryTests
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
    public async Task A_ward_takes_what_its_schools_gave_says_why_it_differs_and_takes_what_came_later()
    {
        var page = await Browser.OpenAsync(_host.Address);
        await page.SignInAsync("phuong.saigon");
        await page.GotoAsync("/");
        await page.Locator("main a[href^='/submissions/']").First.ClickAsync();
        await page.Locator("form[data-entry-grid]").WaitForAsync();
        var report = page.Url.Split('?', '#')[0];

        // Nobody typed it: what the approved schools gave is there, and saved as such. Who is missing is named.
        var row = page.Locator("tr:has([data-way])").Filter(new() { HasTextRegex = Consolidated() }).First;
        await row.WaitForAsync();
        await page.GetByText("chưa được duyệt, số của họ chưa nằm trong số tổng hợp").WaitForAsync();
        var code = (await row.Locator("input[type=hidden]").First.GetAttributeAsync("name"))![2..];
        var (above, below) = (page.Locator($"[name='n.{code}']"), page.Locator($"[name='d.{code}']"));
        var way = page.Locator($"tr:has([name='n.{code}']) [data-way]");
        await PutAsync(page, above, below, "7", "10");
        await way.Filter(new() { HasText = "Nhập số khác số tổng hợp" }).WaitForAsync();
        await page.Locator($"[id='w-{code}']").Filter(new() { HasText = "khác số tổng hợp từ các đơn vị cấp dưới" }).WaitForAsync();
        await EverybodyCanUseAsync(page);
        var given = Pair().Match(await row.InnerTextAsync());
        await PutAsync(page, above, below, given.Groups[1].Value, given.Groups[2].Value);
        await way.Filter(new() { HasText = "Lấy theo số tổng hợp." }).WaitForAsync();

        // The ward approves a school that had been waiting: the return is marked, its figure stands, until the ward takes the new one.
        await page.GotoAsync("/review");
        await page.Locator("main a[href^='/review/']").Filter(new() { HasTextRegex = School() }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Approve() }).First.ClickAsync();
        await page.GotoAsync(report);
        await page.GetByText("Có đơn vị được duyệt sau khi tổng hợp").First.WaitForAsync();
        (await above.InputValueAsync()).ShouldBe(given.Groups[1].Value);
        await EverybodyCanUseAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lấy số tổng hợp mới" }).ClickAsync();
        await page.GetByText("Có đơn vị được duyệt sau khi tổng hợp").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        (await above.InputValueAsync()).ShouldNotBe(given.Groups[1].Value);
        await page.Context.CloseAsync();
    }

    private static async Task PutAsync(IPage page, ILocator above, ILocator below, string numerator, string denominator)
    {
        await above.FillAsync(numerator);
        await below.FillAsync(denominator);
        await below.BlurAsync();
        await page.Locator("#grid-state").Filter(new() { HasTextRegex = SavedAt() }).WaitForAsync();
    }

    private static async Task EverybodyCanUseAsync(IPage page)
    {
        foreach (var size in (ViewportSize[])[Browser.Phone, Browser.Desktop])
        {
            await page.SetViewportSizeAsync(size.Width, size.Height);
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .ShouldBeLessThanOrEqualTo(0, $"{page.Url} scrolls sideways at {size.Width}");
            var violations = await Accessibility.ViolationsAsync(page);
            violations.ShouldBeEmpty($"{page.Url} at {size.Width}x{size.Height}:\n{string.Join('\n', violations)}");
        }
    }

    [GeneratedRegex(@"Tổng hợp từ \d+/\d+ đơn vị cấp dưới đã duyệt")]
    private static partial Regex Consolidated();

    [GeneratedRegex(@"đã duyệt: ([\d.]+)/([\d.]+)")]
    private static partial Regex Pair();

    [GeneratedRegex("^Đã lưu lúc")]
    private static partial Regex SavedAt();

    [GeneratedRegex("Trường")]
    private static partial Regex School();

    [GeneratedRegex("^Duyệt")]
    private static partial Regex Approve();
}
