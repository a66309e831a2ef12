namespace LearningCity.Analytics.Domain;

/// <summary>
/// Section <c>League</c> of the configuration: whether units are ranked at all. Ranks of small units and of half the answers are mostly noise, so
/// they are off unless the city wants them, and then only where enough units have enough answers.
/// </summary>
internal sealed class LeagueOptions
{
    internal const string Section = "League";

    /// <summary>Whether units are ranked.</summary>
    public bool Enabled { get; set; }

    /// <summary>The share of answers owed that must be approved before a unit is ranked.</summary>
    public decimal MinimumCoverage { get; set; } = 0.8m;

    /// <summary>Units that must qualify before anybody is ranked.</summary>
    public int MinimumUnits { get; set; } = 20;
}

/// <summary>A unit that may be ranked.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Value">Its figure; null where there is none.</param>
/// <param name="Approved">Answers that are approved.</param>
/// <param name="Expected">Answers that are owed.</param>
internal readonly record struct LeagueEntry(Guid UnitId, decimal? Value, int Approved, int Expected);

/// <summary>Ranks units by one figure.</summary>
internal static class League
{
    /// <summary>Ranks from 1, the best first; equal figures share one, and the next is as many places behind. Empty where nobody is to be ranked.</summary>
    internal static IReadOnlyDictionary<Guid, int> Rank(IEnumerable<LeagueEntry> entries, bool lowerIsBetter, LeagueOptions options)
    {
        if (!options.Enabled) return new Dictionary<Guid, int>();
        var qualified = entries
            .Where(entry => entry.Value is not null && entry.Expected > 0 && entry.Approved >= entry.Expected * options.MinimumCoverage)
            .OrderBy(entry => lowerIsBetter ? entry.Value : -entry.Value).ToList();
        var ranks = new Dictionary<Guid, int>();
        if (qualified.Count < options.MinimumUnits) return ranks;
        for (var at = 0; at < qualified.Count; at++)
            ranks[qualified[at].UnitId] = at > 0 && qualified[at].Value == qualified[at - 1].Value ? ranks[qualified[at - 1].UnitId] : at + 1;
        return ranks;
    }
}
