using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Domain;

/// <summary>
/// What a unit hands in for one obligation:
/// <c>not_started -> draft -> (awaiting_head ->) submitted -> (returned -> submitted)* -> approved -> locked</c>.
/// Its version grows with every change of its cells too, so that a review decides on exactly what the reviewer saw.
/// </summary>
internal sealed class Submission : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>Lists go by it: it grows with every submission made, because keys have no order that all databases share.</summary>
    public required long Sequence { get; init; }

    /// <summary>What it answers; one submission each.</summary>
    public required Guid ObligationId { get; init; }

    public required Guid PeriodId { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>The period's reference date: who was above the unit then may see the submission, even if the unit has ended since.</summary>
    public required DateOnly ReferenceOn { get; init; }

    /// <summary>Type of the unit when the period opened, in snake case.</summary>
    public required string UnitType { get; init; }

    /// <summary>The version of the criteria set.</summary>
    public required Guid CriteriaVersionId { get; init; }

    public required string SetCode { get; init; }

    /// <summary>The one body that reviews it, fixed when the period opened.</summary>
    public required Guid ReviewerUnitId { get; init; }

    /// <summary>Last day on which it is on time, unless an extension was given.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The unit that took the obligation over when its own unit ended: it enters, it is told. The figures stay the old unit's.</summary>
    public Guid? CarriedByUnitId { get; private set; }

    /// <summary>Whose people answer for it now.</summary>
    public Guid AnsweringUnitId => CarriedByUnitId ?? UnitId;

    /// <summary>The places owed, as a bitmap; fixed when the period opened.</summary>
    public required byte[] Owed { get; init; }

    public required int OwedCells { get; init; }

    public SubmissionState State { get; private set; }

    /// <summary>Timeliness is judged on this (semantics, submissions).</summary>
    public DateTimeOffset? FirstSubmittedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    /// <summary>The unit above that handed in last in the unit's place; null where the unit did so itself.</summary>
    public Guid? OnBehalfByUnitId { get; private set; }

    /// <summary>Who prepared what the head is to release, and when.</summary>
    public Guid? PreparedBy { get; private set; }

    /// <inheritdoc cref="PreparedBy" />
    public DateTimeOffset? PreparedAt { get; private set; }

    /// <summary>The head or deputy who released the sheet handed in last; null where their release is not asked for.</summary>
    public Guid? ReleasedBy { get; private set; }

    /// <summary>Whether the first submission came after the due date; an answer to a return never makes a unit late.</summary>
    public bool IsLate { get; private set; }

    /// <summary>From then on it cannot be withdrawn.</summary>
    public DateTimeOffset? ReviewStartedAt { get; private set; }

    /// <summary>The reviewer who opened it first since it was handed in.</summary>
    public Guid? ReviewStartedBy { get; private set; }

    /// <summary>The version in which it was opened: opening it changes nothing that another reviewer saw.</summary>
    public int? OpenedAtVersion { get; private set; }

    /// <summary>The author whom the head of the reviewing body lets review what they entered, since there is nobody else.</summary>
    public Guid? SelfReviewFor { get; private set; }

    /// <summary>Whether it was approved by somebody who had a hand in it; shown wherever the approval is.</summary>
    public bool IsSelfReviewed { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    /// <summary>Number of the sheet handed in last; 0 before the first.</summary>
    public int SheetVersion { get; private set; }

    /// <summary>Number of the sheet that counts; null before the first approval.</summary>
    public int? ApprovedSheetVersion { get; private set; }

    /// <summary>How many revisions there are; the next one takes the next number.</summary>
    public int Revisions { get; private set; }

    /// <summary>Flagged figures of the sheet handed in last, judged when it arrived (<see cref="FlagKind"/>).</summary>
    public int Warnings { get; private set; }

    /// <summary>Cells that differ from the sheet handed in before; 0 for the first.</summary>
    public int ChangedCells { get; private set; }

    /// <summary>Place in a reviewer's inbox: flags weigh most, then lateness, then that it answers a return.</summary>
    public int Risk { get; private set; }

    /// <summary>How often it came back: a reviewer looks at answers first.</summary>
    public int ReturnRounds { get; private set; }

    /// <summary>Cells returned and not yet answered.</summary>
    public int OpenReturns { get; private set; }

    public DateTimeOffset? ChangedAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>Whether changes are kept as revisions: history begins with the first submission.</summary>
    public bool HasHistory => FirstSubmittedAt is not null;

    /// <summary>Whether figures stand handed in, or came back with cells to put right.</summary>
    public bool WasHandedIn => State is SubmissionState.Submitted or SubmissionState.Returned or SubmissionState.Approved or SubmissionState.Locked;

    /// <summary>Whether the unit may change cells now; in a returned submission only the returned ones.</summary>
    public bool IsEditable => State is SubmissionState.NotStarted or SubmissionState.Draft or SubmissionState.Returned;

    /// <summary>Something of it was entered.</summary>
    public Result Enter(DateTimeOffset at)
    {
        if (!IsEditable) return SubmissionFailures.NotEditable;
        if (State == SubmissionState.NotStarted) State = SubmissionState.Draft;
        ChangedAt = at;
        return Result.Ok;
    }

    /// <summary>The clerk has prepared it and the head is to release it: nothing is handed in yet, and nothing can be changed.</summary>
    public Result Prepare(Guid by, DateTimeOffset at)
    {
        if (!IsEditable) return SubmissionFailures.AlreadySubmitted;
        State = SubmissionState.AwaitingHead;
        (PreparedBy, PreparedAt, ChangedAt) = (by, at, at);
        return Result.Ok;
    }

    /// <summary>The head gives it back to the clerk, or the clerk takes it back from the head.</summary>
    public Result TakeBack(DateTimeOffset at)
    {
        if (State != SubmissionState.AwaitingHead) return SubmissionFailures.NotPrepared;
        State = OpenReturns > 0 ? SubmissionState.Returned : SubmissionState.Draft;
        (PreparedBy, PreparedAt, ChangedAt) = (null, null, at);
        return Result.Ok;
    }

    /// <summary>The unit hands in; what was entered is complete and keeps the rules.</summary>
    /// <param name="by">Who hands in.</param>
    /// <param name="at">When it arrived.</param>
    /// <param name="late">Whether that is after the due date or its extension.</param>
    /// <param name="warnings">Flagged figures.</param>
    /// <param name="changedCells">Cells that differ from the sheet handed in before.</param>
    /// <param name="onBehalfBy">The unit above that does so in its place.</param>
    /// <param name="isRelease">Whether this is the head's release.</param>
    public Result Submit(
        Guid by, DateTimeOffset at, bool late, int warnings, int changedCells = 0, Guid? onBehalfBy = null, bool isRelease = false)
    {
        if (!IsEditable && State != SubmissionState.AwaitingHead) return SubmissionFailures.AlreadySubmitted;
        State = SubmissionState.Submitted;
        if (FirstSubmittedAt is null) (FirstSubmittedAt, IsLate) = (at, late);
        (SubmittedAt, SubmittedBy, ChangedAt) = (at, by, at);
        (OnBehalfByUnitId, ReleasedBy) = (onBehalfBy, isRelease ? by : null);
        (ReviewStartedAt, ReviewStartedBy, OpenedAtVersion, SelfReviewFor) = (null, null, null, null);
        (OpenReturns, Warnings, ChangedCells) = (0, warnings, changedCells);
        Risk = (warnings * 4) + (IsLate ? 2 : 0) + (ReturnRounds > 0 ? 1 : 0);
        SheetVersion++;
        return Result.Ok;
    }

    /// <summary>The unit takes it back, which it may until a review starts.</summary>
    public Result Withdraw(DateTimeOffset at)
    {
        if (State == SubmissionState.AwaitingHead) return TakeBack(at);
        if (State != SubmissionState.Submitted) return SubmissionFailures.NotSubmitted;
        if (ReviewStartedAt is not null) return SubmissionFailures.ReviewStarted;
        (State, ChangedAt) = (SubmissionState.Draft, at);
        return Result.Ok;
    }

    /// <summary>A reviewer opens it; opening it again changes nothing.</summary>
    /// <returns>Whether this started the review.</returns>
    public bool StartReview(Guid by, DateTimeOffset at)
    {
        if (State != SubmissionState.Submitted || ReviewStartedAt is not null) return false;
        (ReviewStartedAt, ReviewStartedBy, OpenedAtVersion) = (at, by, Version);
        return true;
    }

    /// <summary>Whether somebody who saw a version saw what there is now: nothing happened since but that a reviewer opened it.</summary>
    public bool IsAsSeenIn(int version) => IsAsSeen(version, Version, OpenedAtVersion);

    /// <inheritdoc cref="IsAsSeenIn" />
    public static bool IsAsSeen(int seen, int version, int? openedAt) => seen == version || (seen == openedAt && version == openedAt + 1);

    /// <summary>The head of the reviewing body lets somebody who had a hand in it review it all the same.</summary>
    public Result LetReview(Guid author)
    {
        if (State != SubmissionState.Submitted) return SubmissionFailures.NotSubmitted;
        SelfReviewFor = author;
        return Result.Ok;
    }

    /// <summary>Another unit takes the obligation over, or its own unit's people keep it.</summary>
    /// <returns>Whether that changes anything.</returns>
    public bool HandOverTo(Guid? unitId)
    {
        if (CarriedByUnitId == unitId) return false;
        CarriedByUnitId = unitId;
        return true;
    }

    /// <summary>
    /// The reviewing body sends cells back, each with a reason; the others become read-only. Of an approved report this opens a correction:
    /// what was approved counts until the corrected sheet is approved in its place.
    /// </summary>
    public Result Return(Guid by, DateTimeOffset at, int cells)
    {
        if (State is not (SubmissionState.Submitted or SubmissionState.Returned or SubmissionState.Approved or SubmissionState.Locked))
            return SubmissionFailures.NotSubmitted;
        if (State != SubmissionState.Returned) ReturnRounds++;
        State = SubmissionState.Returned;
        (DecidedAt, DecidedBy, ChangedAt) = (at, by, at);
        ReviewStartedAt ??= at;
        OpenReturns += cells;
        return Result.Ok;
    }

    /// <summary>The reviewing body approves the sheet handed in last: it counts from now on.</summary>
    /// <param name="by">Who approves; nobody approves what they entered, which the caller has checked.</param>
    /// <param name="at">When.</param>
    /// <param name="periodClosed">Whether the period is closed, so that approval locks.</param>
    /// <param name="selfReview">Whether the approver had a hand in it, with the head's leave.</param>
    public Result Approve(Guid by, DateTimeOffset at, bool periodClosed, bool selfReview = false)
    {
        if (State != SubmissionState.Submitted) return SubmissionFailures.NotSubmitted;
        State = periodClosed ? SubmissionState.Locked : SubmissionState.Approved;
        (DecidedAt, DecidedBy, ChangedAt) = (at, by, at);
        ReviewStartedAt ??= at;
        (ApprovedSheetVersion, IsSelfReviewed) = (SheetVersion, selfReview);
        return Result.Ok;
    }

    /// <summary>Takes the number of the next revision.</summary>
    public int NextRevision() => ++Revisions;
}
