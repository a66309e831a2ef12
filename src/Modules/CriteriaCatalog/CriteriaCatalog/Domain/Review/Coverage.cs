using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.CriteriaCatalog.Domain.Review;

/// <summary>A criterion that no figure answers.</summary>
/// <param name="Node">The criterion.</param>
/// <param name="Indicators">Its indicators, none of which anybody is asked for; empty where it has none.</param>
internal sealed record UncoveredCriterion(CriteriaNode Node, IReadOnlyList<Indicator> Indicators);

/// <summary>Which units are asked for which indicators of a version on a date, and which criteria that leaves without a figure.</summary>
internal sealed class Coverage(CriteriaSetVersion version, IEnumerable<SetAssignment> assignments)
{
    private readonly List<SetAssignment> _assignments = [.. assignments.Where(assignment => assignment.SetCode == version.SetCode)];

    /// <summary>Types of units that are asked for an indicator.</summary>
    internal IReadOnlyList<string> AskedOf(Indicator indicator) => [.. _assignments
        .Where(assignment => assignment.IndicatorCodes.Count == 0 || assignment.IndicatorCodes.Contains(indicator.Code, StringComparer.Ordinal))
        .SelectMany(assignment => assignment.UnitTypes)
        .Intersect(indicator.ReporterTypes, StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)];

    /// <summary>The lowest nodes of the tree, each with its indicators.</summary>
    internal IEnumerable<(CriteriaNode Node, IReadOnlyList<Indicator> Indicators)> Criteria()
    {
        var parents = version.Nodes.Select(node => node.ParentCode).ToHashSet(StringComparer.Ordinal);
        var indicators = version.Indicators.ToLookup(indicator => indicator.NodeCode, StringComparer.Ordinal);
        return version.Nodes.Where(node => !parents.Contains(node.Code)).Select(node => (node, (IReadOnlyList<Indicator>)[.. indicators[node.Code]]));
    }

    /// <summary>Criteria none of whose indicators is owed by anybody, worked out or counted by the system, given by reference series, or answered by a link.</summary>
    /// <param name="linked">Indicators that a link in force answers.</param>
    internal IReadOnlyList<UncoveredCriterion> Uncovered(IReadOnlySet<Guid> linked) => [.. Criteria()
        .Where(criterion => !criterion.Indicators.Any(indicator =>
            indicator.IsComputed || indicator.IsGivenBySeries || linked.Contains(indicator.Id) || AskedOf(indicator).Count > 0))
        .Select(criterion => new UncoveredCriterion(criterion.Node, criterion.Indicators))];
}
