using System.Collections.Concurrent;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>
/// How many units have a word that begins like a word sought, as of a moment ago. It only decides by which word a search goes in, never what
/// it finds: a count that has grown since makes a search slower, not wrong.
/// </summary>
internal sealed class WordCounts(TimeProvider clock)
{
    /// <summary>Counting stops here: such a word is too common to go in by.</summary>
    internal const int Most = 10_000;

    private const int MostEntries = 20_000;
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (int Count, long Since)> _counts = new(StringComparer.Ordinal);

    /// <summary>How many rows have a word that begins so; from <see cref="Most"/> on it is not told how many.</summary>
    internal Task<int> OfAsync(IUnitRegistryDb db, string word, CancellationToken cancellationToken) =>
        KnownAsync(word, () => UnitWord.Beginning(db.Words.AsNoTracking(), word).OrderBy(row => row.Word).Take(Most).CountAsync(cancellationToken));

    /// <summary>How many states there are to walk through.</summary>
    internal Task<int> OfStatesAsync(IUnitRegistryDb db, CancellationToken cancellationToken) =>
        KnownAsync("", () => db.States.AsNoTracking().CountAsync(cancellationToken));

    private async Task<int> KnownAsync(string word, Func<Task<int>> countAsync)
    {
        if (_counts.TryGetValue(word, out var known) && clock.GetElapsedTime(known.Since) < GoodFor) return known.Count;
        var count = await countAsync();
        if (_counts.Count >= MostEntries) _counts.Clear();
        _counts[word] = (count, clock.GetTimestamp());
        return count;
    }
}
