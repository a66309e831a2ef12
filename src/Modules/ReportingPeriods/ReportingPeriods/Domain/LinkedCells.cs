namespace LearningCity.ReportingPeriods.Domain;

/// <summary>A link by which indicators of other sets answer one whole.</summary>
/// <param name="TargetId">What is answered.</param>
/// <param name="SourceIds">What is reported.</param>
internal sealed record WholeLink(Guid TargetId, IReadOnlyList<Guid> SourceIds);

/// <summary>A cell that a link covers is prefilled and not owed, where the unit owes what the link starts from in the same period.</summary>
internal static class LinkedCells
{
    /// <summary>The obligations without what links answer; one of which nothing is left is none.</summary>
    internal static IReadOnlyList<PlannedObligation> LeaveOut(IReadOnlyList<PlannedObligation> planned, IReadOnlyList<WholeLink> links)
    {
        if (links.Count == 0) return planned;
        var owed = planned.GroupBy(obligation => obligation.UnitId)
            .ToDictionary(unit => unit.Key, unit => unit.SelectMany(obligation => obligation.IndicatorIds).ToHashSet());
        var byTarget = links.ToLookup(link => link.TargetId);
        return
        [
            .. planned
                .Select(obligation => obligation with
                {
                    IndicatorIds = [.. obligation.IndicatorIds.Where(id => !byTarget[id].Any(link => link.SourceIds.All(owed[obligation.UnitId].Contains)))],
                })
                .Where(obligation => obligation.IndicatorIds.Count > 0),
        ];
    }
}
