using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.ReportingPeriods.Contracts;

/// <summary>Where a committee's meeting stands.</summary>
public enum MeetingState
{
    /// <summary>It is to come.</summary>
    Planned,

    /// <summary>It took place.</summary>
    Held,

    /// <summary>It was called off.</summary>
    Cancelled,
}

/// <summary>A meeting of a unit's steering committee, in short.</summary>
/// <param name="Id">Key.</param>
/// <param name="UnitId">The unit whose committee meets.</param>
/// <param name="Title">What it is called.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="Place">Where.</param>
/// <param name="State">Where it stands.</param>
public sealed record MeetingSummary(Guid Id, Guid UnitId, string Title, DateOnly HeldOn, string Place, MeetingState State);

/// <summary>A meeting by its key; null if there is none.</summary>
public sealed record GetMeeting(Guid MeetingId) : IQuery<MeetingSummary?>;

/// <summary>Meetings to come of the committees of some units, the next one first; at most ten.</summary>
public sealed record ListMeetingsToCome(IReadOnlyCollection<Guid> UnitIds, DateOnly From) : IQuery<IReadOnlyList<MeetingSummary>>;

/// <summary>
/// "Last time you decided ... now ...": what became of the conclusions of a committee before a day. Those of its last meeting, done or
/// not, and those of earlier meetings that are still open.
/// </summary>
/// <param name="UnitIds">The units whose committees are meant; the one that met last is answered for.</param>
/// <param name="Before">Only meetings before this day.</param>
public sealed record GetLastDecisions(IReadOnlyCollection<Guid> UnitIds, DateOnly Before) : IQuery<LastDecisions>;

/// <summary>What a committee decided, and what became of it.</summary>
/// <param name="Meeting">Its last meeting; null where it has not met.</param>
/// <param name="Decisions">Overdue ones first, then open ones, then those that are done.</param>
public sealed record LastDecisions(MeetingSummary? Meeting, IReadOnlyList<TaskNow> Decisions);

/// <summary>Where a task stands. Whether it is overdue follows from its due date; nobody sets it.</summary>
public enum TaskState
{
    /// <summary>Nothing was reported on it.</summary>
    Open,

    /// <summary>Its owner said how far it is.</summary>
    InProgress,

    /// <summary>It is done.</summary>
    Done,
}

/// <summary>A task as of now: a conclusion of a meeting, or a task of a unit's plan.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">For people: <c>NV-TGV-12</c>.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="OwnerUnitId">Who does it.</param>
/// <param name="DueOn">By when.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsOverdue">Whether it is not done and its due date has passed.</param>
/// <param name="DecidedOn">Day of the meeting, or of the plan.</param>
/// <param name="MeetingId">The meeting that decided it; null for a task of a plan.</param>
/// <param name="PlanId">The plan; null for a conclusion.</param>
/// <param name="DocumentNumber">Number of the document that ordered it; null where none was issued.</param>
/// <param name="DocumentDate">Date of that document.</param>
/// <param name="LastNote">What was said last about its progress; null where nothing was.</param>
/// <param name="LastNoteAt">When.</param>
/// <param name="DoneAt">When it was done.</param>
/// <param name="Indicators">The indicators that it is tied to.</param>
/// <param name="MatterIds">The difficulties and proposals that it is tied to.</param>
public sealed record TaskNow(
    Guid Id, string Code, string Text, Guid OwnerUnitId, DateOnly DueOn, TaskState State, bool IsOverdue, DateOnly DecidedOn, Guid? MeetingId,
    Guid? PlanId, string? DocumentNumber, DateOnly? DocumentDate, string? LastNote, DateTimeOffset? LastNoteAt, DateTimeOffset? DoneAt,
    IReadOnlyList<TaskIndicatorRef> Indicators, IReadOnlyList<Guid> MatterIds);

/// <summary>An indicator that a task is tied to.</summary>
/// <param name="IndicatorId">Key.</param>
/// <param name="Code">Its code when the task was given.</param>
/// <param name="Name">Its name when the task was given.</param>
public sealed record TaskIndicatorRef(Guid IndicatorId, string Code, LocalText Name);

/// <summary>The tasks that are tied to a difficulty or proposal, the first due first.</summary>
public sealed record ListTasksOfMatter(Guid MatterId) : IQuery<IReadOnlyList<TaskNow>>;

/// <summary>What happened to a task.</summary>
public enum TaskMove
{
    /// <summary>It was given.</summary>
    Given,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>It was taken up again.</summary>
    Reopened,
}

/// <summary>A task that is tied to difficulties or proposals was given, done or taken up again: who raised them is told.</summary>
/// <param name="EventId">Names this event.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Move">What happened.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="OwnerUnitId">Who does it.</param>
/// <param name="DueOn">By when.</param>
/// <param name="MeetingId">The meeting that decided it; null for a task of a plan.</param>
/// <param name="MatterIds">The difficulties and proposals.</param>
/// <param name="ById">Who did it.</param>
/// <param name="At">When.</param>
[EventName("reporting_periods.task_moved.v1")]
public sealed record TaskMoved(
    Guid EventId, Guid TaskId, TaskMove Move, string Text, Guid OwnerUnitId, DateOnly DueOn, Guid? MeetingId, IReadOnlyList<Guid> MatterIds,
    Guid ById, DateTimeOffset At) : IIntegrationEvent;
