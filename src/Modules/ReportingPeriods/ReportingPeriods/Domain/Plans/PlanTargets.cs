using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.ReportingPeriods.Domain.Plans;

/// <summary>A unit's own targets against those assigned to it (product, step 10: never lower than the assigned ones).</summary>
internal static class PlanTargets
{
    /// <summary>Whether a unit's own target asks less than the assigned one: lower where more is better, higher where less is.</summary>
    internal static bool FallsShort(Direction direction, decimal own, decimal assigned) => direction switch
    {
        Direction.Higher => own < assigned,
        Direction.Lower => own > assigned,
        _ => false,
    };
}
