using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>The unit takes a submission back, which it may until a review starts.</summary>
internal sealed record WithdrawSubmission(Guid SubmissionId, int? Version, EntrySource Source) : ICommand;

internal sealed class WithdrawSubmissionHandler(
    ISubmissionsDb db, SubmissionAccess access, PeriodGate gate, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<WithdrawSubmission>
{
    public Task<Result> Handle(WithdrawSubmission request, CancellationToken cancellationToken) =>
        Batches.RetryAsync(db, () => TryAsync(request, cancellationToken));

    private async Task<Result> TryAsync(WithdrawSubmission request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = await access.RequireReportAsync(submission, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (request.Version is { } seen && seen != submission.Version) return PlatformFailures.Stale;
        var timing = await gate.JudgeAsync(submission, cancellationToken);
        if (timing.Refusal is not null) return timing.Refusal;
        var now = clock.GetUtcNow();
        var kind = submission.State == SubmissionState.AwaitingHead ? RevisionKind.TakenBack : RevisionKind.Withdrawn;
        var withdrawn = submission.Withdraw(now);
        if (!withdrawn.Succeeded) return withdrawn;
        db.Revisions.Add(Revisions.Of(submission, kind, user.Id, now, request.Source, reason: null));
        db.Audit(new AuditEntry("submissions.withdraw", "submission", submission.Id.ToString(), submission.UnitId));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Ok;
    }
}
