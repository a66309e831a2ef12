using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace LearningCity.Analytics.Infrastructure.Pdf;

/// <summary>A page of the browser.</summary>
/// <param name="Target">Names it to the browser.</param>
/// <param name="Session">The conversation with it.</param>
/// <param name="Frame">Its main frame.</param>
internal sealed record BrowserPage(string Target, string Session, string Frame)
{
    /// <summary>How many documents it printed.</summary>
    internal int Printed { get; init; }
}

/// <summary>
/// The pages of one browser. Opening one costs as much as printing two sheets, so a page is used for some documents in turn, each of which
/// takes the place of the one before; then it is closed, with all that it may have kept.
/// </summary>
internal sealed class BrowserPages(DevTools devTools)
{
    private const int DocumentsOnOne = 50;

    private readonly ConcurrentBag<BrowserPage> _idle = [];

    /// <summary>An idle page, or a new one.</summary>
    internal async Task<BrowserPage> TakeAsync(CancellationToken cancellationToken)
    {
        if (_idle.TryTake(out var idle)) return idle;
        var opened = await devTools.SendAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, null, cancellationToken);
        var target = opened.GetProperty("targetId").GetString()!;
        var attached = await devTools.SendAsync(
            "Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true }, null, cancellationToken);
        var session = attached.GetProperty("sessionId").GetString()!;
        var tree = await devTools.SendAsync("Page.getFrameTree", null, session, cancellationToken);
        return new BrowserPage(target, session, tree.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString()!);
    }

    /// <summary>Takes a page back; one that did not print, or has printed enough, is closed.</summary>
    internal async Task GiveBackAsync(BrowserPage page, bool whole)
    {
        if (whole && page.Printed + 1 < DocumentsOnOne)
        {
            _idle.Add(page with { Printed = page.Printed + 1 });
            return;
        }

        if (!devTools.IsOpen) return;
        Task closing = devTools.SendAsync("Target.closeTarget", new JsonObject { ["targetId"] = page.Target }, null, CancellationToken.None);
        await closing.WaitAsync(TimeSpan.FromSeconds(5), CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
