namespace LearningCity.ReportingPeriods.Domain;

/// <summary>An indicator that others answer, by an approved link between their sets.</summary>
/// <param name="Target">The indicator that is answered.</param>
/// <param name="Sources">Those that answer it, all of them needed.</param>
internal sealed record AnsweredCell(Guid Target, IReadOnlyList<Guid> Sources);

/// <summary>Takes out of what units owe what they report elsewhere already: a cell that a link covers is prefilled and not owed.</summary>
internal static class LinkedCells
{
    /// <summary>
    /// What is left of the obligations. A unit keeps owing what its own sources do not answer, and links do not chain: what is answered
    /// answers nothing else.
    /// </summary>
    internal static IReadOnlyList<PlannedObligation> TakeOut(IReadOnlyList<PlannedObligation> planned, IReadOnlyList<AnsweredCell> links)
    {
        if (links.Count == 0) return planned;
        var answered = planned.GroupBy(owed => owed.UnitId).ToDictionary(unit => unit.Key, unit => Answered([.. unit.SelectMany(owed => owed.IndicatorIds)], links));
        return
        [
            .. planned.Select(owed => owed with { IndicatorIds = [.. owed.IndicatorIds.Where(id => !answered[owed.UnitId].Contains(id))] })
                .Where(owed => owed.IndicatorIds.Count > 0),
        ];
    }

    private static HashSet<Guid> Answered(HashSet<Guid> owed, IReadOnlyList<AnsweredCell> links)
    {
        var (answered, answering) = (new HashSet<Guid>(), new HashSet<Guid>());
        foreach (var link in links)
        {
            if (!owed.Contains(link.Target) || answering.Contains(link.Target)) continue;
            if (!link.Sources.All(source => owed.Contains(source) && !answered.Contains(source))) continue;
            answered.Add(link.Target);
            answering.UnionWith(link.Sources);
        }

        return answered;
    }
}
