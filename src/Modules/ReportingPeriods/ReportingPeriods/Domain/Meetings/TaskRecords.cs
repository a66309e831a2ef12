namespace LearningCity.ReportingPeriods.Domain.Meetings;

/// <summary>What kind of note it is.</summary>
internal enum TaskNoteKind
{
    /// <summary>The task was given.</summary>
    Given,

    /// <summary>Its owner said how far it is.</summary>
    Progress,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>It was taken up again.</summary>
    Reopened,

    /// <summary>Somebody said something about it.</summary>
    Comment,

    /// <summary>What is to be done, by whom or by when was changed; the text says what it was.</summary>
    Changed,
}

/// <summary>One note in the life of a task; append-only.</summary>
internal sealed class TaskNote
{
    public required Guid TaskId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    public required TaskNoteKind Kind { get; init; }

    /// <summary>The unit for which it was written.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Who wrote it; empty for the system.</summary>
    public required Guid ById { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Text { get; init; }
}

/// <summary>That a task is tied to an indicator, as it was called then.</summary>
internal sealed class TaskIndicator
{
    public required Guid TaskId { get; init; }

    public required Guid IndicatorId { get; init; }

    public required string Code { get; init; }

    public required string NameVi { get; init; }

    public required string NameEn { get; init; }
}

/// <summary>That a task is tied to a difficulty or proposal.</summary>
internal sealed class TaskMatter
{
    public required Guid TaskId { get; init; }

    public required Guid MatterId { get; init; }
}

/// <summary>
/// One line of the log of reminders about tasks. Its key (task, rule, due date) is what makes a reminder happen once; a task whose due
/// date is changed has reminders of its new date.
/// </summary>
internal sealed class TaskReminder
{
    public required Guid TaskId { get; init; }

    /// <summary>The rule: working days before (negative) or after the due date.</summary>
    public required int RuleDays { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>The day on which it was to go.</summary>
    public required DateOnly MomentOn { get; init; }

    /// <summary>Who was to be reminded.</summary>
    public required Guid OwnerUnitId { get; init; }

    public required ReminderOutcome Outcome { get; init; }

    public SkipReason? Reason { get; init; }

    /// <summary>The unit that gave the task, if it was told with this reminder.</summary>
    public Guid? EscalatedTo { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
