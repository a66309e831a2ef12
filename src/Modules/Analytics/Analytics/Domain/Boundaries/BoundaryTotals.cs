using LearningCity.Analytics.Domain.Rollups;

namespace LearningCity.Analytics.Domain.Boundaries;

/// <summary>The way of a value up the chosen tree.</summary>
/// <param name="From">Where it starts; -1 outside the tree.</param>
/// <param name="Until">Where it ends, not included: the unit that holds all parts; -1 to go to the root.</param>
/// <param name="Stop">From where on an own value stands in its place; -1 for nowhere.</param>
/// <param name="IsEstimate">Whether it is a part by a recorded share.</param>
/// <param name="HasValue">Whether it is a value, and no mere coverage.</param>
internal readonly record struct Way(int From, int Until, int Stop, bool IsEstimate, bool HasValue);

/// <summary>What a period comes to on a chosen tree, for some of its units, with what could not be said exactly.</summary>
internal sealed class BoundaryTotals
{
    private readonly Forest _tree;
    private readonly Dictionary<int, RollupState[]> _states;
    private readonly Dictionary<int, int[]> _estimates;
    private readonly Dictionary<int, int[]> _missing;
    private readonly int _root;

    internal BoundaryTotals(Forest tree, IReadOnlyCollection<int> wanted, int root, int columns)
    {
        (_tree, _root) = (tree, root);
        _states = wanted.ToDictionary(unit => unit, _ => new RollupState[columns]);
        _estimates = wanted.ToDictionary(unit => unit, _ => new int[columns]);
        _missing = wanted.ToDictionary(unit => unit, _ => new int[columns]);
        Outside = new RollupState[columns];
    }

    /// <summary>What has no place under the root; the root and this are the same on every tree.</summary>
    internal RollupState[] Outside { get; }

    /// <summary>Units of the period with values outside the root, and how many.</summary>
    internal Dictionary<int, int> OutsideUnits { get; } = [];

    /// <summary>Units of the period that were divided by shares below the units asked for, and how many of their values.</summary>
    internal Dictionary<int, int> Estimated { get; } = [];

    /// <summary>Units of the period that could not be divided, and how many of their values.</summary>
    internal Dictionary<int, int> NotConvertible { get; } = [];

    /// <summary>The states of a unit of the chosen tree that was asked for, by column.</summary>
    internal RollupState[] StatesOf(int unit) => _states[unit];

    /// <summary>By column: how many values in it are parts by a recorded share.</summary>
    internal int[] EstimatesOf(int unit) => _estimates[unit];

    /// <summary>By column: how many values partly belong here, and are counted further up only.</summary>
    internal int[] MissingAt(int unit) => _missing[unit];

    /// <summary>Counts a value, or a part of one, on its way.</summary>
    internal void Climb(int unit, int column, in RollupState state, in Way way)
    {
        var counts = true;
        var hit = false;
        for (var at = way.From; at >= 0 && at != way.Until; at = _tree.Parent(at))
        {
            counts &= at != way.Stop;
            if (!_states.TryGetValue(at, out var states)) continue;
            states[column].Coverage.Add(state.Coverage);
            if (!counts) continue;
            states[column].Measure.Add(state.Measure);
            if (!way.IsEstimate) continue;
            _estimates[at][column]++;
            hit = true;
        }

        if (hit) Estimated[unit] = Estimated.GetValueOrDefault(unit) + 1;
    }

    /// <summary>Counts what has no place under the root.</summary>
    /// <param name="unit">The unit of the period.</param>
    /// <param name="column">The column.</param>
    /// <param name="state">The value, or a part of it.</param>
    /// <param name="way">Where it stands.</param>
    /// <param name="isReplaced">Whether an own value stands in its place somewhere.</param>
    internal void Leave(int unit, int column, in RollupState state, in Way way, bool isReplaced)
    {
        if (_root < 0) return;
        if (way.From >= 0 && _tree.Contains(_root, way.From))
        {
            // Its own value stands outside the root: within the root it counts, of the whole it does not.
            if (!isReplaced || way.Stop >= 0) return;
            Outside[column].Measure.Take(state.Measure);
            return;
        }

        Outside[column].Coverage.Add(state.Coverage);
        if (isReplaced) return;
        Outside[column].Measure.Add(state.Measure);
        if (way.HasValue) OutsideUnits[unit] = OutsideUnits.GetValueOrDefault(unit) + 1;
    }

    /// <summary>A value of a divided unit counts, whole, in the lowest unit that holds all parts: those below miss it.</summary>
    internal void Miss(int unit, int column, Placing placing)
    {
        var below = new HashSet<int>();
        foreach (var part in placing.Parts)
        {
            for (var at = part.Unit; at >= 0 && at != placing.Lowest && below.Add(at);) at = _tree.Parent(at);
        }

        var hit = false;
        foreach (var at in below.Where(_missing.ContainsKey))
        {
            _missing[at][column]++;
            hit = true;
        }

        for (var at = placing.Lowest; at >= 0 && !hit; at = _tree.Parent(at)) hit = _missing.ContainsKey(at);
        if (hit) NotConvertible[unit] = NotConvertible.GetValueOrDefault(unit) + 1;
    }
}
