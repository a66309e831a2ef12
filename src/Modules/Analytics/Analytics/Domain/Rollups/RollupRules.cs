namespace LearningCity.Analytics.Domain.Rollups;

/// <summary>
/// How one unit's states come from its own contribution and its children's states. The full and the incremental roll-up both go
/// through here, so that they cannot differ.
/// </summary>
internal sealed class RollupRules
{
    private readonly RollupFrame _frame;
    private readonly ColumnTable _columns;
    private readonly Func<int, Contribution> _own;

    internal RollupRules(RollupFrame frame, ColumnTable columns, Func<int, Contribution> own)
    {
        (_frame, _columns, _own) = (frame, columns, own);
        Replacement = new(frame, columns, own);
    }

    internal Replacement Replacement { get; }

    /// <summary>Adds what a unit itself gives: what it owes, how that stands, its approved values, and what is pending on it.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="pending">Indicators for which its own value is awaited while those below count (<see cref="PendingOf"/>).</param>
    /// <param name="states">By column; added to.</param>
    internal void AddOwn(int unit, IndicatorSet pending, Span<RollupState> states)
    {
        var owed = _frame.Owed(unit);
        var own = _own(unit);
        foreach (var indicator in owed)
        {
            ref var coverage = ref states[indicator].Coverage;
            coverage.Expected++;
            if (own.Submitted.Has(indicator) && !own.Approved.Has(indicator)) coverage.Reported++;
        }

        foreach (var indicator in pending) states[indicator].Measure.Pending++;
        foreach (ref readonly var cell in own.Cells.Span)
        {
            var indicator = _columns[cell.Column].Indicator;
            if (cell.Answer == Answer.None || !owed.Has(indicator)) continue;
            ref var state = ref states[cell.Column];
            state.Coverage.Reported++;
            state.Coverage.Approved++;
            if (cell.Answer == Answer.NotApplicable) state.Coverage.NotApplicable++;
            if (cell.Answer == Answer.NotAvailable) state.Coverage.NotAvailable++;
            state.Measure.Count(cell, _frame.Indicators[indicator].Summing);
        }
    }

    /// <summary>Indicators that a unit owes and has not answered, while units that report to it have approved answers.</summary>
    /// <param name="unit">A unit to which others report.</param>
    /// <param name="states">Its states in the tree of responsibility.</param>
    /// <param name="closed">Whether its own answers are in them already.</param>
    internal IndicatorSet PendingOf(int unit, ReadOnlySpan<RollupState> states, bool closed)
    {
        List<int>? pending = null;
        var answered = Replacement.AnswersOf(unit);
        foreach (var indicator in _frame.Owed(unit).Intersect(_frame.Replacing))
        {
            var below = states[indicator].Coverage.Approved - (closed && OwnAnswer(unit, indicator) ? 1 : 0);
            if (below > 0 && !answered.Has(indicator)) (pending ??= []).Add(indicator);
        }

        return pending is null ? default : IndicatorSet.Of(pending);
    }

    /// <summary>Finishes a unit in the tree of responsibility, where its own answer stands in place of everything below.</summary>
    /// <param name="unit">A unit to which others report.</param>
    /// <param name="states">What its children add up to; afterwards its own states.</param>
    /// <returns>What is pending on it.</returns>
    internal IndicatorSet CloseResponsibility(int unit, Span<RollupState> states)
    {
        var pending = PendingOf(unit, states, closed: false);
        foreach (var indicator in Replacement.AnswersOf(unit))
        {
            foreach (var column in _columns.OfIndicator(indicator)) states[column].Measure = default;
        }

        ClearCovered(unit, states);
        AddOwn(unit, pending, states);
        return pending;
    }

    /// <summary>Finishes a unit in the territory, where of those below only the ones that report to a replacing unit are taken out.</summary>
    /// <param name="unit">A unit in which others lie.</param>
    /// <param name="replaced">What is replaced here (<see cref="Replacement.At"/>).</param>
    /// <param name="pendingOf">What is pending on each unit.</param>
    /// <param name="states">What its children add up to; afterwards its own states.</param>
    internal void CloseTerritory(
        int unit, IEnumerable<Replaced> replaced, Func<int, IndicatorSet> pendingOf, Span<RollupState> states)
    {
        ClearCovered(unit, states);
        AddOwn(unit, pendingOf(unit), states);
        HashSet<int>? extremes = null;
        foreach (var (gone, indicator) in replaced)
        {
            if (pendingOf(gone).Has(indicator)) states[indicator].Measure.Pending--;
            var summing = _frame.Indicators[indicator].Summing;
            foreach (ref readonly var cell in _own(gone).Cells.Span)
            {
                if (_columns[cell.Column].Indicator != indicator) continue;
                states[cell.Column].Measure.Discount(cell, summing);
                if (summing is Summing.Minimum or Summing.Maximum) (extremes ??= []).Add(cell.Column);
            }
        }

        foreach (var column in extremes ?? []) FindExtremes(unit, column, ref states[column].Measure);
    }

    private void ClearCovered(int unit, Span<RollupState> states)
    {
        if (_frame.Covering.IsEmpty) return;
        foreach (var indicator in Replacement.CoveredBy(unit))
        {
            foreach (var column in _columns.OfIndicator(indicator)) states[column].Measure = default;
        }
    }

    /// <summary>Smallest and greatest cannot be subtracted: where something was taken out they are found anew.</summary>
    private void FindExtremes(int top, int column, ref Measure measure)
    {
        var values = measure.Values;
        (measure.Values, measure.Minimum, measure.Maximum) = (0, 0, 0);
        var indicator = _columns[column].Indicator;
        foreach (var unit in _frame.Territory.Subtree(top))
        {
            if (!_frame.Owed(unit).Has(indicator)) continue;
            foreach (ref readonly var cell in _own(unit).Cells.Span)
            {
                if (cell.Column != column || cell.Answer != Answer.Value) continue;
                var point = Replacement.PointOf(unit, indicator);
                if (point >= 0 && _frame.Territory.Contains(top, point)) continue;
                measure.Widen(cell.Number, cell.Number);
                measure.Values++;
            }
        }

        measure.Values = values;
    }

    private bool OwnAnswer(int unit, int indicator)
    {
        foreach (ref readonly var cell in _own(unit).Cells.Span)
        {
            if (cell.Column == indicator && cell.Answer != Answer.None) return true;
        }

        return false;
    }
}
