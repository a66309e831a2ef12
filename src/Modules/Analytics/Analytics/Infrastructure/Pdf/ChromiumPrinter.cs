using System.Text.Json.Nodes;
using LearningCity.Analytics.Application.Briefings;
using LearningCity.BuildingBlocks.Results;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LearningCity.Analytics.Infrastructure.Pdf;

/// <summary>
/// Prints with one warm headless browser, a few documents at a time; a page that printed one takes the next. A browser that died is replaced at the
/// next print; the print it died on fails and is for the caller to repeat.
/// </summary>
internal sealed partial class ChromiumPrinter(IOptions<PdfOptions> options, ILogger<ChromiumPrinter> logger) : IPdfPrinter, IAsyncDisposable
{
    private readonly SemaphoreSlim _pages = new(Math.Max(1, options.Value.AtOnce));
    private readonly SemaphoreSlim _starting = new(1, 1);
    private BrowserProcess? _browser;

    public bool IsAvailable => BrowserProcess.Find(options.Value.Browser) is not null;

    public async Task<Result<byte[]>> PrintAsync(string html, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await _pages.WaitAsync(cancellationToken);
        try
        {
            timeout.CancelAfter(options.Value.Timeout);
            if (await BrowserAsync(timeout.Token) is not { } browser) return AnalyticsFailures.BrowserMissing;
            return await PrintAsync(browser, html, timeout.Token);
        }
        catch (Exception exception) when (exception is IOException or TimeoutException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            Failed(exception);
            if (exception is OperationCanceledException) await StopAsync();
            return AnalyticsFailures.PrintFailed;
        }
        finally
        {
            _pages.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _pages.Dispose();
        _starting.Dispose();
    }

    private static async Task<byte[]> PrintAsync(BrowserProcess browser, string html, CancellationToken cancellationToken)
    {
        var page = await browser.Pages.TakeAsync(cancellationToken);
        var whole = false;
        try
        {
            await browser.DevTools.SendAsync(
                "Page.setDocumentContent", new JsonObject { ["frameId"] = page.Frame, ["html"] = html }, page.Session, cancellationToken);
            await browser.DevTools.SendAsync(
                "Runtime.evaluate",
                new JsonObject { ["expression"] = "document.fonts.ready.then(() => true)", ["awaitPromise"] = true }, page.Session, cancellationToken);
            var printed = await browser.DevTools.SendAsync(
                "Page.printToPDF",
                new JsonObject
                {
                    ["preferCSSPageSize"] = true,
                    ["printBackground"] = true,
                    ["generateTaggedPDF"] = true,
                    ["generateDocumentOutline"] = true,
                },
                page.Session,
                cancellationToken);
            whole = true;
            return printed.GetProperty("data").GetBytesFromBase64();
        }
        finally
        {
            await browser.Pages.GiveBackAsync(page, whole);
        }
    }

    private async Task<BrowserProcess?> BrowserAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (_browser is { IsAlive: true }) return _browser;
            if (_browser is not null) await _browser.DisposeAsync();
            _browser = null;
            if (BrowserProcess.Find(options.Value.Browser) is not { } path) return null;
            return _browser = await BrowserProcess.StartAsync(path, logger, cancellationToken);
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task StopAsync()
    {
        await _starting.WaitAsync();
        try
        {
            if (_browser is not null) await _browser.DisposeAsync();
            _browser = null;
        }
        finally
        {
            _starting.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The browser did not print a document")]
    private partial void Failed(Exception exception);
}
