namespace LearningCity.ReportingPeriods.Domain;

/// <summary>A link by which indicators of other sets answer one whole.</summary>
/// <param name="TargetId">What is answered.</param>
/// <param name="SourceIds">What is reported.</param>
internal sealed record WholeLink(Guid TargetId, IReadOnlyList<Guid> SourceIds);

/// <summary>A cell that a link covers is prefilled and not owed, where the unit owes what the link starts from in the same period.</summary>
internal static class LinkedCells
{
    /// <summary>
    /// The obligations without what links answer; one of which nothing is left is none. Links do not chain: what answers another cell stays
    /// owed itself, so that of two cells that would answer each other the first in order is left out and the other reported.
    /// </summary>
    internal static IReadOnlyList<PlannedObligation> LeaveOut(IReadOnlyList<PlannedObligation> planned, IReadOnlyList<WholeLink> links)
    {
        if (links.Count == 0) return planned;
        var byTarget = links.ToLookup(link => link.TargetId);
        var answered = planned.GroupBy(obligation => obligation.UnitId)
            .ToDictionary(unit => unit.Key, unit => Answered([.. unit.SelectMany(obligation => obligation.IndicatorIds)], byTarget));
        return
        [
            .. planned
                .Select(obligation => obligation with { IndicatorIds = [.. obligation.IndicatorIds.Where(id => !answered[obligation.UnitId].Contains(id))] })
                .Where(obligation => obligation.IndicatorIds.Count > 0),
        ];
    }

    /// <summary>Cells of a unit that others which it reports answer.</summary>
    private static HashSet<Guid> Answered(IReadOnlyList<Guid> cells, ILookup<Guid, WholeLink> byTarget)
    {
        var (owed, answering, answered) = (cells.ToHashSet(), new HashSet<Guid>(), new HashSet<Guid>());
        foreach (var cell in cells)
        {
            if (answering.Contains(cell) || byTarget[cell].FirstOrDefault(link => link.SourceIds.All(owed.Contains)) is not { } link) continue;
            answering.UnionWith(link.SourceIds);
            owed.Remove(cell);
            answered.Add(cell);
        }

        return answered;
    }
}
