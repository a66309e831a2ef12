using LearningCity.ReportingPeriods.Contracts;

namespace LearningCity.ReportingPeriods.Domain;

/// <summary>A unit of the tree of the reference date, as opening needs it.</summary>
internal sealed record PlannedUnit(Guid Id, string Type, Guid? ReportsToId, string SortKey, string Code);

/// <summary>The version of a criteria set in force on the reference date, as opening needs it.</summary>
internal sealed record SetInForce(string SetCode, Guid VersionId, IReadOnlyList<OwedIndicator> Indicators);

/// <summary>An indicator and the types of units that report it.</summary>
internal sealed record OwedIndicator(Guid Id, string Code, IReadOnlyList<string> ReporterTypes);

/// <summary>What one unit will owe.</summary>
internal sealed record PlannedObligation(
    Guid UnitId, string UnitType, string SetCode, Guid VersionId, IReadOnlyList<Guid> IndicatorIds, Guid ReviewerUnitId);

/// <summary>Works out what every unit owes. A pure function of tree, catalogue and assignments: opening twice gives the same.</summary>
internal static class ObligationPlanner
{
    /// <summary>The obligations, ordered by tier, then by name as Vietnamese sorts it.</summary>
    /// <param name="units">The tree of the reference date, parents before children.</param>
    /// <param name="assignments">Those that hold on the reference date, the earlier first: it decides who reviews.</param>
    /// <param name="sets">The versions in force, by code of the set.</param>
    /// <param name="groups">Members of groups on the reference date; left out where no assignment names a group.</param>
    internal static IReadOnlyList<PlannedObligation> Plan(
        IReadOnlyList<PlannedUnit> units, IReadOnlyList<Assignment> assignments, IReadOnlyDictionary<string, SetInForce> sets,
        IReadOnlyDictionary<Guid, IReadOnlyList<Guid>>? groups = null)
    {
        var ordered = units.OrderBy(unit => Tiers.Of(unit.Type)).ThenBy(unit => unit.SortKey, StringComparer.Ordinal)
            .ThenBy(unit => unit.Code, StringComparer.Ordinal).ToList();
        var owed = new Dictionary<(Guid Unit, string Set), PlannedObligation>();
        foreach (var assignment in assignments)
        {
            var set = sets[assignment.SetCode];
            var below = assignment.RootUnitId is { } root ? Below(units, root) : null;
            var members = assignment.GroupIds.Count == 0 ? null
                : assignment.GroupIds.SelectMany(group => groups?.GetValueOrDefault(group) ?? []).ToHashSet();
            var types = assignment.UnitTypes.ToHashSet(StringComparer.Ordinal);
            var cellsByType = ordered.Select(unit => unit.Type).Distinct(StringComparer.Ordinal)
                .ToDictionary(type => type, type => Cells(set, assignment, type), StringComparer.Ordinal);
            var (included, excluded) = (assignment.IncludedUnitIds.ToHashSet(), assignment.ExcludedUnitIds.ToHashSet());
            foreach (var unit in ordered)
            {
                var meant = (types.Contains(unit.Type) || (types.Count == 0 && members is not null))
                    && (below is null || below.Contains(unit.Id)) && (members is null || members.Contains(unit.Id));
                if (excluded.Contains(unit.Id) || !(meant || included.Contains(unit.Id))) continue;
                if (cellsByType[unit.Type] is not { Count: > 0 } cells) continue;
                if ((assignment.ReviewerUnitId ?? unit.ReportsToId) is not { } reviewer) continue;
                var key = (unit.Id, set.SetCode);
                owed[key] = owed.TryGetValue(key, out var earlier)
                    ? earlier with { IndicatorIds = Both(set, earlier.IndicatorIds, cells) }
                    : new PlannedObligation(unit.Id, unit.Type, set.SetCode, set.VersionId, cells, reviewer);
            }
        }

        return [.. ordered.SelectMany(unit => sets.Keys.Order(StringComparer.Ordinal)
            .Select(set => owed.GetValueOrDefault((unit.Id, set)))).OfType<PlannedObligation>()];
    }

    private static List<Guid> Cells(SetInForce set, Assignment assignment, string unitType) =>
        [.. set.Indicators
            .Where(indicator => indicator.ReporterTypes.Contains(unitType)
                && (assignment.IndicatorCodes.Count == 0 || assignment.IndicatorCodes.Contains(indicator.Code)))
            .Select(indicator => indicator.Id)];

    private static List<Guid> Both(SetInForce set, IReadOnlyList<Guid> some, IReadOnlyList<Guid> others) =>
        [.. set.Indicators.Select(indicator => indicator.Id).Where(id => some.Contains(id) || others.Contains(id))];

    /// <summary>The unit and everything that reports to it, found in one pass because parents come before children.</summary>
    private static HashSet<Guid> Below(IReadOnlyList<PlannedUnit> units, Guid root)
    {
        var below = new HashSet<Guid> { root };
        foreach (var unit in units)
        {
            if (unit.ReportsToId is { } parent && below.Contains(parent)) below.Add(unit.Id);
        }

        return below;
    }
}
