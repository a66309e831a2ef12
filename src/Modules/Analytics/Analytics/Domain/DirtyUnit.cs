namespace LearningCity.Analytics.Domain;

/// <summary>A unit whose contribution to a period changed and is not yet in the roll-up.</summary>
internal sealed class DirtyUnit
{
    /// <summary>The period.</summary>
    public required Guid PeriodId { get; init; }

    /// <summary>The unit.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>New with every change: the folder removes the mark that it read, not one that came after.</summary>
    public required Guid Mark { get; set; }
}
