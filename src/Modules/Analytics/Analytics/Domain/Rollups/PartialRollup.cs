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
/// The roll-up of what changed. The lowest ancestors of a changed unit are put together anew from their children. Higher up, where a unit
/// gives nothing of its own and nothing is replaced (<see cref="RollupFrame.IsPlainSum"/>), what its changed children gave before is taken
/// out of its stored state and what they give now is put in, so that an approval costs the same however many children, or values, there
/// are. Counts are whole and sums are decimals: taking out what was put in leaves no remainder. Smallest and greatest cannot be taken out:
/// where one of them may have gone, the unit is put together anew too.
/// </summary>
internal sealed class PartialRollup(RollupFrame frame, ColumnTable columns, IRollupSource source)
{
    private readonly RollupRules _rules = new(frame, columns, source.Of);
    private readonly Dictionary<(UnitRelation Relation, int Unit), RollupState[]> _fresh = [];
    private readonly Dictionary<(UnitRelation Relation, int Unit), RollupState[]> _stored = [];

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
        var moved = new Dictionary<(UnitRelation Relation, int Unit), List<int>>();
        NoteMoved(moved, UnitRelation.ReportsTo, responsible, changed);
        NoteMoved(moved, UnitRelation.LiesIn, territorial, [.. changed, .. responsible]);
        await KeepAsync(Needed(responsible, territorial, replaced, moved), cancellationToken);

        foreach (var unit in responsible)
        {
            var row = (UnitRelation.ReportsTo, unit);
            if (Shifted(row, moved) is not { } states)
            {
                states = await SumOfChildrenAsync(row, default, cancellationToken);
                _rules.CloseResponsibility(unit, states);
            }

            _fresh.Add(row, states);
        }

        var pending = new Dictionary<int, IndicatorSet>();
        IndicatorSet PendingOf(int unit)
        {
            if (pending.TryGetValue(unit, out var known)) return known;
            var states = Find((UnitRelation.ReportsTo, unit));
            return pending[unit] = states is null ? default : _rules.PendingOf(unit, states, closed: true);
        }

        foreach (var unit in territorial)
        {
            var row = (UnitRelation.LiesIn, unit);
            if (Shifted(row, moved) is not { } states)
            {
                states = await SumOfChildrenAsync(row, PendingOf, cancellationToken);
                _rules.CloseTerritory(unit, _rules.Replacement.At(unit), PendingOf, states);
            }

            _fresh.Add(row, states);
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

    /// <summary>For each unit that is a plain sum: which of its children changed, if all of them have stored states.</summary>
    private void NoteMoved(
        Dictionary<(UnitRelation Relation, int Unit), List<int>> moved, UnitRelation relation, List<int> above, IReadOnlyCollection<int> changed)
    {
        var forest = frame.Along(relation);
        foreach (var unit in above)
        {
            if (frame.IsPlainSum(relation, unit)) moved.Add((relation, unit), []);
        }

        foreach (var child in changed.Concat(above).Distinct())
        {
            var row = (relation, forest.Parent(child));
            if (!moved.TryGetValue(row, out var children)) continue;
            if (forest.IsLeaf(child)) moved.Remove(row);
            else children.Add(child);
        }
    }

    /// <summary>The stored rows that the new ones are made of.</summary>
    private HashSet<(UnitRelation, int)> Needed(
        List<int> responsible, List<int> territorial, HashSet<int> replaced, Dictionary<(UnitRelation, int), List<int>> moved)
    {
        var rows = new HashSet<(UnitRelation, int)>();
        AddInner(UnitRelation.ReportsTo, [.. replaced]);
        foreach (var unit in responsible) AddInner(UnitRelation.ReportsTo, PartsOf(UnitRelation.ReportsTo, unit));
        foreach (var unit in territorial)
        {
            var parts = PartsOf(UnitRelation.LiesIn, unit);
            AddInner(UnitRelation.LiesIn, parts);

            // What is pending on a unit is read off its states in the tree of responsibility.
            AddInner(UnitRelation.ReportsTo, [unit]);
            AddInner(UnitRelation.ReportsTo, parts);
        }

        return rows;

        int[] PartsOf(UnitRelation relation, int unit) =>
            moved.TryGetValue((relation, unit), out var children) ? [unit, .. children] : frame.Along(relation).Children(unit).ToArray();

        void AddInner(UnitRelation relation, ReadOnlySpan<int> units)
        {
            foreach (var unit in units)
            {
                if (!frame.Along(relation).IsLeaf(unit)) rows.Add((relation, unit));
            }
        }
    }

    private async Task KeepAsync(HashSet<(UnitRelation Relation, int Unit)> rows, CancellationToken cancellationToken)
    {
        rows.ExceptWith(_stored.Keys);
        if (rows.Count == 0) return;
        foreach (var (row, states) in await source.StatesAsync(rows, cancellationToken)) _stored.Add(row, states);
    }

    /// <summary>The stored state with the changed children's old states taken out and their new ones put in; null where that cannot be.</summary>
    private RollupState[]? Shifted((UnitRelation Relation, int Unit) row, Dictionary<(UnitRelation, int), List<int>> moved)
    {
        if (!moved.TryGetValue(row, out var children) || !_stored.TryGetValue(row, out var before)) return null;
        RollupState[] sum = [.. before];
        foreach (var child in children)
        {
            if (!_stored.TryGetValue((row.Relation, child), out var old)) return null;
            var now = _fresh[(row.Relation, child)];
            for (var column = 0; column < sum.Length; column++)
            {
                if (HoldsExtreme(column, old[column].Measure, now[column].Measure, before[column].Measure)) return null;
                sum[column].Take(old[column]);
                sum[column].Add(now[column]);
            }
        }

        return sum;
    }

    /// <summary>Whether a part gave the whole its smallest or greatest value, and does not any more.</summary>
    private bool HoldsExtreme(int column, in Measure old, in Measure now, in Measure whole) =>
        frame.Indicators[columns[column].Indicator].Summing is Summing.Minimum or Summing.Maximum
        && old.Values > 0
        && ((old.Minimum == whole.Minimum && (now.Values == 0 || now.Minimum > old.Minimum))
            || (old.Maximum == whole.Maximum && (now.Values == 0 || now.Maximum < old.Maximum)));

    private async Task<RollupState[]> SumOfChildrenAsync(
        (UnitRelation Relation, int Unit) row, Func<int, IndicatorSet>? pendingOf, CancellationToken cancellationToken)
    {
        var forest = frame.Along(row.Relation);
        await KeepAsync(InnerChildren(row), cancellationToken);
        var sum = new RollupState[columns.Count];
        foreach (var child in forest.Children(row.Unit))
        {
            if (forest.IsLeaf(child))
            {
                _rules.AddOwn(child, pendingOf?.Invoke(child) ?? default, sum);
                continue;
            }

            if (Find((row.Relation, child)) is not { } states) continue;
            for (var column = 0; column < states.Length; column++) sum[column].Add(states[column]);
        }

        return sum;
    }

    /// <summary>The stored rows that a sum of all children is made of.</summary>
    private HashSet<(UnitRelation, int)> InnerChildren((UnitRelation Relation, int Unit) row)
    {
        var rows = new HashSet<(UnitRelation, int)>();
        foreach (var child in frame.Along(row.Relation).Children(row.Unit))
        {
            if (!frame.Along(row.Relation).IsLeaf(child)) rows.Add((row.Relation, child));
            if (!frame.Responsibility.IsLeaf(child)) rows.Add((UnitRelation.ReportsTo, child));
        }

        rows.ExceptWith(_fresh.Keys);
        return rows;
    }

    private RollupState[]? Find((UnitRelation Relation, int Unit) row) => _fresh.GetValueOrDefault(row) ?? _stored.GetValueOrDefault(row);
}
