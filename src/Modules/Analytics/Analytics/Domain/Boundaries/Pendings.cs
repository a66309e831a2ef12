using LearningCity.Analytics.Domain.Rollups;

namespace LearningCity.Analytics.Domain.Boundaries;

/// <summary>
/// The indicators for which a unit's own value is awaited while those that report to it count (semantics, "What counts once"), found for
/// all units at once. It follows from the tree of responsibility of the period alone, whatever tree figures are read on.
/// </summary>
internal static class Pendings
{
    internal static IndicatorSet[] Find(RollupFrame frame, ColumnTable columns, Func<int, Contribution> own, Replacement replacement)
    {
        var forest = frame.Responsibility;
        var answered = new IndicatorSet[forest.Count];
        var pending = new IndicatorSet[forest.Count];
        for (var i = forest.Count - 1; i >= 0; i--)
        {
            var unit = forest.Order[i];
            if (!forest.IsLeaf(unit))
            {
                var below = default(IndicatorSet);
                foreach (var child in forest.Children(unit)) below = below.Union(answered[child]);
                var answers = replacement.AnswersOf(unit);
                var awaited = new List<int>();
                foreach (var indicator in frame.Owed(unit).Intersect(frame.Replacing).Intersect(below))
                {
                    if (!answers.Has(indicator)) awaited.Add(indicator);
                }

                pending[unit] = IndicatorSet.Of(awaited);
                answered[unit] = below;
            }

            answered[unit] = answered[unit].Union(AnsweredBy(frame, columns, own(unit), unit));
        }

        return pending;
    }

    private static IndicatorSet AnsweredBy(RollupFrame frame, ColumnTable columns, Contribution own, int unit)
    {
        var answered = new List<int>();
        foreach (ref readonly var cell in own.Cells.Span)
        {
            var (indicator, disaggregation) = columns[cell.Column];
            if (disaggregation.Length == 0 && cell.Answer != Answer.None && frame.Owed(unit).Has(indicator)) answered.Add(indicator);
        }

        return IndicatorSet.Of(answered);
    }
}
