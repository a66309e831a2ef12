using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts.Targets;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>A submission as a reviewer sees it: each figure beside the last period, target, peers and the thread that hangs on it.</summary>
internal sealed record GetReview(Guid SubmissionId) : IQuery<Result<ReviewView>>;

/// <summary>A submission under review.</summary>
/// <param name="View">As its own pages show it.</param>
/// <param name="Cells">Its cells with what they are judged by.</param>
/// <param name="OpenedBy">Who opened it first since it was handed in.</param>
/// <param name="MayAsk">Whether the caller's body stands above the reviewing body and may question it.</param>
/// <param name="HadAHand">Whether the caller entered, prepared or handed in something of it.</param>
/// <param name="MayLetReview">Whether the caller is the head of the reviewing body, who may let an author review.</param>
/// <param name="Neighbours">Where it stands in the caller's inbox; null where it does not wait there.</param>
internal sealed record ReviewView(
    SubmissionView View, IReadOnlyList<ReviewCell> Cells, string? OpenedBy, bool MayAsk, bool HadAHand, bool MayLetReview,
    InboxNeighbours? Neighbours)
{
    /// <summary>Whether it came back: then what changed is what there is to see.</summary>
    internal bool IsAnswer => View.Submission is { ReturnRounds: > 0, State: SubmissionState.Submitted };
}

/// <summary>A cell under review.</summary>
/// <param name="Cell">As the form shows it.</param>
/// <param name="Judgement">What it is judged by.</param>
/// <param name="Target">The value to reach, in the unit shown; null where none is set.</param>
/// <param name="HandedInBefore">What it said when it was handed in the time before; null where it was not.</param>
/// <param name="Thread">What was asked about it and answered, the newest first.</param>
internal sealed record ReviewCell(
    CellView Cell, CellJudgement Judgement, decimal? Target, PackedCell? HandedInBefore, IReadOnlyList<ThreadTurn> Thread)
{
    /// <summary>Whether it differs from what was handed in before.</summary>
    internal bool IsChanged => HandedInBefore is { } before && !before.SaysTheSameAs(Cell.Now);

    /// <summary>Whether it wants a look before the report is approved.</summary>
    internal bool IsFlagged => Judgement.Flags != FlagKind.None || Thread.Any(turn => turn.IsOpen);
}

/// <summary>Where a report stands in an inbox.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">How many wait.</param>
/// <param name="Previous">The one before it.</param>
/// <param name="Next">The one after it.</param>
internal sealed record InboxNeighbours(int Number, int Count, Guid? Previous, Guid? Next);

internal sealed class GetReviewHandler(
    ISubmissionsDb db, SubmissionAccess access, FlagReader flags, Threads threads, InboxRows inbox, Names names, BuildingBlocks.Security.ICurrentUser user,
    ISender sender)
    : IQueryHandler<GetReview, Result<ReviewView>>
{
    public async Task<Result<ReviewView>> Handle(GetReview request, CancellationToken cancellationToken)
    {
        var asked = await sender.Send(new GetSubmission(request.SubmissionId), cancellationToken);
        if (!asked.Succeeded) return asked.WithoutValue();
        var view = asked.Value;
        var submission = view.Submission;
        var mayAsk = !view.MayReview && await access.MayAskAsync(submission, cancellationToken);
        if (!view.MayReview && !mayAsk) return PlatformFailures.NotAllowed;

        var book = await flags.LoadAsync(submission.PeriodId, [submission], cancellationToken);
        var bytes = await db.Sheets.AsNoTracking().Where(s => s.SubmissionId == submission.Id).Select(s => s.Bytes).FirstOrDefaultAsync(cancellationToken);
        var sheet = WorkingSheet.Read(bytes);
        var judgements = book.Judge(submission, view.Form, sheet);
        var turns = await threads.OfAsync(submission.Id, cancellationToken);
        var before = await BeforeAsync(submission, cancellationToken);
        var question = new TargetQuestion(view.Period.WindowTo, submission.UnitType, view.Unit.Code, view.Period.Code);
        var cells = view.Cells.Select(cell => new ReviewCell(
            cell, judgements[cell.Place], TargetResolver.Resolve(cell.Indicator, question)?.Value,
            before?.Find(cell.Place, ""), [.. turns[cell.Place]])).ToList();
        var opener = submission.ReviewStartedBy is { } by ? (await names.ActorsAsync([by], cancellationToken)).GetValueOrDefault(by) : null;
        var authors = await Approving.AuthorsAsync(db, [submission], cancellationToken);
        return new ReviewView(
            view, cells, opener, mayAsk, authors[submission.Id].Contains(user.Id), access.IsHeadOfReviewer(submission),
            await NeighboursAsync(submission, cancellationToken));
    }

    /// <summary>The sheet that was handed in the time before.</summary>
    private async Task<WorkingSheet?> BeforeAsync(Submission submission, CancellationToken cancellationToken)
    {
        if (submission.SheetVersion < 2) return null;
        var number = submission.SheetVersion - 1;
        var bytes = await db.SheetVersions.AsNoTracking().Where(v => v.SubmissionId == submission.Id && v.Number == number)
            .Select(v => v.Bytes).FirstOrDefaultAsync(cancellationToken);
        return bytes is null ? null : WorkingSheet.Read(bytes);
    }

    private async Task<InboxNeighbours?> NeighboursAsync(Submission own, CancellationToken cancellationToken)
    {
        if (own.State != SubmissionState.Submitted) return null;
        var waiting = inbox.Waiting();
        var (risk, at, sequence) = (own.Risk, own.SubmittedAt, own.Sequence);
        var earlier = waiting.Where(s => s.Risk > risk
            || (s.Risk == risk && (s.SubmittedAt < at || (s.SubmittedAt == at && s.Sequence < sequence))));
        var later = waiting.Where(s => s.Risk < risk
            || (s.Risk == risk && (s.SubmittedAt > at || (s.SubmittedAt == at && s.Sequence > sequence))));
        var previous = await earlier.OrderBy(s => s.Risk).ThenByDescending(s => s.SubmittedAt).ThenByDescending(s => s.Sequence)
            .Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancellationToken);
        var next = await InboxRows.InOrder(later).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancellationToken);
        var number = await earlier.CountAsync(cancellationToken) + 1;
        return new InboxNeighbours(number, number + await later.CountAsync(cancellationToken), previous, next);
    }
}
