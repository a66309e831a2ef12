using System.Collections.Concurrent;
using LearningCity.EndToEnd.Tests.Harness;
using Microsoft.Playwright;

namespace LearningCity.EndToEnd.Tests.Stories;

/// <summary>
/// A criteria set gets its next version, as an editor does it in a browser: a draft, an indicator that says something else, a node that
/// goes elsewhere by keyboard, a look at what is different, and the publication.
/// </summary>
internal sealed class CatalogueStoryTests
{
    private const string Draft = "/catalog/hcmc-education-demo/2";
    private HostProcess _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await HostProcess.StartAsync(await DemonstrationCity.CopyAsync());

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }

    [Test]
    public async Task A_set_is_drafted_edited_compared_and_published()
    {
        var page = await Browser.OpenAsync(_host.Address);
        var trouble = new ConcurrentQueue<string>();
        page.PageError += (_, error) => trouble.Enqueue(error);
        await page.SignInAsync("bientap");
        await page.GotoAsync("/catalog/hcmc-education-demo/1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo bản nháp mới" }).ClickAsync();
        await page.WaitForURLAsync($"**{Draft}/edit");

        // An indicator is opened from the tree and says something else; what would stand in the way is said on leaving the field.
        await page.Locator("#t-i-I01").ClickAsync();
        await page.Locator("#f-target").FillAsync("150");
        await page.Locator("#f-target").BlurAsync();
        await page.Locator("#f-target-messages .field-warning").WaitForAsync();
        await page.Locator("#f-target").FillAsync("99");
        await page.Locator("#f-target").BlurAsync();
        await page.Locator("#f-target-messages .field-warning").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await FillRowsAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu vào bản nháp" }).ClickAsync();
        await page.GetByText("Đã lưu vào bản nháp").First.WaitForAsync();
        (await page.Locator("#f-targets-0-value").InputValueAsync()).ShouldBe("95");
        (await page.Locator("[data-rows='targets'] > fieldset").CountAsync()).ShouldBe(2);

        await MoveByKeyboardAsync(page);
        await EverybodyCanUseAsync(page);

        await page.GotoAsync($"{Draft}/diff");
        await EverybodyCanUseAsync(page);
        var changed = page.Locator("section:has(#diff-changed) tr:has-text('I01')");
        (await changed.Locator(".diff-old").First.InnerTextAsync(), await changed.Locator(".diff-new").First.InnerTextAsync()).ShouldBe(("98", "99"));
        (await changed.Locator("td").Last.InnerTextAsync()).ShouldContain("168 đơn vị");
        (await page.Locator("section:has(#diff-moved) tbody tr").CountAsync()).ShouldBe(1);

        await page.GotoAsync($"{Draft}/publish");
        await EverybodyCanUseAsync(page);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Công bố từ ngày") }).ClickAsync();
        await page.WaitForURLAsync($"**{Draft}");
        await page.GetByText("Đã công bố").First.WaitForAsync();
        await page.GotoAsync($"{Draft}/preview?type=ward");
        await EverybodyCanUseAsync(page);
        trouble.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    /// <summary>A row that is filled in brings the next empty one; one that is ticked goes; the parts of a rule are those of its kind.</summary>
    private static async Task FillRowsAsync(IPage page)
    {
        await page.GetByText("Chỉ tiêu riêng, số gốc, điểm").ClickAsync();
        await page.Locator("#f-targets-0-value").FillAsync("90");
        await page.Locator("#f-targets-0-year").FillAsync("2027");
        await page.Locator("#f-targets-0-year").BlurAsync();
        await page.Locator("#f-targets-1-value").FillAsync("95");
        await page.Locator("#f-targets-1-year").FillAsync("1027");
        await page.Locator("#f-targets-1-year").BlurAsync();
        await page.Locator("#f-targets-1-year-messages .field-warning").WaitForAsync();
        await page.Locator("#f-targets-1-year").FillAsync("2030");
        await page.Locator("#f-targets-1-year").BlurAsync();
        await page.Locator("#f-targets-1-year-messages .field-warning").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Locator("[name='f.targets.0.remove']").CheckAsync();
        await page.Locator("#f-targets-2-value").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        // What is counted asks among which units as soon as something is counted, and for a title only where titles are.
        await page.GetByText("Số liệu hệ thống tự điền").ClickAsync();
        var counted = page.Locator("#f-registryCount-measure");
        var (types, title) = (page.Locator("#f-registryCount-unitTypes"), page.Locator("#f-registryCount-title"));
        (await types.IsVisibleAsync()).ShouldBeFalse();
        await counted.SelectOptionAsync("units");
        (await types.IsVisibleAsync(), await title.IsVisibleAsync()).ShouldBe((true, false));
        await counted.SelectOptionAsync("recognitions");
        (await types.IsVisibleAsync(), await title.IsVisibleAsync()).ShouldBe((true, true));
        await counted.SelectOptionAsync("");

        var rule = page.Locator("[data-rows='rules'] > fieldset").First;
        await rule.Locator("select").First.SelectOptionAsync("range");
        (await rule.Locator("[data-for='range']").First.IsVisibleAsync(), await rule.Locator("[data-for='change']").First.IsVisibleAsync()).ShouldBe((true, false));
        await rule.Locator("select").First.SelectOptionAsync("change");
        (await rule.Locator("[data-for='range']").First.IsVisibleAsync(), await rule.Locator("[data-for='change']").First.IsVisibleAsync()).ShouldBe((false, true));
        await EverybodyCanUseAsync(page);
    }

    /// <summary>From the open indicator up to its standard, and with Alt and an arrow after the next one.</summary>
    private static async Task MoveByKeyboardAsync(IPage page)
    {
        await page.Locator("#t-i-I01").FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        (await FocusedAsync(page)).ShouldBe("t-n-C01");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Locator("#t-i-I01").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.Keyboard.PressAsync("ArrowLeft");
        (await FocusedAsync(page)).ShouldBe("t-n-TC01");
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await page.Locator("#tree li:has(> #t-n-TC02) + li > #t-n-TC01").WaitForAsync();
        (await FocusedAsync(page)).ShouldBe("t-n-TC01");
        (await page.Locator("#tree [tabindex='0']").CountAsync()).ShouldBe(1);
        (await page.Locator("#t-i-I01").IsHiddenAsync()).ShouldBeTrue("A folded branch stays folded.");
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.id");

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
}
