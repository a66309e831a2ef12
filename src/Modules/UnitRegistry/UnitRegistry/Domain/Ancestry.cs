using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>Works out, from placements, every unit that others ever were under: the closure that scope and subtrees are read from.</summary>
/// <param name="placesOf">The current placements of a unit; empty for one that has none.</param>
/// <param name="lifeOf">When a unit exists.</param>
/// <param name="heirOf">Who answers for a unit that has ended: it is under that one, along <c>reports to</c>, from then on.</param>
internal sealed class Ancestry(Func<Guid, IEnumerable<Placement>> placesOf, Func<Guid, Validity> lifeOf, Func<Guid, HandOver?>? heirOf = null)
{
    /// <summary>No tree of units is deeper; what is, is a cycle.</summary>
    private const int Deepest = 32;

    /// <summary>All pairs of a unit and one above it, itself at depth 0; null if the unit is above itself on some day.</summary>
    internal IReadOnlyList<ClosureRow>? Of(Guid unitId)
    {
        var rows = new List<ClosureRow>();
        if (lifeOf(unitId).IsEmpty) return rows;
        foreach (var relation in Enum.GetValues<UnitRelation>())
        {
            var pairs = new Dictionary<(Guid AncestorId, int Depth), List<Validity>>();
            if (!Climb(unitId, relation, lifeOf(unitId), 0, pairs)) return null;
            if (relation == UnitRelation.ReportsTo && !ClimbHeirs(unitId, pairs)) return null;
            rows.AddRange(
                from pair in pairs
                from days in Join(pair.Value)
                select new ClosureRow(unitId, pair.Key.AncestorId, relation, pair.Key.Depth, days.From, days.To));
        }

        return rows;
    }

    /// <summary>From its end on the unit is under the one that took over; should that one end too, under whoever took over from it.</summary>
    private bool ClimbHeirs(Guid unitId, Dictionary<(Guid, int), List<Validity>> pairs)
    {
        var seen = new HashSet<Guid> { unitId };
        for (var handOver = heirOf?.Invoke(unitId); handOver is not null && seen.Add(handOver.ToUnitId); handOver = heirOf?.Invoke(handOver.ToUnitId))
        {
            var days = new Validity(handOver.From, null).Intersect(lifeOf(handOver.ToUnitId));
            if (!days.IsEmpty && !Climb(handOver.ToUnitId, UnitRelation.ReportsTo, days, 1, pairs)) return false;
        }

        return true;
    }

    private bool Climb(Guid unitId, UnitRelation relation, Validity days, int depth, Dictionary<(Guid, int), List<Validity>> pairs)
    {
        if (depth > Deepest) return false;
        if (!pairs.TryGetValue((unitId, depth), out var known)) pairs[(unitId, depth)] = known = [];
        known.Add(days);
        foreach (var place in placesOf(unitId))
        {
            if (!place.IsCurrent || place.Relation != relation) continue;
            var within = place.Validity.Intersect(days);
            if (!within.IsEmpty && !Climb(place.ParentId, relation, within, depth + 1, pairs)) return false;
        }

        return true;
    }

    /// <summary>Times that follow on each other become one.</summary>
    private static IEnumerable<Validity> Join(List<Validity> times)
    {
        times.Sort((first, second) => first.From.CompareTo(second.From));
        var current = times[0];
        foreach (var next in times.Skip(1))
        {
            if (current.To is { } last && next.From > last.AddDays(1))
            {
                yield return current;
                current = next;
            }
            else
            {
                current = current with { To = current.To is null || next.To is null ? null : next.To > current.To ? next.To : current.To };
            }
        }

        yield return current;
    }
}

/// <summary>A unit and one above it (or itself, at depth 0), along a relation, for a time. Worked out, never entered.</summary>
internal sealed record ClosureRow(
    Guid UnitId, Guid AncestorId, UnitRelation Relation, int Depth, DateOnly ValidFrom, DateOnly? ValidTo);
