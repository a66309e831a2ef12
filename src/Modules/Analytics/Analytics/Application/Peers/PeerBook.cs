using System.Collections.Concurrent;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Analytics.Application.Peers;

/// <summary>
/// How the figures of each type of units spread, period by period, as this host computed it last. A reviewer's page reads it; nothing else
/// depends on it, so each host may keep its own and let it be some minutes old.
/// </summary>
internal sealed class PeerBook : IDisposable
{
    private readonly ConcurrentDictionary<Guid, PeerPage> _pages = new();

    /// <summary>One computation at a time: a hundred reviewers who open their inboxes at once wait for the first one's.</summary>
    internal SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>The page of a period, if it is still good: nothing was written since, or it was made a short while ago.</summary>
    internal PeerPage? Find(Guid periodId, int version, DateTimeOffset now) =>
        _pages.TryGetValue(periodId, out var page) && (page.Version == version || (now - page.MadeAt).Duration() < PeerPage.GoodFor) ? page : null;

    internal void Keep(Guid periodId, PeerPage page) => _pages[periodId] = page;

    public void Dispose() => Turn.Dispose();
}

/// <summary>The spreads of a period.</summary>
/// <param name="Version">Version of the period's roll-up then: while it stays, so do the figures.</param>
/// <param name="MadeAt">When it was computed.</param>
/// <param name="ByType">By type of unit and indicator.</param>
internal sealed record PeerPage(
    int Version, DateTimeOffset MadeAt, IReadOnlyDictionary<string, IReadOnlyDictionary<Guid, RobustSpread>> ByType)
{
    /// <summary>While approvals stream in, medians move little: they are computed anew this often at most.</summary>
    internal static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);
}
