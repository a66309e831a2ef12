using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Submissions.Domain.Difficulties;

/// <summary>What was raised.</summary>
internal enum DifficultyKind
{
    /// <summary>Something stands in the way ("khó khăn, vướng mắc").</summary>
    Difficulty,

    /// <summary>Somebody should do something ("kiến nghị, đề xuất").</summary>
    Proposal,
}

/// <summary>Where it stands (product, step 10). Being grouped into a theme is a step on record, not a state.</summary>
internal enum DifficultyState
{
    /// <summary>Raised; its addressee is to answer or forward it.</summary>
    Raised,

    /// <summary>Forwarded; the tier above is to answer or forward it.</summary>
    Forwarded,

    /// <summary>Put to a meeting of a committee.</summary>
    AtMeeting,

    /// <summary>Answered; who raised it may say that it is settled, or not.</summary>
    Answered,

    /// <summary>Settled; who raised it may say that it is not.</summary>
    Settled,

    /// <summary>"Not settled", says who raised it; whoever answered it is to answer again.</summary>
    Reopened,
}

/// <summary>What a difficulty or proposal is about: a content area or an indicator, as it was called when it was raised.</summary>
/// <param name="SetCode">The criteria set.</param>
/// <param name="Code">Code of the content area or of the indicator.</param>
/// <param name="Name">Its name then.</param>
/// <param name="IndicatorId">Of an indicator, its key.</param>
internal sealed record DifficultySubject(string SetCode, string Code, LocalText Name, Guid? IndicatorId);

/// <summary>
/// A difficulty or a proposal of a unit: a record with a life of its own. One unit holds it and is to act; each step of its life is kept
/// (<see cref="DifficultyStep"/>).
/// </summary>
internal sealed class Difficulty : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>Who raised it.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Code of that unit then: with the number it names the record for people.</summary>
    public required string UnitCode { get; init; }

    /// <summary>1, 2, 3 for a unit.</summary>
    public required int Number { get; init; }

    public required DifficultyKind Kind { get; init; }

    public required string Text { get; init; }

    public string? SetCode { get; init; }

    public string? SubjectCode { get; init; }

    public string? SubjectVi { get; init; }

    public string? SubjectEn { get; init; }

    public Guid? IndicatorId { get; init; }

    /// <summary>The submission with which it was raised; null where it was raised by itself.</summary>
    public Guid? SubmissionId { get; init; }

    public Guid? PeriodId { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>The city's day of that moment: the tree of this day decides too who may see it.</summary>
    public required DateOnly RaisedOn { get; init; }

    public DifficultyState State { get; private set; }

    /// <summary>Who is to act.</summary>
    public required Guid HolderUnitId { get; set; }

    /// <summary>Since when that unit holds it.</summary>
    public required DateTimeOffset HeldSince { get; set; }

    public Guid? ThemeId { get; private set; }

    public Guid? MeetingId { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>How many steps its life has so far.</summary>
    public int Steps { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>For people: the unit's code and the number.</summary>
    internal string Code => $"{UnitCode}-{Number}";

    internal LocalText? Subject => SubjectVi is null ? null : new LocalText(SubjectVi, SubjectEn ?? "");

    /// <summary>Whether somebody is still to act.</summary>
    internal bool IsOpen => State is not (DifficultyState.Answered or DifficultyState.Settled);

    /// <summary>The first step.</summary>
    internal DifficultyStep Raise(Guid by) => Note(DifficultyStepKind.Raised, UnitId, by, RaisedAt, Text, HolderUnitId);

    /// <summary>The unit that holds it answers here; who raised it may then say whether that settles it.</summary>
    internal Result<DifficultyStep> Answer(Guid by, DateTimeOffset at, string text)
    {
        if (!IsOpen) return DifficultyFailures.NotOpen;
        State = DifficultyState.Answered;
        return Note(DifficultyStepKind.Answered, HolderUnitId, by, at, text);
    }

    /// <summary>The unit that holds it passes it on, upwards.</summary>
    internal Result<DifficultyStep> Forward(Guid by, DateTimeOffset at, string text, Guid toUnitId)
    {
        if (!IsOpen) return DifficultyFailures.NotOpen;
        var from = HolderUnitId;
        (State, HolderUnitId, HeldSince) = (DifficultyState.Forwarded, toUnitId, at);
        return Note(DifficultyStepKind.Forwarded, from, by, at, text, toUnitId);
    }

    /// <summary>The unit that holds it puts it on the agenda of a meeting.</summary>
    internal Result<DifficultyStep> PutToMeeting(Guid by, DateTimeOffset at, string text, Guid meetingId)
    {
        if (!IsOpen) return DifficultyFailures.NotOpen;
        (State, MeetingId) = (DifficultyState.AtMeeting, meetingId);
        return Note(DifficultyStepKind.PutToMeeting, HolderUnitId, by, at, text, refersTo: meetingId);
    }

    /// <summary>It is settled, says the unit that holds it or the one that raised it.</summary>
    internal Result<DifficultyStep> Settle(Guid unitId, Guid by, DateTimeOffset at, string text)
    {
        if (State == DifficultyState.Settled) return DifficultyFailures.SettledAlready;
        (State, SettledAt) = (DifficultyState.Settled, at);
        return Note(DifficultyStepKind.Settled, unitId, by, at, text);
    }

    /// <summary>"Not settled", says who raised it: whoever answered it holds it again.</summary>
    internal Result<DifficultyStep> Reopen(Guid by, DateTimeOffset at, string text)
    {
        if (IsOpen) return DifficultyFailures.StillOpen;
        (State, SettledAt, HeldSince) = (DifficultyState.Reopened, null, at);
        return Note(DifficultyStepKind.Reopened, UnitId, by, at, text, HolderUnitId);
    }

    /// <summary>It is grouped with others that say the same.</summary>
    internal Result<DifficultyStep> Group(DifficultyTheme theme, Guid by, DateTimeOffset at)
    {
        if (State == DifficultyState.Settled) return DifficultyFailures.SettledAlready;
        if (ThemeId == theme.Id) return DifficultyFailures.GroupedAlready;
        ThemeId = theme.Id;
        return Note(DifficultyStepKind.Grouped, theme.UnitId, by, at, theme.Name, refersTo: theme.Id);
    }

    /// <summary>A task that it led to was given, done or taken up again; told by the module that keeps tasks.</summary>
    internal DifficultyStep Task(DifficultyStepKind kind, Guid ownerUnitId, Guid by, DateTimeOffset at, string text, Guid taskId) =>
        Note(kind, ownerUnitId, by, at, text, refersTo: taskId);

    private DifficultyStep Note(
        DifficultyStepKind kind, Guid unitId, Guid by, DateTimeOffset at, string text, Guid? toUnitId = null, Guid? refersTo = null) => new()
        {
            DifficultyId = Id,
            Number = ++Steps,
            Kind = kind,
            UnitId = unitId,
            ById = by,
            At = at,
            Text = text,
            ToUnitId = toUnitId,
            RefersToId = refersTo,
        };
}
