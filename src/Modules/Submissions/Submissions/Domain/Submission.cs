using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Domain;

/// <summary>
/// What a unit hands in for one obligation: <c>not_started -> draft -> submitted -> (returned -> submitted)* -> approved -> locked</c>.
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

    /// <summary>The places owed, as a bitmap; fixed when the period opened.</summary>
    public required byte[] Owed { get; init; }

    public required int OwedCells { get; init; }

    public SubmissionState State { get; private set; }

    /// <summary>Timeliness is judged on this (semantics, submissions).</summary>
    public DateTimeOffset? FirstSubmittedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    /// <summary>Whether the first submission came after the due date; an answer to a return never makes a unit late.</summary>
    public bool IsLate { get; private set; }

    /// <summary>From then on it cannot be withdrawn.</summary>
    public DateTimeOffset? ReviewStartedAt { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    /// <summary>Number of the sheet handed in last; 0 before the first.</summary>
    public int SheetVersion { get; private set; }

    /// <summary>Number of the sheet that counts; null before the first approval.</summary>
    public int? ApprovedSheetVersion { get; private set; }

    /// <summary>How many revisions there are; the next one takes the next number.</summary>
    public int Revisions { get; private set; }

    /// <summary>Figures of the sheet handed in last that differ conspicuously from the last period's.</summary>
    public int Warnings { get; private set; }

    /// <summary>How often it came back: a reviewer looks at answers first.</summary>
    public int ReturnRounds { get; private set; }

    /// <summary>Cells returned and not yet answered.</summary>
    public int OpenReturns { get; private set; }

    public DateTimeOffset? ChangedAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>Whether changes are kept as revisions: history begins with the first submission.</summary>
    public bool HasHistory => FirstSubmittedAt is not null;

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

    /// <summary>The unit hands in; what was entered is complete and keeps the rules.</summary>
    /// <param name="by">Who hands in.</param>
    /// <param name="at">When it arrived.</param>
    /// <param name="late">Whether that is after the due date or its extension.</param>
    /// <param name="warnings">Figures that differ conspicuously.</param>
    public Result Submit(Guid by, DateTimeOffset at, bool late, int warnings)
    {
        if (!IsEditable) return SubmissionFailures.AlreadySubmitted;
        State = SubmissionState.Submitted;
        if (FirstSubmittedAt is null) (FirstSubmittedAt, IsLate) = (at, late);
        (SubmittedAt, SubmittedBy, ChangedAt) = (at, by, at);
        (ReviewStartedAt, OpenReturns, Warnings) = (null, 0, warnings);
        SheetVersion++;
        return Result.Ok;
    }

    /// <summary>The unit takes it back, which it may until a review starts.</summary>
    public Result Withdraw(DateTimeOffset at)
    {
        if (State != SubmissionState.Submitted) return SubmissionFailures.NotSubmitted;
        if (ReviewStartedAt is not null) return SubmissionFailures.ReviewStarted;
        (State, ChangedAt) = (SubmissionState.Draft, at);
        return Result.Ok;
    }

    /// <summary>A reviewer opens it; opening it again changes nothing.</summary>
    /// <returns>Whether this started the review.</returns>
    public bool StartReview(DateTimeOffset at)
    {
        if (State != SubmissionState.Submitted || ReviewStartedAt is not null) return false;
        ReviewStartedAt = at;
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
    public Result Approve(Guid by, DateTimeOffset at, bool periodClosed)
    {
        if (State != SubmissionState.Submitted) return SubmissionFailures.NotSubmitted;
        State = periodClosed ? SubmissionState.Locked : SubmissionState.Approved;
        (DecidedAt, DecidedBy, ChangedAt) = (at, by, at);
        ReviewStartedAt ??= at;
        ApprovedSheetVersion = SheetVersion;
        return Result.Ok;
    }

    /// <summary>Takes the number of the next revision.</summary>
    public int NextRevision() => ++Revisions;
}
