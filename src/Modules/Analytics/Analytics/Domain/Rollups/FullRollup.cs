using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Domain.Rollups;

/// <summary>
/// The roll-up of a whole period at once: every unit in tree order from the last to the first, so that children are finished before
/// their parents. Only units with others below have states of their own; a leaf's are its contribution.
/// </summary>
internal sealed class FullRollup
{
    private readonly int _columns;
    private readonly IndicatorSet[] _pending;
    private readonly Dictionary<int, int> _rowOfResponsibility = [];
    private readonly Dictionary<int, int> _rowOfTerritory = [];
    private readonly RollupState[] _responsibility;
    private readonly RollupState[] _territory;

    /// <summary>Computes it.</summary>
    /// <param name="frame">Units, trees, indicators and what is owed.</param>
    /// <param name="columns">All columns that the contributions use.</param>
    /// <param name="own">What each unit itself gives.</param>
    internal FullRollup(RollupFrame frame, ColumnTable columns, Func<int, Contribution> own)
    {
        _columns = columns.Count;
        _pending = new IndicatorSet[frame.Units.Count];
        _responsibility = Rows(frame.Responsibility, _rowOfResponsibility);
        _territory = Rows(frame.Territory, _rowOfTerritory);
        var rules = new RollupRules(frame, columns, own);
        Climb(frame.Responsibility, UnitRelation.ReportsTo, rules, (unit, states) => _pending[unit] = rules.CloseResponsibility(unit, states));
        Climb(frame.Territory, UnitRelation.LiesIn, rules, (unit, states) =>
            rules.CloseTerritory(unit, rules.Replacement.At(unit), other => _pending[other], states));
    }

    private delegate void Close(int unit, Span<RollupState> states);

    /// <summary>States of a unit with others below it; false for a leaf.</summary>
    internal bool TryGet(UnitRelation relation, int unit, out ReadOnlySpan<RollupState> states)
    {
        var found = RowOf(relation).TryGetValue(unit, out var row);
        states = found ? StatesOf(relation).AsSpan(row * _columns, _columns) : default;
        return found;
    }

    /// <summary>Units with others below them, along a relation.</summary>
    internal IEnumerable<int> UnitsAlong(UnitRelation relation) => RowOf(relation).Keys;

    private RollupState[] Rows(Forest forest, Dictionary<int, int> rows)
    {
        foreach (var unit in forest.Order)
        {
            if (!forest.IsLeaf(unit)) rows.Add(unit, rows.Count);
        }

        return new RollupState[rows.Count * _columns];
    }

    private void Climb(Forest forest, UnitRelation relation, RollupRules rules, Close close)
    {
        for (var i = forest.Count - 1; i >= 0; i--)
        {
            var unit = forest.Order[i];
            var parent = forest.Parent(unit);
            if (forest.IsLeaf(unit))
            {
                // What a leaf gives goes straight into its parent.
                if (parent >= 0) rules.AddOwn(unit, PendingOnLeaf(relation, unit), Row(relation, parent));
                continue;
            }

            var states = Row(relation, unit);
            close(unit, states);
            if (parent < 0) continue;
            var above = Row(relation, parent);
            for (var column = 0; column < _columns; column++) above[column].Add(states[column]);
        }
    }

    // A leaf of the territory may have others reporting to it (a department); a leaf of responsibility has nobody to wait for.
    private IndicatorSet PendingOnLeaf(UnitRelation relation, int unit) => relation == UnitRelation.LiesIn ? _pending[unit] : default;

    private Span<RollupState> Row(UnitRelation relation, int unit) =>
        StatesOf(relation).AsSpan(RowOf(relation)[unit] * _columns, _columns);

    private Dictionary<int, int> RowOf(UnitRelation relation) =>
        relation == UnitRelation.ReportsTo ? _rowOfResponsibility : _rowOfTerritory;

    private RollupState[] StatesOf(UnitRelation relation) => relation == UnitRelation.ReportsTo ? _responsibility : _territory;
}
