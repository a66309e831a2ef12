namespace LearningCity.Analytics.Domain.Rollups;

/// <summary>An own value that takes the place of another unit's: at this unit of the territory and above, the latter no longer counts.</summary>
/// <param name="Unit">Whose figures are replaced.</param>
/// <param name="Indicator">For which indicator.</param>
internal readonly record struct Replaced(int Unit, int Indicator);

/// <summary>
/// The rule of own values (semantics, "What counts once"): an approved own value, "not applicable" included, replaces what the units
/// that <em>report to</em> its unit gave, never one that only <em>lies in</em> it. "Not available" replaces nothing: it says nothing.
/// </summary>
internal sealed class Replacement(RollupFrame frame, ColumnTable columns, Func<int, Contribution> own)
{
    private readonly Dictionary<int, IndicatorSet> _answers = [];

    /// <summary>The indicators for which a unit's own approved answer replaces what is below.</summary>
    internal IndicatorSet AnswersOf(int unit)
    {
        if (frame.Responsibility.IsLeaf(unit)) return default;
        if (_answers.TryGetValue(unit, out var known)) return known;
        var answered = new List<int>();
        foreach (ref readonly var cell in own(unit).Cells.Span)
        {
            var (indicator, disaggregation) = columns[cell.Column];
            if (disaggregation.Length == 0 && cell.Answer is Answer.Value or Answer.NotApplicable
                && frame.Replacing.Has(indicator) && frame.Owed(unit).Has(indicator))
                answered.Add(indicator);
        }

        return _answers[unit] = IndicatorSet.Of(answered);
    }

    /// <summary>The indicators of which a unit's own answer stands for everything below it, in whatever tree (<see cref="IndicatorRule.Covers"/>).</summary>
    internal IndicatorSet CoveredBy(int unit)
    {
        if (!frame.Owed(unit).Overlaps(frame.Covering)) return default;
        var covered = new List<int>();
        foreach (ref readonly var cell in own(unit).Cells.Span)
        {
            var (indicator, disaggregation) = columns[cell.Column];
            if (disaggregation.Length == 0 && cell.Answer == Answer.Value && frame.Covering.Has(indicator)) covered.Add(indicator);
        }

        return IndicatorSet.Of(covered);
    }

    /// <summary>
    /// Where in the territory a unit's figures stop counting: the lowest unit that holds both it and one whose own value replaces it;
    /// -1 if they count all the way up.
    /// </summary>
    internal int PointOf(int unit, int indicator)
    {
        var lowest = -1;
        for (var above = frame.Responsibility.Parent(unit); above >= 0; above = frame.Responsibility.Parent(above))
        {
            if (!AnswersOf(above).Has(indicator)) continue;
            var meet = frame.Territory.Meet(unit, above);
            if (meet >= 0 && (lowest < 0 || frame.Territory.Rank(meet) > frame.Territory.Rank(lowest))) lowest = meet;
        }

        return lowest;
    }

    /// <summary>Everything that is replaced at a unit of the territory.</summary>
    internal IEnumerable<Replaced> At(int meet)
    {
        var seen = new HashSet<Replaced>();
        foreach (var (replacer, units) in frame.MeetingAt(meet))
        {
            var answers = AnswersOf(replacer);
            if (answers.IsEmpty) continue;
            foreach (var unit in units)
            {
                foreach (var indicator in answers.Intersect(frame.Owed(unit)))
                {
                    if (PointOf(unit, indicator) == meet && seen.Add(new(unit, indicator))) yield return new(unit, indicator);
                }
            }
        }
    }
}
