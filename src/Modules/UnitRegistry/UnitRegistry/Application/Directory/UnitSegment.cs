using System.Runtime.InteropServices;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application.Directory;

/// <summary>
/// States of units in Vietnamese order, with an inverted index of their words and the units right below each; never changed once made.
/// Words are found by their beginnings: those that begin alike stand side by side, and so do the states that have them.
/// </summary>
internal sealed class UnitSegment
{
    private readonly UnitState[] _states;
    private readonly string[] _words;
    private readonly int[] _firstOf;
    private readonly int[] _places;
    private readonly Dictionary<Guid, List<int>> _ofUnit;
    private readonly Dictionary<(UnitRelation, Guid), List<int>> _below;

    internal UnitSegment(IEnumerable<UnitState> states)
    {
        _states = [.. states];
        Array.Sort(_states, DirectoryPlace.Compare);
        _ofUnit = new Dictionary<Guid, List<int>>(_states.Length);
        _below = [];
        var placesOf = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < _states.Length; i++)
        {
            var state = _states[i];
            Add(_ofUnit, state.UnitId, i);
            Add(_below, (UnitRelation.LiesIn, state.LiesInId ?? Guid.Empty), i);
            Add(_below, (UnitRelation.ReportsTo, state.ReportsToId ?? Guid.Empty), i);
            AddWords(placesOf, state.Search, i);
        }

        _words = [.. placesOf.Keys];
        Array.Sort(_words, StringComparer.Ordinal);
        _firstOf = new int[_words.Length + 1];
        for (var i = 0; i < _words.Length; i++) _firstOf[i + 1] = _firstOf[i] + placesOf[_words[i]].Count;
        _places = new int[_firstOf[^1]];
        for (var i = 0; i < _words.Length; i++) placesOf[_words[i]].CopyTo(_places, _firstOf[i]);
    }

    internal int Count => _states.Length;

    internal IReadOnlyList<UnitState> All => _states;

    internal IEnumerable<UnitState> Of(Guid unitId) => At(_ofUnit.GetValueOrDefault(unitId));

    /// <summary>States right below a unit, or without one above them, in order.</summary>
    internal IEnumerable<UnitState> Below(UnitRelation relation, Guid? parentId, DirectoryPlace? after)
    {
        if (_below.GetValueOrDefault((relation, parentId ?? Guid.Empty)) is not { } places) return [];
        if (after is null) return At(places);
        var first = places.BinarySearch(FirstAfter(after));
        return At(places.Skip(first < 0 ? ~first : first));
    }

    /// <summary>
    /// States that have words beginning like all of those sought, perhaps in another order, after a place, in order. It goes in by the
    /// word that the fewest states have; where even that one is common, a walk through all meets enough of them soon.
    /// </summary>
    internal IEnumerable<UnitState> Having(IReadOnlyList<string> words, DirectoryPlace? after)
    {
        var start = after is null ? 0 : FirstAfter(after);
        var ranges = words.Select(Range).OrderBy(range => range.End - range.First).ToList();
        if (ranges.Count == 0 || ranges[0].End - ranges[0].First > _states.Length / 4) return At(Enumerable.Range(start, _states.Length - start));
        var places = _places[ranges[0].First..ranges[0].End];
        Array.Sort(places);

        // The places of a single word are in order: whoever lacks the next rarest one is passed over unread.
        if (ranges.Count > 1 && ranges[1].Words == 1)
        {
            var (first, count) = (ranges[1].First, ranges[1].End - ranges[1].First);
            places = Array.FindAll(places, place => Array.BinarySearch(_places, first, count, place) >= 0);
        }

        return At(Distinct(places, start));
    }

    /// <summary>Where among the places the states are that have a word which begins so, and how many words do.</summary>
    private (int First, int End, int Words) Range(string start)
    {
        var first = Array.BinarySearch(_words, start, StringComparer.Ordinal);
        if (first < 0) first = ~first;
        var last = first;
        for (var end = _words.Length; last < end;)
        {
            var middle = (last + end) / 2;
            if (_words[middle].StartsWith(start, StringComparison.Ordinal)) last = middle + 1;
            else end = middle;
        }

        return (_firstOf[first], _firstOf[last], last - first);
    }

    private int FirstAfter(DirectoryPlace place)
    {
        var (first, end) = (0, _states.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (place.IsBefore(_states[middle])) end = middle;
            else first = middle + 1;
        }

        return first;
    }

    private IEnumerable<UnitState> At(IEnumerable<int>? places) => places?.Select(place => _states[place]) ?? [];

    private static IEnumerable<int> Distinct(int[] inOrder, int from)
    {
        var last = from - 1;
        foreach (var place in inOrder)
        {
            if (place <= last) continue;
            last = place;
            yield return place;
        }
    }

    private static void AddWords(Dictionary<string, List<int>> placesOf, string text, int place)
    {
        var bySpan = placesOf.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range);
            if (word.IsEmpty) continue;
            if (!bySpan.TryGetValue(word, out var places)) bySpan[word] = places = [];
            if (places.Count == 0 || places[^1] != place) places.Add(place);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<int>> lists, TKey key, int place)
        where TKey : notnull
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _);
        (list ??= new List<int>(1)).Add(place);
    }
}

/// <summary>A place in the order of states: by name as Vietnamese sorts, then by code, then by time.</summary>
/// <param name="Sort">Sort key of the name.</param>
/// <param name="Code">Code.</param>
internal sealed record DirectoryPlace(string Sort, string Code)
{
    internal static int Compare(UnitState first, UnitState second)
    {
        var order = string.CompareOrdinal(first.Sort, second.Sort);
        if (order == 0) order = string.CompareOrdinal(first.Code, second.Code);
        return order != 0 ? order : first.ValidFrom.CompareTo(second.ValidFrom);
    }

    /// <summary>Whether a state comes after the place, whatever its time.</summary>
    internal bool IsBefore(UnitState state)
    {
        var order = string.CompareOrdinal(state.Sort, Sort);
        return order > 0 || (order == 0 && string.CompareOrdinal(state.Code, Code) > 0);
    }
}
