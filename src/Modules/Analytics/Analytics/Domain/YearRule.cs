using LearningCity.Analytics.Domain.Rollups;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.Analytics.Domain;

/// <summary>How the periods of a year make the figure of the year, by the indicator's own rule.</summary>
internal static class YearRule
{
    /// <summary>
    /// The state of the year: of a flow the sum of its periods, of a stock the last one; null where periods stand side by side. A flow that
    /// is entered as year to date holds the earlier periods in the last one.
    /// </summary>
    /// <param name="accumulation">The indicator's rule.</param>
    /// <param name="entry">How a flow is entered.</param>
    /// <param name="periods">States of the periods, oldest first; null where a period does not have the indicator.</param>
    internal static RollupState? Combine(IndicatorAccumulation accumulation, EntryMode entry, IReadOnlyList<RollupState?> periods)
    {
        switch (accumulation)
        {
            case IndicatorAccumulation.Flow when entry == EntryMode.Increment:
                var sum = default(RollupState);
                foreach (var period in periods)
                {
                    if (period is { } state) sum.Add(state);
                }

                return sum;
            case IndicatorAccumulation.Flow or IndicatorAccumulation.Stock:
                return periods[^1];
            default:
                return null;
        }
    }
}
