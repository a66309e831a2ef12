namespace LearningCity.Analytics.Domain.Rollups;

/// <summary>How values of an indicator are put together up the tree.</summary>
internal enum Summing
{
    /// <summary>They are not; only answers are counted.</summary>
    None,

    /// <summary>The sum.</summary>
    Sum,

    /// <summary>Sum of numerators over sum of denominators; never a mean of percentages.</summary>
    Ratio,

    /// <summary>How many said yes, out of those who answered.</summary>
    Yes,

    /// <summary>How many stand at each level.</summary>
    Levels,

    /// <summary>The sum over the number of values.</summary>
    Average,

    /// <summary>The smallest.</summary>
    Minimum,

    /// <summary>The greatest.</summary>
    Maximum,
}

/// <summary>What the roll-up needs to know of an indicator.</summary>
/// <param name="Id">Of the indicator.</param>
/// <param name="Summing">How its values are put together.</param>
/// <param name="Replaces">Whether a unit's own value stands in place of what the units that report to it gave, or adds to it.</param>
internal sealed record IndicatorRule(Guid Id, Summing Summing, bool Replaces)
{
    /// <summary>How one unit's own value is read: by the same rule, or by its own where values do not go up the tree.</summary>
    internal Summing Shown { get; init; } = Summing;

    /// <summary>
    /// Whether a unit's own value stands for everything below it along either tree: a reference series counts the same people at every level.
    /// </summary>
    internal bool Covers { get; init; }

    /// <summary>Whether a unit counts whole on every tree: there is no half of a unit that has a committee.</summary>
    internal bool IsWhole { get; init; }
}
