using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>The head does not release what the clerk prepared, and says why: the clerk goes on with it.</summary>
internal sealed record GiveBack(Guid SubmissionId, string? Reason, EntrySource Source) : ICommand;

internal sealed class GiveBackValidator : AbstractValidator<GiveBack>
{
    public GiveBackValidator() => RuleFor(command => command.Reason).RequiredText(1000);
}

internal sealed class GiveBackHandler(ISubmissionsDb db, SubmissionAccess access, ICurrentUser user, TimeProvider clock) : ICommandHandler<GiveBack>
{
    public Task<Result> Handle(GiveBack request, CancellationToken cancellationToken) =>
        Batches.RetryAsync(db, () => TryAsync(request, cancellationToken));

    private async Task<Result> TryAsync(GiveBack request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = await access.RequireReleaseAsync(submission, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var now = clock.GetUtcNow();
        var result = submission.TakeBack(now);
        if (!result.Succeeded) return result;
        db.Revisions.Add(Revisions.Of(submission, RevisionKind.TakenBack, user.Id, now, request.Source, request.Reason!.Trim()));
        db.Audit(new AuditEntry(
            "submissions.give_back", "submission", submission.Id.ToString(), submission.UnitId, new { reason = request.Reason }));
        db.Publish(new NotificationRequested(
            Ids.New(), submission.AnsweringUnitId, SubmissionsPermissions.ReportCode,
            new LocalText("Thủ trưởng chuyển lại báo cáo", "The head gave the report back"),
            new LocalText($"Lý do: {request.Reason.Trim()}", $"Reason: {request.Reason.Trim()}"), $"/submissions/{submission.Id}"));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Ok;
    }
}
