namespace LearningCity.UnitRegistry.Domain;

/// <summary>
/// A word that a unit is, or was, found by. A unit keeps the words of all its names: who searches by a word looks at the units that have
/// it, and their states say what holds on the day. Worked out from states, never entered.
/// </summary>
internal sealed record UnitWord(string Word, Guid UnitId)
{
    /// <summary>Longer words are cut: what is sought is compared with the state as well.</summary>
    internal const int Longest = 40;

    /// <summary>The words of states, each once for each unit.</summary>
    internal static IEnumerable<UnitWord> Of(IEnumerable<UnitState> states) =>
        states.SelectMany(state => Words(state.Search).Select(word => new UnitWord(word, state.UnitId))).Distinct();

    /// <summary>The rows whose word begins like one sought.</summary>
    internal static IQueryable<UnitWord> Beginning(IQueryable<UnitWord> words, string start)
    {
        var end = start[..^1] + (char)(start[^1] + 1);
        return words.Where(row => row.Word.CompareTo(start) >= 0 && row.Word.CompareTo(end) < 0);
    }

    /// <summary>The words of a folded text.</summary>
    internal static IEnumerable<string> Words(string folded) => folded.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Length <= Longest ? word : word[..Longest]).Distinct();
}
