namespace LearningCity.ReportingPeriods.Domain;

/// <summary>
/// A reminder that somebody sent by hand. Its key (period, unit, day) is what keeps a unit from being reminded twice in a day, whoever
/// presses the button and on whichever host.
/// </summary>
internal sealed class ManualReminder
{
    public required Guid PeriodId { get; init; }

    /// <summary>The unit that was told.</summary>
    public required Guid UnitId { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>How many of its reports were not handed in.</summary>
    public required int Reports { get; init; }

    /// <summary>Who sent it.</summary>
    public required Guid By { get; init; }

    public required DateTimeOffset SentAt { get; init; }
}
