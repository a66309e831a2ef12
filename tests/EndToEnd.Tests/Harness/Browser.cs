using Microsoft.Playwright;

namespace LearningCity.EndToEnd.Tests.Harness;

/// <summary>One headless browser for the run; each test gets a profile of its own.</summary>
internal static class Browser
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly SemaphoreSlim Starting = new(1, 1);
    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    /// <summary>A desktop of a unit's office.</summary>
    internal static ViewportSize Desktop { get; } = new() { Width = 1366, Height = 768 };

    /// <summary>A phone.</summary>
    internal static ViewportSize Phone { get; } = new() { Width = 360, Height = 740 };

    /// <summary>A page with cookies of its own; skips the test where there is no browser.</summary>
    internal static async Task<IPage> OpenAsync(Uri address, string language = "vi", ViewportSize? size = null)
    {
        var path = Environment.GetEnvironmentVariable("LEARNINGCITY_TEST_BROWSER") ?? Places.FirstOrDefault(File.Exists);
        if (path is null) Assert.Ignore("No browser: install chromium (./test.sh does), or set LEARNINGCITY_TEST_BROWSER.");
        var browser = await StartAsync(path!);
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            Locale = language,
            TimezoneId = "Asia/Ho_Chi_Minh",
            ViewportSize = size ?? Desktop,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);

        // As if the language had been chosen before: pages are Vietnamese until somebody asks for another one.
        await context.AddCookiesAsync([new Cookie { Name = "lc-lang", Value = language, Url = address.ToString() }]);
        return await context.NewPageAsync();
    }

    internal static async Task StopAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static async Task<IBrowser> StartAsync(string path)
    {
        await Starting.WaitAsync();
        try
        {
            if (_browser is not null) return _browser;
            _playwright = await Playwright.CreateAsync();
            return _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Args =
                [
                    // A browser of the superuser, as in a container, has no sandbox.
                    .. Environment.UserName == "root" ? (string[])["--no-sandbox"] : [],
                    "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--no-first-run",
                ],
            });
        }
        finally
        {
            Starting.Release();
        }
    }
}
