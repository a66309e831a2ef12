using LearningCity.BuildingBlocks.Time;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>What is proposed for a new version.</summary>
internal static class Proposal
{
    /// <summary>The first day of the next year that no version of the set begins in or after: sets change with the year.</summary>
    internal static DateOnly FirstDay(DateOnly newestValidFrom, TimeProvider clock)
    {
        var today = CityTime.Today(clock);
        var year = Math.Min(DateOnly.MaxValue.Year - 1, Math.Max(today.Year, newestValidFrom.Year));
        return new DateOnly(year + 1, 1, 1);
    }
}
