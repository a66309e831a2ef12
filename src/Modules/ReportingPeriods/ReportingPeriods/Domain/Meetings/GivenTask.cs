using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;
using LearningCity.ReportingPeriods.Contracts;

namespace LearningCity.ReportingPeriods.Domain.Meetings;

/// <summary>
/// Something that a unit is to do by a day: a conclusion of a meeting, or a task of a unit's plan. Each step of its life is kept
/// (<see cref="TaskNote"/>). Whether it is overdue follows from its due date.
/// </summary>
internal sealed class GivenTask : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>Who gave it: the unit whose committee met, or whose plan it is.</summary>
    public required Guid ForUnitId { get; init; }

    /// <summary>Code of that unit then.</summary>
    public required string ForUnitCode { get; init; }

    /// <summary>1, 2, 3 for the unit that gave it.</summary>
    public required int Number { get; init; }

    /// <summary>The meeting that decided it; null for a task of a plan.</summary>
    public Guid? MeetingId { get; init; }

    /// <summary>The plan; null for a conclusion.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>Day of the meeting, or of the plan.</summary>
    public required DateOnly DecidedOn { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public string Text { get; private set; } = "";

    public Guid OwnerUnitId { get; private set; }

    public DateOnly DueOn { get; private set; }

    public string? DocumentNumber { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    public TaskState State { get; private set; }

    /// <summary>What was said last about its progress.</summary>
    public string? LastNote { get; private set; }

    public DateTimeOffset? LastNoteAt { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>How many notes it has so far.</summary>
    public int Notes { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>For people: the giving unit's code and the number.</summary>
    internal string Code => $"NV-{ForUnitCode}-{Number}";

    internal bool IsOverdue(DateOnly today) => State != TaskState.Done && DueOn < today;

    /// <summary>Gives it: the first note.</summary>
    internal TaskNote Give(TaskContent content, Guid by)
    {
        Write(content);
        return Note(TaskNoteKind.Given, ForUnitId, by, GivenAt, Text);
    }

    /// <summary>Changes what is to be done, by whom or by when; the note says what it was.</summary>
    internal Result<TaskNote> Change(TaskContent content, Guid by, DateTimeOffset at)
    {
        if (State == TaskState.Done) return MeetingFailures.TaskDone;
        var before = $"{DueOn:yyyy-MM-dd} · {Text}";
        Write(content);
        return Note(TaskNoteKind.Changed, ForUnitId, by, at, before);
    }

    /// <summary>Its owner says how far it is.</summary>
    internal Result<TaskNote> Report(TaskState state, string text, Guid by, DateTimeOffset at)
    {
        if (State == TaskState.Done && state == TaskState.Done) return MeetingFailures.TaskDone;
        var kind = state == TaskState.Done ? TaskNoteKind.Done : State == TaskState.Done ? TaskNoteKind.Reopened : TaskNoteKind.Progress;
        (State, LastNote, LastNoteAt, DoneAt) = (state, text, at, state == TaskState.Done ? at : null);
        return Note(kind, OwnerUnitId, by, at, text);
    }

    /// <summary>Somebody says something about it; nothing else changes.</summary>
    internal TaskNote Comment(Guid unitId, string text, Guid by, DateTimeOffset at) => Note(TaskNoteKind.Comment, unitId, by, at, text);

    private void Write(TaskContent content)
    {
        (Text, OwnerUnitId, DueOn) = (content.Text.Trim(), content.OwnerUnitId, content.DueOn);
        (DocumentNumber, DocumentDate) = (content.DocumentNumber?.Trim(), content.DocumentDate);
    }

    private TaskNote Note(TaskNoteKind kind, Guid unitId, Guid by, DateTimeOffset at, string text) => new()
    {
        TaskId = Id,
        Number = ++Notes,
        Kind = kind,
        UnitId = unitId,
        ById = by,
        At = at,
        Text = text,
    };
}

/// <summary>What people write of a task.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="OwnerUnitId">Who does it.</param>
/// <param name="DueOn">By when.</param>
/// <param name="DocumentNumber">Number of the document that orders it.</param>
/// <param name="DocumentDate">Its date.</param>
internal sealed record TaskContent(string Text, Guid OwnerUnitId, DateOnly DueOn, string? DocumentNumber, DateOnly? DocumentDate);
