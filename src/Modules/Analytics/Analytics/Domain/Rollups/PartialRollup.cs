using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Domain.Rollups;

/// <summary>Where the incremental roll-up reads what has not changed.</summary>
internal interface IRollupSource
{
    /// <summary>Loads what these units themselves give, for <see cref="Of"/>.</summary>
    Task LoadAsync(IReadOnlySet<int> units, CancellationToken cancellationToken);

    /// <summary>What a unit itself gives; loaded before.</summary>
    Contribution Of(int unit);

    /// <summary>The stored states of units with others below them.</summary>
    Task<IReadOnlyDictionary<(UnitRelation Relation, int Unit), RollupState[]>> StatesAsync(
        IReadOnlySet<(UnitRelation Relation, int Unit)> rows, CancellationToken cancellationToken);
}

/// <summary>
/// The roll-up of what changed: each ancestor of a changed unit is put together anew from its children, which costs as much as it has
/// children, however many values are stored. Nothing is subtracted from what was stored, so nothing can drift.
/// </summary>
internal sealed class PartialRollup(RollupFrame frame, ColumnTable columns, IRollupSource source)
{
    private readonly RollupRules _rules = new(frame, columns, source.Of);
    private readonly Dictionary<(UnitRelation Relation, int Unit), RollupState[]> _fresh = [];

    /// <summary>The states that are different now, by relation and unit.</summary>
    /// <param name="changed">Units whose contribution changed.</param>
    /// <param name="cancellationToken">Leaves everything as it was.</param>
    internal async Task<IReadOnlyDictionary<(UnitRelation Relation, int Unit), RollupState[]>> ComputeAsync(
        IReadOnlyCollection<int> changed, CancellationToken cancellationToken)
    {
        var responsible = Above(frame.Responsibility, changed);

        // What is pending on a unit follows from the tree of responsibility and counts in the territory: its ways up there change too.
        var territorial = Above(frame.Territory, [.. changed, .. responsible]);
        var replaced = await LoadContributionsAsync(responsible, territorial, cancellationToken);
        var stored = await source.StatesAsync(Unchanged(responsible, territorial, replaced), cancellationToken);

        foreach (var unit in responsible)
        {
            var states = SumOfChildren(UnitRelation.ReportsTo, unit, stored, default);
            _rules.CloseResponsibility(unit, states);
            _fresh.Add((UnitRelation.ReportsTo, unit), states);
        }

        var pending = new Dictionary<int, IndicatorSet>();
        IndicatorSet PendingOf(int unit)
        {
            if (pending.TryGetValue(unit, out var known)) return known;
            var states = Find((UnitRelation.ReportsTo, unit), stored);
            return pending[unit] = states is null ? default : _rules.PendingOf(unit, states, closed: true);
        }

        foreach (var unit in territorial)
        {
            var states = SumOfChildren(UnitRelation.LiesIn, unit, stored, PendingOf);
            _rules.CloseTerritory(unit, _rules.Replacement.At(unit), PendingOf, states);
            _fresh.Add((UnitRelation.LiesIn, unit), states);
        }

        return _fresh;
    }

    /// <summary>The units and all above them that have others below, the lowest first.</summary>
    private static List<int> Above(Forest forest, IEnumerable<int> units)
    {
        var above = new HashSet<int>();
        foreach (var unit in units)
        {
            for (var at = unit; at >= 0 && !above.Contains(at); at = forest.Parent(at)) above.Add(at);
        }

        return [.. above.Where(unit => !forest.IsLeaf(unit)).OrderByDescending(forest.Rank)];
    }

    /// <returns>Units that may be replaced at one of these units.</returns>
    private async Task<HashSet<int>> LoadContributionsAsync(
        List<int> responsible, List<int> territorial, CancellationToken cancellationToken)
    {
        var units = new HashSet<int>();
        foreach (var unit in responsible) AddWithLeaves(units, frame.Responsibility, unit);
        foreach (var unit in territorial)
        {
            AddWithLeaves(units, frame.Territory, unit);
            units.UnionWith(frame.MeetingAt(unit).Select(pair => pair.Replacer));
        }

        await source.LoadAsync(units, cancellationToken);

        var replaced = territorial
            .SelectMany(frame.MeetingAt)
            .Select(pair => (Answers: _rules.Replacement.AnswersOf(pair.Replacer), pair.Replaced))
            .Where(pair => !pair.Answers.IsEmpty)
            .SelectMany(pair => pair.Replaced.Where(unit => frame.Owed(unit).Overlaps(pair.Answers)))
            .ToHashSet();

        // With whoever else may replace them lower down.
        var involved = new HashSet<int>(replaced);
        foreach (var unit in replaced)
        {
            for (var above = frame.Responsibility.Parent(unit); above >= 0; above = frame.Responsibility.Parent(above)) involved.Add(above);
        }

        if (involved.Count > 0) await source.LoadAsync(involved, cancellationToken);
        await LoadForExtremesAsync(territorial, cancellationToken);
        return replaced;
    }

    /// <summary>Where a value may be taken out of a minimum or a maximum, all that remain are looked at (<see cref="RollupRules"/>).</summary>
    private async Task LoadForExtremesAsync(List<int> territorial, CancellationToken cancellationToken)
    {
        var extremes = IndicatorSet.Of(Enumerable.Range(0, frame.Indicators.Count)
            .Where(i => frame.Indicators[i].Summing is Summing.Minimum or Summing.Maximum));
        if (extremes.IsEmpty) return;
        var units = new HashSet<int>();
        foreach (var top in territorial.Where(top => _rules.Replacement.At(top).Any(gone => extremes.Has(gone.Indicator))))
        {
            foreach (var unit in frame.Territory.Subtree(top))
            {
                if (!frame.Owed(unit).Overlaps(extremes)) continue;
                for (var at = unit; at >= 0; at = frame.Responsibility.Parent(at)) units.Add(at);
            }
        }

        if (units.Count > 0) await source.LoadAsync(units, cancellationToken);
    }

    private static void AddWithLeaves(HashSet<int> units, Forest forest, int unit)
    {
        units.Add(unit);
        foreach (var child in forest.Children(unit))
        {
            if (forest.IsLeaf(child)) units.Add(child);
        }
    }

    /// <summary>The rows that go into the new ones and do not change themselves.</summary>
    private HashSet<(UnitRelation, int)> Unchanged(List<int> responsible, List<int> territorial, HashSet<int> replaced)
    {
        var rows = new HashSet<(UnitRelation, int)>();
        AddInner(UnitRelation.ReportsTo, [.. replaced]);
        foreach (var unit in responsible) AddInner(UnitRelation.ReportsTo, frame.Responsibility.Children(unit));
        foreach (var unit in territorial)
        {
            AddInner(UnitRelation.LiesIn, frame.Territory.Children(unit));

            // What is pending on a unit is read off its states in the tree of responsibility.
            AddInner(UnitRelation.ReportsTo, [unit]);
            AddInner(UnitRelation.ReportsTo, frame.Territory.Children(unit));
        }

        rows.ExceptWith(responsible.Select(unit => (UnitRelation.ReportsTo, unit)));
        rows.ExceptWith(territorial.Select(unit => (UnitRelation.LiesIn, unit)));
        return rows;

        void AddInner(UnitRelation relation, ReadOnlySpan<int> units)
        {
            foreach (var unit in units)
            {
                if (!frame.Along(relation).IsLeaf(unit)) rows.Add((relation, unit));
            }
        }
    }

    private RollupState[] SumOfChildren(
        UnitRelation relation, int unit, IReadOnlyDictionary<(UnitRelation, int), RollupState[]> stored, Func<int, IndicatorSet>? pendingOf)
    {
        var forest = frame.Along(relation);
        var sum = new RollupState[columns.Count];
        foreach (var child in forest.Children(unit))
        {
            if (forest.IsLeaf(child))
            {
                _rules.AddOwn(child, pendingOf?.Invoke(child) ?? default, sum);
                continue;
            }

            if (Find((relation, child), stored) is not { } states) continue;
            for (var column = 0; column < states.Length; column++) sum[column].Add(states[column]);
        }

        return sum;
    }

    private RollupState[]? Find(
        (UnitRelation Relation, int Unit) row, IReadOnlyDictionary<(UnitRelation, int), RollupState[]> stored) =>
        _fresh.GetValueOrDefault(row) ?? stored.GetValueOrDefault(row);
}
