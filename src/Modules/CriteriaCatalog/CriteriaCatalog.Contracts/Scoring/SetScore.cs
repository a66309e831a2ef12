namespace LearningCity.CriteriaCatalog.Contracts.Scoring;

/// <summary>What a set says of a unit. Which fields are filled depends on the mode; no mode makes up a total that its rules do not know.</summary>
/// <param name="Mode">How it was judged.</param>
/// <param name="Criteria">Every indicator, in order of the set.</param>
public sealed record SetScore(ScoringMode Mode, IReadOnlyList<CriterionScore> Criteria)
{
    /// <summary>The grade or level reached; null where none is, or where the mode knows none.</summary>
    public ScoringGrade? Grade { get; init; }

    /// <summary>Points together, out of <see cref="MaximumPoints"/>.</summary>
    public decimal? Points { get; init; }

    /// <summary>What could be had, without what does not apply.</summary>
    public decimal? MaximumPoints { get; init; }

    /// <summary>The targets that keep the unit from the next level, with the level that asks for them.</summary>
    public IReadOnlyList<UnmetTarget> Unmet { get; init; } = [];

    /// <summary>Whether every value that the judgement needs is there.</summary>
    public bool IsComplete => Criteria.All(criterion => criterion.State != ScoredState.NotReported);

    /// <summary>How many criteria have each rating, by code of the grade.</summary>
    public IReadOnlyDictionary<string, int> Ratings => Criteria
        .Where(criterion => criterion.Rating is not null)
        .CountBy(criterion => criterion.Rating!.Code, StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);
}

/// <summary>What a set says of one indicator.</summary>
/// <param name="IndicatorCode">The indicator.</param>
/// <param name="State">Whether there is a value.</param>
/// <param name="Value">The value, in the unit of the target.</param>
public sealed record CriterionScore(string IndicatorCode, ScoredState State, decimal? Value)
{
    /// <summary>The plain target; null where none holds.</summary>
    public decimal? Target { get; init; }

    /// <summary>Whether the plain target is met; null where there is none, or nothing to compare.</summary>
    public bool? IsMet { get; init; }

    /// <summary>Points earned; null where the set gives none for it.</summary>
    public decimal? Points { get; init; }

    /// <summary>Points that could be had.</summary>
    public decimal? MaximumPoints { get; init; }

    /// <summary>The rating of the criterion.</summary>
    public ScoringGrade? Rating { get; init; }
}

/// <summary>A target that is not met.</summary>
/// <param name="Level">The level that asks for it.</param>
/// <param name="IndicatorCode">The indicator.</param>
/// <param name="Target">What is asked for.</param>
/// <param name="Value">What there is; null where there is nothing.</param>
public sealed record UnmetTarget(ScoringGrade Level, string IndicatorCode, decimal Target, decimal? Value);
