using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.CriteriaCatalog.Domain.Crosswalks;

/// <summary>Days from a first to a last one, both included; without a last one while no end is known, empty where the last is before the first.</summary>
internal readonly record struct DaySpan(DateOnly From, DateOnly? To)
{
    /// <summary>Whether a day is among them.</summary>
    internal bool Contains(DateOnly day) => From <= day && !(To < day);

    /// <summary>Whether both have a day in common.</summary>
    internal bool Overlaps(DaySpan other) =>
        !(To < From) && !(other.To < other.From) && !(To < other.From) && !(other.To < From);
}

/// <summary>A link as the rules over all links see it.</summary>
internal sealed record LinkShape(Guid Id, Guid TargetId, IReadOnlyList<Guid> SourceIds, CrosswalkKind Kind, DaySpan Days);

/// <summary>
/// What approved links keep among themselves on every date (semantics, "Crosswalk"): a target has one equal or formula link, or part
/// links, not both; the same part is not counted twice; and links do not chain, so no target is a source at the same time.
/// </summary>
internal static class CrosswalkRules
{
    /// <summary>What keeps a link from being approved beside those that are.</summary>
    /// <param name="link">The link.</param>
    /// <param name="approved">Approved links, at least all that share an indicator with it.</param>
    internal static IReadOnlyList<Failure> Problems(LinkShape link, IEnumerable<LinkShape> approved)
    {
        var problems = new List<Failure>();
        foreach (var other in approved.Where(other => other.Id != link.Id && other.Days.Overlaps(link.Days)))
        {
            if (other.TargetId == link.TargetId)
            {
                if (link.Kind != CrosswalkKind.Part || other.Kind != CrosswalkKind.Part) problems.Add(CrosswalkFailures.TargetIsLinked);
                else if (other.SourceIds.Intersect(link.SourceIds).Any()) problems.Add(CrosswalkFailures.PartIsCounted);
            }

            if (link.SourceIds.Contains(other.TargetId)) problems.Add(CrosswalkFailures.SourceIsTarget);
            if (other.SourceIds.Contains(link.TargetId)) problems.Add(CrosswalkFailures.TargetIsSource);
        }

        return [.. problems.DistinctBy(problem => problem.Code)];
    }
}
