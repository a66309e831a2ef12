using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Text;
using LearningCity.UnitRegistry.Application.Reading;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application.Directory;

/// <summary>
/// All states of all units as the registry was after one of its changes: a large segment, and a small one with the units that changed since
/// the large one was made, which count there alone.
/// </summary>
internal sealed class UnitIndex
{
    /// <summary>No tree of units is deeper.</summary>
    private const int Deepest = 32;

    /// <summary>With more changed units than this the large segment is made anew.</summary>
    private const int MostChanged = 5000;

    private readonly UnitSegment _large;
    private readonly Dictionary<Guid, List<UnitState>> _changed;
    private readonly UnitSegment _small;

    internal UnitIndex(long change, IEnumerable<UnitState> states)
        : this(change, new UnitSegment(states), [])
    {
    }

    private UnitIndex(long change, UnitSegment large, Dictionary<Guid, List<UnitState>> changed) =>
        (Change, _large, _changed, _small) = (change, large, changed, new UnitSegment(changed.Values.SelectMany(states => states)));

    /// <summary>The last change of the registry that is in it.</summary>
    internal long Change { get; }

    /// <summary>The index after further changes.</summary>
    /// <param name="change">The last of them.</param>
    /// <param name="unitIds">Units that they touched.</param>
    /// <param name="states">All states of those units; a unit that was taken back has none.</param>
    internal UnitIndex With(long change, IEnumerable<Guid> unitIds, IEnumerable<UnitState> states)
    {
        var changed = new Dictionary<Guid, List<UnitState>>(_changed);
        foreach (var unitId in unitIds) changed[unitId] = [];
        foreach (var state in states) changed[state.UnitId].Add(state);
        return changed.Count <= MostChanged
            ? new UnitIndex(change, _large, changed)
            : new UnitIndex(change, _large.All.Where(state => !changed.ContainsKey(state.UnitId)).Concat(changed.Values.SelectMany(of => of)));
    }

    /// <summary>States that pass a filter on its day, in order, after a place.</summary>
    internal IEnumerable<UnitState> Find(UnitFilter filter, DirectoryPlace? after = null)
    {
        var states = Having(filter.Query, after).Where(state => state.Days.Contains(filter.AsOf));
        if (filter.Type is { } type) states = states.Where(state => state.Type == type);
        return filter.Under is { } root ? states.Where(state => IsUnder(state, root, filter.Relation, filter.AsOf)) : states;
    }

    /// <summary>States of any time in which words begin like those of a text, in its order; all where it has no words.</summary>
    internal IEnumerable<UnitState> Having(string? text, DirectoryPlace? after = null)
    {
        var words = SearchText.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var marked = Array.ConvertAll(words, word => " " + word);
        var states = Merge(segment => segment.Having(words, after));
        return words.Length == 0 ? states : states.Where(state => HasInOrder(state.Search, marked));
    }

    /// <summary>Units right below one on a day, or the roots, in order, after a place.</summary>
    internal IEnumerable<UnitState> Below(Branch branch, DirectoryPlace? after = null) =>
        Merge(segment => segment.Below(branch.Relation, branch.ParentId, after)).Where(state => state.Days.Contains(branch.AsOf));

    /// <summary>How many units are right below one on a day.</summary>
    internal int CountBelow(Branch branch) =>
        Own(_large.Below(branch.Relation, branch.ParentId, null)).Concat(_small.Below(branch.Relation, branch.ParentId, null))
            .Count(state => state.Days.Contains(branch.AsOf));

    /// <summary>A unit on a day; null where it does not exist then.</summary>
    internal UnitState? On(Guid unitId, DateOnly day) => Of(unitId).FirstOrDefault(state => state.Days.Contains(day));

    /// <summary>All states of a unit, in no order.</summary>
    internal IEnumerable<UnitState> Of(Guid unitId) => _changed.TryGetValue(unitId, out var states) ? states : _large.Of(unitId);

    /// <summary>The way from a root down to a unit on a day, itself last; empty where it does not exist then.</summary>
    internal IReadOnlyList<UnitState> PathTo(Guid unitId, UnitRelation relation, DateOnly day)
    {
        var path = new List<UnitState>();
        for (var state = On(unitId, day); state is not null && path.Count < Deepest; state = state.Above(relation) is { } aboveId ? On(aboveId, day) : null)
            path.Add(state);
        path.Reverse();
        return path;
    }

    private bool IsUnder(UnitState state, Guid rootId, UnitRelation relation, DateOnly day)
    {
        var above = state.Above(relation);
        for (var depth = 0; above is { } id && depth < Deepest; depth++)
        {
            if (id == rootId) return true;
            above = On(id, day)?.Above(relation);
        }

        return false;
    }

    /// <summary>Of the large segment, only units that did not change since.</summary>
    private IEnumerable<UnitState> Own(IEnumerable<UnitState> large) =>
        _changed.Count == 0 ? large : large.Where(state => !_changed.ContainsKey(state.UnitId));

    private IEnumerable<UnitState> Merge(Func<UnitSegment, IEnumerable<UnitState>> read) =>
        _small.Count == 0 ? Own(read(_large)) : Merge(Own(read(_large)), read(_small));

    private static IEnumerable<UnitState> Merge(IEnumerable<UnitState> first, IEnumerable<UnitState> second)
    {
        using var large = first.GetEnumerator();
        using var small = second.GetEnumerator();
        var (hasLarge, hasSmall) = (large.MoveNext(), small.MoveNext());
        while (hasLarge || hasSmall)
        {
            if (hasLarge && (!hasSmall || DirectoryPlace.Compare(large.Current, small.Current) <= 0))
            {
                yield return large.Current;
                hasLarge = large.MoveNext();
            }
            else
            {
                yield return small.Current;
                hasSmall = small.MoveNext();
            }
        }
    }

    /// <summary>Whether every word begins a word of the text, in this order.</summary>
    private static bool HasInOrder(string text, string[] marked)
    {
        var at = 0;
        foreach (var word in marked)
        {
            at = text.IndexOf(word, at, StringComparison.Ordinal);
            if (at < 0) return false;
            at += word.Length;
        }

        return true;
    }
}
