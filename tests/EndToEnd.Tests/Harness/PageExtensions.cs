using Microsoft.Playwright;

namespace LearningCity.EndToEnd.Tests.Harness;

/// <summary>What people do on many pages.</summary>
internal static class PageExtensions
{
    /// <summary>Signs in with an account of the demonstration city.</summary>
    internal static async Task SignInAsync(this IPage page, string account)
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("#name").FillAsync($"{account}@demo.learningcity.test");
        await page.Locator("#password").FillAsync(DemonstrationCity.Password);
        await page.Locator("form:has(#password) button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }
}
