using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Text;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>
/// Decides how a search goes in: by the rarest of the words sought, through the index of words, or, where every word is common ("trường"),
/// by a walk through the list in its order, which then meets enough of them soon.
/// </summary>
internal sealed class WordSearch(IUnitRegistryDb db, WordCounts counts)
{
    private const double Page = Cursor.DefaultLimit;

    /// <summary>
    /// The word to go in by, where that looks at fewer units than a walk; null for a walk. Taking words as independent of each other, a walk
    /// goes on until the share of units that have all of them makes a page.
    /// </summary>
    internal async Task<string?> RarestAsync(string? query, CancellationToken cancellationToken)
    {
        var words = UnitWord.Words(SearchText.Fold(query)).ToList();
        if (words.Count == 0) return null;
        var (rarest, fewest, share) = ((string?)null, WordCounts.Most, 1.0);
        var all = await counts.OfStatesAsync(db, cancellationToken);
        foreach (var word in words)
        {
            var count = await counts.OfAsync(db, word, cancellationToken);
            if (count == WordCounts.Most) continue;
            share *= Math.Min(1, (double)count / Math.Max(1, all));
            if (count < fewest) (rarest, fewest) = (word, count);
        }

        return fewest < Math.Min(all, Page / share) ? rarest : null;
    }
}

/// <summary>Narrows states down by the index of words.</summary>
internal static class WordSearchExtensions
{
    /// <summary>The states of units that have, or had, a word that begins so; all where there is none.</summary>
    internal static IQueryable<UnitState> Having(this IQueryable<UnitState> states, IUnitRegistryDb db, string? word)
    {
        if (word is null) return states;
        var unitIds = UnitWord.Beginning(db.Words, word).Select(row => row.UnitId);
        return states.Where(state => unitIds.Contains(state.UnitId));
    }
}
