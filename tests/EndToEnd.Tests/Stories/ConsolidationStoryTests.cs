using System.Text.Json;
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
        var (ward, id) = await FindWardAsync();
        var page = await SignedInAsync($"px.{ward}.nhap");
        var reviewer = await SignedInAsync($"px.{ward}.duyet");
        var report = $"/submissions/{id}";
        await page.GotoAsync(report);

        // Nobody typed it: what the approved schools gave is there, and saved as such. Who is missing is named.
        var row = page.Locator("tr:has([data-way])").Filter(new() { HasTextRegex = Consolidated() }).First;
        await row.WaitForAsync();
        await page.GetByText("chưa được duyệt, số của họ chưa nằm trong số tổng hợp").WaitForAsync();
        var code = (await row.Locator("input[type=hidden]").First.GetAttributeAsync("name"))![2..];
        var (above, below) = (page.Locator($"[name='n.{code}']"), page.Locator($"[name='d.{code}']"));
        var way = page.Locator($"tr:has([name='n.{code}']) [data-way]");
        var given = (Above: await above.InputValueAsync(), Below: await below.InputValueAsync());
        (await row.InnerTextAsync()).ShouldContain($"đã duyệt: {given.Above}/{given.Below}");
        (await way.InnerTextAsync()).ShouldBe("Đã điền sẵn; lưu để nhận.");
        await PutAsync(page, above, below, "7", "10");
        await way.Filter(new() { HasText = "Nhập số khác số tổng hợp" }).WaitForAsync();
        await page.Locator($"[id='w-{code}']").Filter(new() { HasText = "khác số tổng hợp từ các đơn vị cấp dưới" }).WaitForAsync();
        await EverybodyCanUseAsync(page);
        await PutAsync(page, above, below, given.Above, given.Below);
        await way.Filter(new() { HasText = "Lấy theo số tổng hợp." }).WaitForAsync();

        // The ward approves a school that had been waiting: the return is marked, its figure stands, until the ward takes the new one.
        await reviewer.GotoAsync("/review");
        await reviewer.Locator("main tbody a[href^='/review/']").First.ClickAsync();
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "Duyệt và mở báo cáo tiếp theo" }).ClickAsync();
        await reviewer.WaitForLoadStateAsync();
        await page.GotoAsync(report);
        await page.GetByText("Có đơn vị được duyệt sau khi tổng hợp").First.WaitForAsync();
        (await above.InputValueAsync()).ShouldBe(given.Above);
        await EverybodyCanUseAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lấy số tổng hợp mới" }).ClickAsync();
        await page.GetByText("Có đơn vị được duyệt sau khi tổng hợp").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        (await above.InputValueAsync()).ShouldNotBe(given.Above);
        await page.Context.CloseAsync();
        await reviewer.Context.CloseAsync();
    }

    private async Task<IPage> SignedInAsync(string account)
    {
        var page = await Browser.OpenAsync(_host.Address);
        await page.SignInAsync(account);
        return page;
    }

    /// <summary>A ward that has not begun, with a school that is approved and one that waits for it.</summary>
    private async Task<(string Code, string Id)> FindWardAsync()
    {
        var department = await SignedInAsync("chuyenvien.so");
        var page = await GetAsync(department, "/api/v1/submissions?state=not_started&limit=200");
        foreach (var item in page.GetProperty("items").EnumerateArray())
        {
            var report = await GetAsync(department, $"/api/v1/submissions/{item.GetProperty("id").GetString()}");
            if (!report.TryGetProperty("missingReports", out var missing) || !missing.EnumerateArray().Any(one => one.GetProperty("state").GetString() == "submitted")) continue;
            if (!report.GetProperty("cells").EnumerateArray().Any(IsGiven)) continue;
            await department.Context.CloseAsync();
            return (report.GetProperty("unitCode").GetString()!, report.GetProperty("id").GetString()!);
        }

        throw new InvalidOperationException("No ward of the demonstration waits for its schools.");

        static bool IsGiven(JsonElement cell) => cell.TryGetProperty("consolidation", out var given) && given.GetProperty("reports").GetInt32() > 0;
    }

    private static async Task<JsonElement> GetAsync(IPage page, string address) =>
        (await (await page.Context.APIRequest.GetAsync(new Uri(new Uri(page.Url), address).ToString())).JsonAsync())!.Value;

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

    [GeneratedRegex("^Đã lưu lúc")]
    private static partial Regex SavedAt();
}
