namespace LearningCity.Submissions.Domain.Difficulties;

/// <summary>What kind of step it was.</summary>
internal enum DifficultyStepKind
{
    /// <summary>It was raised.</summary>
    Raised,

    /// <summary>It was answered where it was.</summary>
    Answered,

    /// <summary>It was passed on, upwards.</summary>
    Forwarded,

    /// <summary>It was grouped into a theme.</summary>
    Grouped,

    /// <summary>It was put to a meeting.</summary>
    PutToMeeting,

    /// <summary>A task was given because of it.</summary>
    TaskGiven,

    /// <summary>That task was done.</summary>
    TaskDone,

    /// <summary>That task was taken up again.</summary>
    TaskReopened,

    /// <summary>It was settled.</summary>
    Settled,

    /// <summary>Who raised it says that it is not settled.</summary>
    Reopened,
}

/// <summary>One step in the life of a difficulty or proposal; append-only.</summary>
internal sealed class DifficultyStep
{
    public required Guid DifficultyId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    public required DifficultyStepKind Kind { get; init; }

    /// <summary>The unit for which it was done; of a task, its owner.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Who did it; empty for the system.</summary>
    public required Guid ById { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>In the words of whoever did it.</summary>
    public required string Text { get; init; }

    /// <summary>The unit that holds it from then on; null where that stays.</summary>
    public Guid? ToUnitId { get; init; }

    /// <summary>The theme, meeting or task.</summary>
    public Guid? RefersToId { get; init; }
}
