namespace LearningCity.CriteriaCatalog.Contracts;

/// <summary>Where an indicator's figures come from.</summary>
public enum IndicatorDataSource
{
    /// <summary>Records that units keep.</summary>
    OfficialData,

    /// <summary>A survey: it has a date, a method and a sample, belongs to the unit surveyed and never rolls up.</summary>
    Survey,

    /// <summary>A panel's judgement by a rubric; it belongs to one unit and never rolls up.</summary>
    ExpertReview,
}

/// <summary>What an indicator counts, which decides whether figures of two tiers may be added.</summary>
public enum IndicatorCounting
{
    /// <summary>Things: events, items, money.</summary>
    Things,

    /// <summary>Persons; reported at two tiers they are never added.</summary>
    Persons,

    /// <summary>Participations: one person may count several times, so they add up.</summary>
    Participations,
}

/// <summary>How an indicator adds up over time.</summary>
public enum IndicatorAccumulation
{
    /// <summary>A flow: the year is the sum of its halves.</summary>
    Flow,

    /// <summary>A stock: the year is its last figure.</summary>
    Stock,

    /// <summary>Neither: periods stand side by side.</summary>
    Neither,
}
