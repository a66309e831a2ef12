using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.CriteriaCatalog.Contracts.Scoring;

/// <summary>How a set judges a unit.</summary>
public enum ScoringMode
{
    /// <summary>It does not: figures are followed against their targets.</summary>
    Tracking,

    /// <summary>Points are added up, and the sum makes a grade.</summary>
    Points,

    /// <summary>A level is reached when every target of that level is met (Circulars 24/2023 and 25/2023/TT-BGDĐT).</summary>
    AllTargetsMet,

    /// <summary>Every criterion is rated, and nothing is added up (the city's happy-school criteria, October 2023).</summary>
    RatingPerCriterion,
}

/// <summary>How a set judges, and into which grades.</summary>
/// <param name="Mode">How.</param>
/// <param name="Grades">
/// From worst to best: the grades that a sum of points makes, the levels whose targets are to be met, or the ratings of a criterion.
/// </param>
public sealed record SetScoring(ScoringMode Mode, IReadOnlyList<ScoringGrade> Grades)
{
    /// <summary>What a set does that says nothing: it follows figures against their targets.</summary>
    public static SetScoring TrackingOnly { get; } = new(ScoringMode.Tracking, []);
}

/// <summary>A grade.</summary>
/// <param name="Code">As it is stored and sent.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="AtLeast">Of a sum of points: from how many on.</param>
public sealed record ScoringGrade(string Code, LocalText Name, decimal? AtLeast);

/// <summary>Points for a value.</summary>
/// <param name="From">The value that earns them, itself included: or better, in the indicator's direction. In the unit of its target.</param>
/// <param name="Points">How many.</param>
public sealed record PointStep(decimal From, decimal Points);
