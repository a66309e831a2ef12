using LearningCity.BuildingBlocks.Text;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>
/// Finds the few units that a search can mean by the rarest of its words, through the index of words. Where every word is common ("trường")
/// there is no need: a walk through the list in its order meets enough of them soon.
/// </summary>
internal static class WordSearch
{
    /// <summary>More units than this are not few.</summary>
    internal const int Few = 1000;

    /// <summary>The units that have a word beginning with one of the words sought; null where they are many, or nothing is sought.</summary>
    internal static async Task<Guid[]?> FewUnitsAsync(IUnitRegistryDb db, string? query, CancellationToken cancellationToken)
    {
        // Longer words are mostly rarer.
        foreach (var word in UnitWord.Words(SearchText.Fold(query)).OrderByDescending(word => word.Length))
        {
            var end = word[..^1] + (char)(word[^1] + 1);
            var found = await db.Words.AsNoTracking().Where(row => row.Word.CompareTo(word) >= 0 && row.Word.CompareTo(end) < 0)
                .OrderBy(row => row.Word).Select(row => row.UnitId).Take(Few + 1).ToArrayAsync(cancellationToken);
            if (found.Length <= Few) return [.. found.Distinct()];
        }

        return null;
    }
}
