using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Approves some submissions in one transaction; those that changed since they were seen are told and left alone.</summary>
internal sealed class Approving(ISubmissionsDb db, SubmissionAccess access, PeriodGate gate, ICurrentUser user, TimeProvider clock)
{
    internal Task<IReadOnlyList<ItemOutcome>> RunAsync(
        IReadOnlyList<SubmissionRef> refs, EntrySource source, Func<IReadOnlyList<Submission>, AuditEntry> audit,
        CancellationToken cancellationToken) =>
        db.InTransactionAsync(() => ApproveAsync(refs, source, audit, cancellationToken), cancellationToken);

    /// <summary>Who entered or handed in may not review; the system and its imports are nobody.</summary>
    internal static async Task<ILookup<Guid, Guid>> AuthorsAsync(
        ISubmissionsDb db, IReadOnlyList<Submission> submissions, CancellationToken cancellationToken)
    {
        var ids = submissions.Select(s => s.Id).ToArray();
        var sheets = await db.Sheets.AsNoTracking().Where(s => ids.Contains(s.SubmissionId)).ToListAsync(cancellationToken);
        var entered = sheets.SelectMany(
            sheet => WorkingSheet.Read(sheet.Bytes).Authors(), (sheet, author) => (sheet.SubmissionId, Author: author));
        var handedIn = submissions.Where(s => s.SubmittedBy is not null).Select(s => (s.Id, Author: s.SubmittedBy!.Value));
        var prepared = submissions.Where(s => s.PreparedBy is not null).Select(s => (s.Id, Author: s.PreparedBy!.Value));
        return entered.Concat(handedIn).Concat(prepared).Where(pair => pair.Author != Guid.Empty).ToLookup(pair => pair.Item1, pair => pair.Author);
    }

    private async Task<IReadOnlyList<ItemOutcome>> ApproveAsync(
        IReadOnlyList<SubmissionRef> refs, EntrySource source, Func<IReadOnlyList<Submission>, AuditEntry> audit,
        CancellationToken cancellationToken)
    {
        var ids = refs.Select(item => item.Id).ToArray();
        var found = await db.Submissions.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellationToken);
        var authors = await AuthorsAsync(db, [.. found.Values], cancellationToken);
        var done = new List<Submission>(refs.Count);
        var outcomes = new List<ItemOutcome>(refs.Count);
        foreach (var item in refs)
        {
            var result = await ApproveAsync(item, found.GetValueOrDefault(item.Id), authors, cancellationToken);
            outcomes.Add(new ItemOutcome(item.Id, result.Failures));
            if (result.Succeeded) done.Add(found[item.Id]);
        }

        if (done.Count == 0)
        {
            db.Forget();
            return outcomes;
        }

        foreach (var submission in done) Tell(submission, source);
        await AnswerQuestionsAsync([.. done.Select(s => s.Id)], cancellationToken);
        db.Audit(audit(done));
        await db.SaveChangesAsync(cancellationToken);
        await MarkAsync([.. done.Select(s => s.Id)], cancellationToken);
        return outcomes;
    }

    private async Task<Result> ApproveAsync(
        SubmissionRef item, Submission? submission, ILookup<Guid, Guid> authors, CancellationToken cancellationToken)
    {
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = access.RequireReview(submission);
        if (!allowed.Succeeded) return allowed;
        if (item.Version is { } seen && !submission.IsAsSeenIn(seen)) return PlatformFailures.Stale;
        var isAuthor = authors[submission.Id].Contains(user.Id);
        if (isAuthor && submission.SelfReviewFor != user.Id) return SubmissionFailures.SelfReview;
        var period = await gate.PeriodAsync(submission.PeriodId, cancellationToken);
        if (await gate.IsBeingSealedAsync(period, cancellationToken)) return SubmissionFailures.BeingSealed;
        return submission.Approve(user.Id, clock.GetUtcNow(), period.IsClosed, isAuthor);
    }

    private void Tell(Submission submission, EntrySource source)
    {
        db.Revisions.Add(Revisions.Of(submission, RevisionKind.Approved, user.Id, clock.GetUtcNow(), source, reason: null));
        db.Publish(new SubmissionApproved(
            Ids.New(), submission.Id, submission.UnitId, submission.PeriodId, submission.CriteriaVersionId, submission.SheetVersion));
    }

    /// <summary>A question that was passed on to the unit is answered by what the unit handed in, once that is approved.</summary>
    private async Task AnswerQuestionsAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var open = await db.CellQuestions.Where(q => ids.Contains(q.SubmissionId) && q.PassedOnAt != null && q.AnsweredAt == null)
            .ToListAsync(cancellationToken);
        if (open.Count == 0) return;
        var asked = open.Select(q => (Guid?)q.Id).ToArray();
        var answers = (await db.CellReturns.AsNoTracking().Where(r => asked.Contains(r.QuestionId)).ToListAsync(cancellationToken))
            .ToLookup(r => r.QuestionId!.Value, r => r.Answer);
        foreach (var question in open)
            question.Reply(user.Id, clock.GetUtcNow(), answers[question.Id].LastOrDefault(answer => answer is not null) ?? "");
    }

    /// <summary>Of each submission's sheets, the approved one counts.</summary>
    private Task<int> MarkAsync(Guid[] ids, CancellationToken cancellationToken) => db.SheetVersions
        .Where(version => ids.Contains(version.SubmissionId))
        .ExecuteUpdateAsync(
            set => set.SetProperty(
                version => version.Counts,
                version => db.Submissions.Any(s => s.Id == version.SubmissionId && s.ApprovedSheetVersion == version.Number)),
            cancellationToken);
}

/// <summary>Approves one submission as it was seen.</summary>
internal sealed record ApproveSubmission(Guid SubmissionId, int? Version, EntrySource Source) : ICommand;

internal sealed class ApproveSubmissionHandler(ISubmissionsDb db, Approving approving) : ICommandHandler<ApproveSubmission>
{
    public async Task<Result> Handle(ApproveSubmission request, CancellationToken cancellationToken)
    {
        SubmissionRef[] one = [new(request.SubmissionId, request.Version)];
        var outcomes = await Batches.RetryAsync(db, () => approving.RunAsync(one, request.Source, Audit, cancellationToken));
        return outcomes[0].Done ? Result.Ok : Result.Failed(outcomes[0].Failures);
    }

    private static AuditEntry Audit(IReadOnlyList<Submission> done) => new(
        "submissions.approve", "submission", done[0].Id.ToString(), done[0].UnitId, new { done[0].SheetVersion });
}

/// <summary>Approves many submissions, each by its id and the version seen: what changed meanwhile is skipped and told.</summary>
internal sealed record ApproveMany(IReadOnlyList<SubmissionRef> Submissions, EntrySource Source)
    : ICommand<IReadOnlyList<ItemOutcome>>;

internal sealed class ApproveManyValidator : AbstractValidator<ApproveMany>
{
    private const int MostAtOnce = 1000;

    public ApproveManyValidator()
    {
        RuleFor(command => command.Submissions).Must(list => list is { Count: > 0 and <= MostAtOnce })
            .Say($"Vui lòng chọn từ 1 đến {MostAtOnce} báo cáo.", $"Choose 1 to {MostAtOnce} submissions.");
        RuleFor(command => command.Submissions).Must(list => list is null || list.All(item => item.Version is not null))
            .Say("Vui lòng gửi kèm phiên bản đã xem của từng báo cáo.", "Send the version seen of each submission.");
    }
}

internal sealed class ApproveManyHandler(ISubmissionsDb db, Approving approving)
    : ICommandHandler<ApproveMany, IReadOnlyList<ItemOutcome>>
{
    public async Task<Result<IReadOnlyList<ItemOutcome>>> Handle(ApproveMany request, CancellationToken cancellationToken)
    {
        var outcomes = new List<ItemOutcome>(request.Submissions.Count);
        foreach (var some in request.Submissions.DistinctBy(item => item.Id).Chunk(Batches.SubmissionsAtOnce))
        {
            outcomes.AddRange(await Batches.RetryAsync(
                db, () => approving.RunAsync(some, request.Source, done => Batches.Audit("submissions.approve_many", done), cancellationToken)));
        }

        return outcomes;
    }
}
