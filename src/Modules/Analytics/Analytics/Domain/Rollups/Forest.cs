namespace LearningCity.Analytics.Domain.Rollups;

/// <summary>
/// A forest laid out in order: every unit's subtree is one run of ranks, so that "lies under" is two comparisons and a walk from the
/// last rank to the first meets children before their parents.
/// </summary>
internal sealed class Forest
{
    private readonly int[] _parents;
    private readonly int[] _order;
    private readonly int[] _rank;
    private readonly int[] _end;
    private readonly int[] _firstChild;
    private readonly int[] _children;

    /// <summary>Lays out a forest.</summary>
    /// <param name="parents">The parent of each unit; -1 for a root.</param>
    internal Forest(int[] parents)
    {
        _parents = parents;
        var count = parents.Length;
        _firstChild = new int[count + 1];
        foreach (var parent in parents)
        {
            if (parent >= 0) _firstChild[parent + 1]++;
        }

        for (var i = 0; i < count; i++) _firstChild[i + 1] += _firstChild[i];
        _children = new int[_firstChild[count]];
        var next = _firstChild.AsSpan(0, count).ToArray();
        for (var i = 0; i < count; i++)
        {
            if (parents[i] >= 0) _children[next[parents[i]]++] = i;
        }

        (_order, _rank, _end) = (new int[count], new int[count], new int[count]);
        LayOut();
    }

    internal int Count => _parents.Length;

    /// <summary>Units in order: parents before children, each subtree in one run.</summary>
    internal ReadOnlySpan<int> Order => _order;

    internal IEnumerable<int> Roots => Enumerable.Range(0, Count).Where(unit => _parents[unit] < 0);

    /// <summary>The unit above; -1 for a root.</summary>
    internal int Parent(int unit) => _parents[unit];

    internal bool IsLeaf(int unit) => _firstChild[unit] == _firstChild[unit + 1];

    internal ReadOnlySpan<int> Children(int unit) => _children.AsSpan(_firstChild[unit].._firstChild[unit + 1]);

    /// <summary>The unit and all below it.</summary>
    internal ReadOnlySpan<int> Subtree(int unit) => _order.AsSpan(_rank[unit].._end[unit]);

    /// <summary>Place of a unit in the order; of two units on one way up, the lower one has the greater.</summary>
    internal int Rank(int unit) => _rank[unit];

    /// <summary>Whether a unit is <paramref name="top"/> or lies under it.</summary>
    internal bool Contains(int top, int unit) => _rank[unit] >= _rank[top] && _rank[unit] < _end[top];

    /// <summary>The lowest unit that holds both; -1 if no unit does.</summary>
    internal int Meet(int one, int other)
    {
        while (one >= 0 && !Contains(one, other)) one = _parents[one];
        return one;
    }

    private void LayOut()
    {
        var next = 0;
        var stack = new Stack<int>();
        for (var root = 0; root < Count; root++)
        {
            if (_parents[root] >= 0) continue;
            stack.Push(root);
            while (stack.TryPop(out var unit))
            {
                _rank[unit] = next;
                _order[next++] = unit;
                var children = Children(unit);
                for (var i = children.Length - 1; i >= 0; i--) stack.Push(children[i]);
            }
        }

        if (next != Count) throw new ArgumentException("A unit lies, over others, under itself.");
        for (var i = Count - 1; i >= 0; i--)
        {
            var unit = _order[i];
            _end[unit] = Math.Max(_end[unit], i + 1);
            if (_parents[unit] >= 0) _end[_parents[unit]] = Math.Max(_end[_parents[unit]], _end[unit]);
        }
    }
}
