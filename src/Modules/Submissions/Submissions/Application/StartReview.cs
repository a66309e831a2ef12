using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>A reviewer opens a submission: from then on it cannot be withdrawn. Opening it again changes nothing.</summary>
internal sealed record StartReview(Guid SubmissionId) : ICommand;

internal sealed class StartReviewHandler(ISubmissionsDb db, SubmissionAccess access, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<StartReview>
{
    public Task<Result> Handle(StartReview request, CancellationToken cancellationToken) =>
        Batches.RetryAsync(db, () => TryAsync(request, cancellationToken));

    private async Task<Result> TryAsync(StartReview request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = access.RequireReview(submission);
        if (!allowed.Succeeded || !submission.StartReview(user.Id, clock.GetUtcNow())) return allowed;
        db.Audit(new AuditEntry("submissions.start_review", "submission", submission.Id.ToString(), submission.UnitId));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Ok;
    }
}
