using LearningCity.Analytics.Domain.Rollups;

namespace LearningCity.Analytics.Domain.Boundaries;

/// <summary>The tree of a date that a reader chose, and where each unit of a period stands on it.</summary>
internal sealed class ChosenBoundaries
{
    private readonly Placing[] _placings;

    /// <summary>Follows every unit of the period to the chosen tree.</summary>
    /// <param name="period">The territory of the period.</param>
    /// <param name="tree">The territory of the chosen date.</param>
    /// <param name="lineage">Where a unit of the period went; empty for one without lineage of its own.</param>
    /// <param name="forward">Whether the chosen date is later than the period's.</param>
    internal ChosenBoundaries(Forest period, Forest tree, Func<int, IReadOnlyList<PlacedPart>> lineage, bool forward)
    {
        Tree = tree;
        _placings = new Placing[period.Count];
        foreach (var unit in period.Order)
        {
            var parts = lineage(unit);

            // A unit without lineage of its own (a school) follows the one that it lies in (semantics, "Dates and trees").
            _placings[unit] = parts.Count > 0 ? Placing.Of(tree, parts, forward)
                : period.Parent(unit) is var parent and >= 0 ? _placings[parent].Within()
                : Placing.Nowhere;
        }
    }

    internal Forest Tree { get; }

    /// <summary>Where a unit of the period stands.</summary>
    internal Placing Of(int unit) => _placings[unit];
}
