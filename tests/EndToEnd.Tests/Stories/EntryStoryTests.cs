using System.Text.RegularExpressions;
using LearningCity.EndToEnd.Tests.Harness;
using Microsoft.Playwright;

namespace LearningCity.EndToEnd.Tests.Stories;

/// <summary>The entry grid as a clerk lives with it: keys, parts of a figure, a block from a spreadsheet, a dead line, a colleague on the same report.</summary>
internal sealed partial class EntryStoryTests
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
    public async Task What_is_typed_is_saved_when_typing_stops_and_parts_that_do_not_add_up_say_so()
    {
        var page = await OpenAsync("thpt.demo");
        var row = page.Locator("tr:has([data-parts])").First;
        var code = (await row.Locator("input[type=hidden]").First.GetAttributeAsync("name"))![2..];
        await row.Locator("summary:has-text('Phân tổ')").ClickAsync();
        var numbers = await row.Locator("input.entry-number").AllAsync();
        foreach (var (input, value) in numbers.Zip((string[])["90", "100", "50", "60", "30", "40"])) await input.FillAsync(value);

        // The last field still has the focus: what is typed is saved all the same, and the numerators differ by ten.
        await page.Locator($"[id='w-{code}'] .cell-warning:has-text('cộng lại là 80')").WaitForAsync();
        (await page.Locator("#grid-state").InnerTextAsync()).ShouldStartWith("Đã lưu lúc");
        await EverybodyCanUseAsync(page);
        await numbers[4].FillAsync("40");
        await page.Locator($"[id='w-{code}'] .cell-warning").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.ReloadAsync();
        (await page.Locator($"[name='n.{code}']").InputValueAsync()).ShouldBe("90");
        (await page.Locator("tr:has([data-parts])").First.Locator("[data-parts] input.entry-number").First.InputValueAsync()).ShouldBe("50");
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Keys_lead_through_the_grid()
    {
        var page = await OpenAsync("truong.demo");
        await page.Locator("summary:has-text('Phím tắt')").ClickAsync();
        await page.GetByText("cùng cột, dòng tiếp theo").WaitForAsync();
        var pair = page.Locator("tr:has(input[name^='d.'])").First;
        var saved = await pair.Locator("input.entry-number").First.InputValueAsync();
        await pair.Locator("input.entry-number").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        (await FocusedAsync(page)).ShouldStartWith("d.");
        await page.Keyboard.PressAsync("ArrowLeft");
        (await FocusedAsync(page)).ShouldStartWith("n.");
        await page.Keyboard.TypeAsync("12");
        await page.Keyboard.PressAsync("ArrowLeft");
        (await FocusedAsync(page)).ShouldStartWith("n.", Case.Sensitive, "The caret moves while a number is being typed.");
        await page.Keyboard.PressAsync("Escape");
        (await page.EvaluateAsync<string>("() => document.activeElement.value")).ShouldBe(saved);
        await page.Keyboard.PressAsync("Control+Enter");
        (await FocusedAsync(page)).ShouldStartWith("s.");
        await page.Keyboard.PressAsync("Control+Enter");
        (await FocusedAsync(page)).ShouldStartWith("n.");
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task A_dead_line_loses_nothing()
    {
        var page = await OpenAsync("truong.demo");
        var inputs = await NumbersAsync(page);
        await page.Context.SetOfflineAsync(true);
        await inputs[0].FillAsync("7");
        await inputs[0].BlurAsync();
        await page.Locator("#offline-bar").WaitForAsync();
        await SaysAsync(page, StillWaiting());
        await EverybodyCanUseAsync(page, desktopOnly: true);
        await page.Context.SetOfflineAsync(false);
        await SaysAsync(page, SavedAt());
        await page.Locator("#offline-bar").WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        // A page that is closed without a connection has it all when it is opened again.
        await page.Context.SetOfflineAsync(true);
        await inputs[0].FillAsync("8");
        await inputs[0].BlurAsync();
        await page.Locator("#offline-bar").WaitForAsync();
        await page.Context.SetOfflineAsync(false);
        await page.EvaluateAsync("() => window.stop()");
        await page.ReloadAsync();
        await SaysAsync(page, SavedAt());
        (await (await NumbersAsync(page))[0].InputValueAsync()).ShouldBe("8");
        (await page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(key => key.startsWith('lc-entry')).length")).ShouldBe(0);
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Two_who_change_one_cell_see_both_values_and_merge()
    {
        var (mine, theirs) = (await OpenAsync("thpt.demo"), await OpenAsync("thpt.demo"));
        var (first, other) = ((await NumbersAsync(mine))[0], (await NumbersAsync(theirs))[0]);
        await other.FillAsync("21");
        await other.BlurAsync();
        await SaysAsync(theirs, SavedAt());
        await first.FillAsync("22");
        await first.BlurAsync();
        await mine.Locator("#conflict").WaitForAsync();
        await mine.GetByText(new Regex("đã sửa 1 ô này lúc")).First.WaitForAsync();
        await EverybodyCanUseAsync(mine);
        await mine.GetByRole(AriaRole.Button, new() { Name = "Gộp và lưu" }).ClickAsync();
        (await mine.Locator("#conflict").CountAsync()).ShouldBe(1, "Nothing was chosen yet.");
        await mine.Locator("#conflict input[value=mine]").CheckAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Gộp và lưu" }).ClickAsync();
        await SaysAsync(mine, SavedAt());
        (await mine.Locator("#conflict").CountAsync()).ShouldBe(0);
        await theirs.ReloadAsync();
        (await (await NumbersAsync(theirs))[0].InputValueAsync()).ShouldBe("22");
        await mine.Context.CloseAsync();
        await theirs.Context.CloseAsync();
    }

    [Test]
    public async Task A_block_in_the_other_languages_numbers_is_asked_about_once()
    {
        var page = await OpenAsync("phuong.saigon");
        var rows = page.Locator("table.entry-grid tbody tr:has(.cell-main input[name^='v.'])");
        var first = rows.First.Locator(".cell-main input");
        await first.FocusAsync();
        await page.EvaluateAsync(
            """
            () => {
              const data = new DataTransfer();
              data.setData('text/plain', '1,234.5\t\n-\t\n');
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đọc như vậy" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Không có số liệu", Exact = true }).ClickAsync();
        await page.GetByText("Đã dán").First.WaitForAsync();
        (await first.InputValueAsync()).ShouldBe("1.234,5");
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string account)
    {
        var page = await Browser.OpenAsync(_host.Address);
        await page.SignInAsync(account);
        await page.GotoAsync("/");
        await page.Locator("main a[href^='/submissions/']").First.ClickAsync();
        await page.Locator("form[data-entry-grid]").WaitForAsync();
        return page;
    }

    private static async Task<IReadOnlyList<ILocator>> NumbersAsync(IPage page) => await page.Locator(".cell-main input[name^='v.']").AllAsync();

    private static Task SaysAsync(IPage page, Regex text) => page.Locator("#grid-state").Filter(new() { HasTextRegex = text }).WaitForAsync();

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.name ?? ''");

    private static async Task EverybodyCanUseAsync(IPage page, bool desktopOnly = false)
    {
        foreach (var size in desktopOnly ? (ViewportSize[])[Browser.Desktop] : [Browser.Phone, Browser.Desktop])
        {
            await page.SetViewportSizeAsync(size.Width, size.Height);
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .ShouldBeLessThanOrEqualTo(0, $"{page.Url} scrolls sideways at {size.Width}");
            var violations = await Accessibility.ViolationsAsync(page);
            violations.ShouldBeEmpty($"{page.Url} at {size.Width}x{size.Height}:\n{string.Join('\n', violations)}");
        }
    }

    [GeneratedRegex("^Đã lưu lúc")]
    private static partial Regex SavedAt();

    [GeneratedRegex("^Còn 1 ô chưa lưu")]
    private static partial Regex StillWaiting();
}
