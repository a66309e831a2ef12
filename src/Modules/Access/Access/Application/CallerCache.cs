using System.Collections.Concurrent;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Access.Application;

/// <summary>
/// What was looked up of callers and keys a moment ago, so that not every request asks the database. A change forgets at once on this
/// host; other hosts notice within <see cref="GoodFor"/>.
/// </summary>
internal sealed class CallerCache(TimeProvider clock)
{
    internal static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(15);
    private const int MostEntries = 20_000;
    private readonly ConcurrentDictionary<Guid, Kept<KnownCaller>> _callers = new();
    private readonly ConcurrentDictionary<string, Kept<KnownKey>> _keys = new(StringComparer.Ordinal);

    internal KnownCaller? Caller(Guid id) => Fresh(_callers, id);

    internal KnownKey? Key(string prefix) => Fresh(_keys, prefix);

    internal void Keep(KnownCaller known) => Keep(_callers, known.Caller.Id, known);

    internal void Keep(string prefix, KnownKey key) => Keep(_keys, prefix, key);

    /// <summary>The person or client changed.</summary>
    internal void Forget(Guid callerId)
    {
        _callers.TryRemove(callerId, out _);
        foreach (var (prefix, kept) in _keys)
        {
            if (kept.Value.ClientId == callerId) _keys.TryRemove(prefix, out _);
        }
    }

    private T? Fresh<TKey, T>(ConcurrentDictionary<TKey, Kept<T>> kept, TKey key)
        where TKey : notnull
        where T : class =>
        kept.TryGetValue(key, out var found) && clock.GetElapsedTime(found.Since) < GoodFor ? found.Value : null;

    private void Keep<TKey, T>(ConcurrentDictionary<TKey, Kept<T>> kept, TKey key, T value)
        where TKey : notnull
        where T : class
    {
        if (kept.Count >= MostEntries) kept.Clear();
        kept[key] = new Kept<T>(value, clock.GetTimestamp());
    }

    private sealed record Kept<T>(T Value, long Since);
}

/// <summary>A caller with what their session must carry.</summary>
/// <param name="Caller">Who, and what they may do.</param>
/// <param name="Stamp">Sessions with another stamp are over.</param>
internal sealed record KnownCaller(Caller Caller, string Stamp);

/// <summary>What is known of a key by its prefix.</summary>
internal sealed record KnownKey(Guid ClientId, string Hash, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt);
