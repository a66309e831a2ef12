using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>
/// The head of the reviewing body lets somebody who had a hand in a report review it all the same, because the office has nobody else. The
/// approval is marked wherever it is shown, and the head cannot be that person.
/// </summary>
internal sealed record LetAuthorReview(Guid SubmissionId, Guid OfficerId, string? Reason, EntrySource Source) : ICommand;

internal sealed class LetAuthorReviewValidator : AbstractValidator<LetAuthorReview>
{
    public LetAuthorReviewValidator() => RuleFor(command => command.Reason).RequiredText(1000);
}

internal sealed class LetAuthorReviewHandler(ISubmissionsDb db, SubmissionAccess access, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<LetAuthorReview>
{
    public Task<Result> Handle(LetAuthorReview request, CancellationToken cancellationToken) =>
        Batches.RetryAsync(db, () => TryAsync(request, cancellationToken));

    private async Task<Result> TryAsync(LetAuthorReview request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        if (!access.IsHeadOfReviewer(submission)) return PlatformFailures.NotAllowed;
        if (request.OfficerId == user.Id) return SubmissionFailures.SelfRelease;
        var authors = await Approving.AuthorsAsync(db, [submission], cancellationToken);
        if (!authors[submission.Id].Contains(request.OfficerId)) return SubmissionFailures.NotAnAuthor.On("officerId");
        var now = clock.GetUtcNow();
        var result = submission.LetReview(request.OfficerId);
        if (!result.Succeeded) return result;
        db.Revisions.Add(Revisions.Of(submission, RevisionKind.SelfReviewAllowed, user.Id, now, request.Source, request.Reason!.Trim()));
        db.Audit(new AuditEntry(
            "submissions.let_author_review", "submission", submission.Id.ToString(), submission.UnitId, new { request.OfficerId, reason = request.Reason }));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Ok;
    }
}
