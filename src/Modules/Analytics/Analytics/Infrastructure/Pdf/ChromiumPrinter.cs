using System.Text.Json.Nodes;
using LearningCity.Analytics.Application.Briefings;
using LearningCity.BuildingBlocks.Results;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LearningCity.Analytics.Infrastructure.Pdf;

/// <summary>
/// Prints with one warm headless browser, a page of its own for each document, a few at a time. A browser that died is replaced at the
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
            return await PrintAsync(browser.DevTools, html, timeout.Token);
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

    private static async Task<byte[]> PrintAsync(DevTools devTools, string html, CancellationToken cancellationToken)
    {
        var target = await devTools.SendAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, null, cancellationToken);
        var targetId = target.GetProperty("targetId").GetString();
        try
        {
            var attached = await devTools.SendAsync(
                "Target.attachToTarget", new JsonObject { ["targetId"] = targetId, ["flatten"] = true }, null, cancellationToken);
            var page = attached.GetProperty("sessionId").GetString();
            var tree = await devTools.SendAsync("Page.getFrameTree", null, page, cancellationToken);
            var frame = tree.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString();
            await devTools.SendAsync(
                "Page.setDocumentContent", new JsonObject { ["frameId"] = frame, ["html"] = html }, page, cancellationToken);
            await devTools.SendAsync(
                "Runtime.evaluate",
                new JsonObject { ["expression"] = "document.fonts.ready.then(() => true)", ["awaitPromise"] = true }, page, cancellationToken);
            var printed = await devTools.SendAsync(
                "Page.printToPDF",
                new JsonObject
                {
                    ["preferCSSPageSize"] = true,
                    ["printBackground"] = true,
                    ["generateTaggedPDF"] = true,
                    ["generateDocumentOutline"] = true,
                },
                page,
                cancellationToken);
            return printed.GetProperty("data").GetBytesFromBase64();
        }
        finally
        {
            if (devTools.IsOpen)
            {
                Task closing = devTools.SendAsync("Target.closeTarget", new JsonObject { ["targetId"] = targetId }, null, CancellationToken.None);
                await closing.WaitAsync(TimeSpan.FromSeconds(5), CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
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
