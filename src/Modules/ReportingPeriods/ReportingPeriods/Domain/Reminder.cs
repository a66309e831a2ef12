namespace LearningCity.ReportingPeriods.Domain;

/// <summary>What became of a reminder.</summary>
internal enum ReminderOutcome
{
    /// <summary>It went out.</summary>
    Sent,

    /// <summary>The unit had handed in.</summary>
    NotNeeded,

    /// <summary>It was left out, for a reason.</summary>
    Skipped,
}

/// <summary>Why a reminder was left out.</summary>
internal enum SkipReason
{
    /// <summary>Its moment was long past when somebody was there to send it.</summary>
    TooLate,

    /// <summary>The moment of the next one had come too: one reminder at a time is enough.</summary>
    Superseded,

    /// <summary>The period closed first.</summary>
    PeriodClosed,

    /// <summary>Jobs were off while the demonstration city was loaded after the fact.</summary>
    JobsOff,
}

/// <summary>
/// One line of the reminder log. Its key (obligation, rule, due date) is what makes a reminder happen once, whichever host or restart
/// sends it; an extension has a due date of its own and so reminders of its own.
/// </summary>
internal sealed class Reminder
{
    public required Guid ObligationId { get; init; }

    /// <summary>The rule: working days before (negative) or after the due date.</summary>
    public required int RuleDays { get; init; }

    public required DateOnly DueOn { get; init; }

    public required Guid PeriodId { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>The obligation's number, for the order of the list.</summary>
    public required int Number { get; init; }

    /// <summary>The day on which it was to go.</summary>
    public required DateOnly MomentOn { get; init; }

    public required ReminderOutcome Outcome { get; init; }

    public SkipReason? Reason { get; init; }

    /// <summary>The unit above, if it was told with this reminder.</summary>
    public Guid? EscalatedTo { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
