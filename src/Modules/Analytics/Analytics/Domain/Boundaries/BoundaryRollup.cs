using LearningCity.Analytics.Domain.Rollups;

namespace LearningCity.Analytics.Domain.Boundaries;

/// <summary>
/// The roll-up of a period on the territory of another date. Every value climbs from where its unit stands on the chosen tree: whole, or
/// divided by recorded shares up to the unit that holds all parts and whole from there on; and no further than where an own value stands
/// in its place. On the tree of the period itself this is the plain roll-up (a law that is tested).
/// </summary>
internal sealed class BoundaryRollup
{
    private readonly RollupFrame _frame;
    private readonly ColumnTable _columns;
    private readonly Func<int, Contribution> _own;
    private readonly ChosenBoundaries _boundaries;
    private readonly Replacement _replacement;
    private readonly IndicatorSet[] _pending;
    private readonly IndicatorSet _indicators;
    private readonly BoundaryTotals _totals;

    /// <summary>Computes it for some units of the chosen tree.</summary>
    /// <param name="frame">The period.</param>
    /// <param name="columns">All columns that the contributions use.</param>
    /// <param name="own">What each unit of the period gives.</param>
    /// <param name="boundaries">The chosen tree and where units stand on it.</param>
    /// <param name="wanted">The units of the chosen tree to compute.</param>
    /// <param name="root">The root whose remainder is computed too; -1 for none.</param>
    /// <param name="indicators">The indicators to compute.</param>
    internal BoundaryRollup(
        RollupFrame frame, ColumnTable columns, Func<int, Contribution> own, ChosenBoundaries boundaries, IReadOnlyCollection<int> wanted,
        int root, IndicatorSet indicators)
    {
        (_frame, _columns, _own, _boundaries, _indicators) = (frame, columns, own, boundaries, indicators);
        _replacement = new(frame, columns, own);
        _pending = Pendings.Find(frame, columns, own, _replacement);
        _totals = new(boundaries.Tree, wanted, root, columns.Count);
        for (var unit = 0; unit < frame.Units.Count; unit++) Count(unit);
    }

    /// <summary>What it came to.</summary>
    internal BoundaryTotals Totals => _totals;

    private void Count(int unit)
    {
        var owed = _frame.Owed(unit).Intersect(_indicators);
        if (owed.IsEmpty) return;
        var (own, placing) = (_own(unit), _boundaries.Of(unit));
        var replacers = ReplacersOf(unit, owed);
        foreach (var indicator in owed)
        {
            var coverage = new Coverage
            {
                Expected = 1,
                Reported = own.Submitted.Has(indicator) && !own.Approved.Has(indicator) ? 1 : 0,
            };
            var measure = new Measure { Pending = _pending[unit].Has(indicator) ? 1 : 0 };
            Place(unit, placing, replacers, indicator, indicator, parts => [.. parts.Select(_ => new RollupState { Coverage = coverage, Measure = measure })],
                new RollupState { Coverage = coverage, Measure = measure }, hasValue: false);
        }

        foreach (var cell in own.Cells.ToArray())
        {
            var indicator = _columns[cell.Column].Indicator;
            if (cell.Answer == Answer.None || !owed.Has(indicator)) continue;
            Place(unit, placing, replacers, indicator, cell.Column, parts => [.. Division.Divide(cell, parts).Select(part => StateOf(part, indicator))],
                StateOf(cell, indicator), cell.Answer == Answer.Value);
        }
    }

    private void Place(
        int unit, Placing placing, List<(int Unit, IndicatorSet Answers)> replacers, int indicator, int column, Func<IReadOnlyList<PlacedPart>, RollupState[]> divide,
        in RollupState whole, bool hasValue)
    {
        var parts = placing.PartsFor(DividingBy(indicator));
        var isReplaced = replacers.Exists(above => above.Answers.Has(indicator));
        var divided = parts.Count > 1;
        var states = divided ? divide(parts) : [whole];
        for (var i = 0; i < parts.Count; i++)
        {
            var from = parts[i].Unit;
            var stop = isReplaced ? PointOf(replacers, indicator, from) : -1;
            _totals.Climb(unit, column, states[i], new(from, divided ? placing.Lowest : -1, stop, hasValue && divided, hasValue));
            _totals.Leave(unit, column, states[i], new(from, placing.Lowest, stop, hasValue && divided, hasValue), isReplaced);
        }

        if (divided && placing.Lowest >= 0)
        {
            var stop = isReplaced ? PointOf(replacers, indicator, placing.Lowest) : -1;
            _totals.Climb(unit, column, whole, new(placing.Lowest, -1, stop, false, hasValue));
        }

        if (!divided && hasValue && placing.IsSplit) _totals.Miss(unit, column, placing);
    }

    private RollupState StateOf(in OwnCell cell, int indicator)
    {
        var state = new RollupState
        {
            Coverage = new Coverage
            {
                Reported = 1,
                Approved = 1,
                NotApplicable = cell.Answer == Answer.NotApplicable ? 1 : 0,
                NotAvailable = cell.Answer == Answer.NotAvailable ? 1 : 0,
            },
        };
        state.Measure.Count(cell, _frame.Indicators[indicator].Summing);
        return state;
    }

    private Summing DividingBy(int indicator) => _frame.Indicators[indicator] is { IsWhole: false } rule ? rule.Summing : Summing.None;

    /// <summary>Units that it reports to, directly or over others (or lies in), whose own value may stand in place of its values.</summary>
    private List<(int Unit, IndicatorSet Answers)> ReplacersOf(int unit, IndicatorSet owed)
    {
        var replacers = new List<(int Unit, IndicatorSet Answers)>();
        for (var above = _frame.Responsibility.Parent(unit); above >= 0; above = _frame.Responsibility.Parent(above))
        {
            if (_replacement.AnswersOf(above) is var answers && answers.Overlaps(owed)) replacers.Add((above, answers));
        }

        if (!owed.Overlaps(_frame.Covering)) return replacers;
        for (var above = _frame.Territory.Parent(unit); above >= 0; above = _frame.Territory.Parent(above))
        {
            if (_replacement.CoveredBy(above) is var covered && covered.Overlaps(owed)) replacers.Add((above, covered));
        }

        return replacers;
    }

    /// <summary>Where on the chosen tree a value stops counting: the lowest unit that holds it and any part of one that replaces it.</summary>
    private int PointOf(List<(int Unit, IndicatorSet Answers)> replacers, int indicator, int from)
    {
        var (tree, lowest) = (_boundaries.Tree, -1);
        if (from < 0) return -1;
        foreach (var above in replacers.Where(above => above.Answers.Has(indicator)))
        {
            foreach (var part in _boundaries.Of(above.Unit).PartsFor(DividingBy(indicator)))
            {
                var meet = part.Unit < 0 ? -1 : tree.Meet(from, part.Unit);
                if (meet >= 0 && (lowest < 0 || tree.Rank(meet) > tree.Rank(lowest))) lowest = meet;
            }
        }

        return lowest;
    }
}
