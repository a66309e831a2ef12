using LearningCity.Analytics.Domain.Rollups;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.Analytics.Domain;

/// <summary>How the periods of a year make the figure of the year, by the indicator's own rule.</summary>
internal static class YearRule
{
    /// <summary>
    /// The state of the year: of a flow the sum of its periods, of a stock the last one; null where periods stand side by side.
    /// </summary>
    /// <param name="accumulation">The indicator's rule.</param>
    /// <param name="periods">States of the periods, oldest first; null where a period does not have the indicator.</param>
    internal static RollupState? Combine(IndicatorAccumulation accumulation, IReadOnlyList<RollupState?> periods)
    {
        switch (accumulation)
        {
            case IndicatorAccumulation.Flow:
                var sum = default(RollupState);
                foreach (var period in periods)
                {
                    if (period is { } state) sum.Add(state);
                }

                return sum;
            case IndicatorAccumulation.Stock:
                return periods[^1];
            default:
                return null;
        }
    }
}
