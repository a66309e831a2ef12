using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>The unit answers a returned cell in words; with them the figure may stay as it is. It reaches the reviewer when the report is handed in again.</summary>
internal sealed record AnswerReturn(Guid SubmissionId, Guid ReturnId, string? Text, EntrySource Source) : ICommand;

internal sealed class AnswerReturnValidator : AbstractValidator<AnswerReturn>
{
    public AnswerReturnValidator() => RuleFor(command => command.Text).RequiredText(2000);
}

internal sealed class AnswerReturnHandler(
    ISubmissionsDb db, SubmissionAccess access, PeriodGate gate, ICurrentUser user, TimeProvider clock) : ICommandHandler<AnswerReturn>
{
    public Task<Result> Handle(AnswerReturn request, CancellationToken cancellationToken) =>
        Batches.RetryAsync(db, () => TryAsync(request, cancellationToken));

    private async Task<Result> TryAsync(AnswerReturn request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = await access.RequireReportAsync(submission, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var cell = await db.CellReturns.FirstOrDefaultAsync(
            r => r.Id == request.ReturnId && r.SubmissionId == submission.Id, cancellationToken);
        if (cell is null) return PlatformFailures.NotFound;
        if (cell.AnsweredAt is not null) return SubmissionFailures.ThreadClosed;
        if ((await gate.JudgeAsync(submission, cancellationToken)).Refusal is { } refusal) return refusal;
        var now = clock.GetUtcNow();
        var entered = submission.Enter(now);
        if (!entered.Succeeded) return entered;
        cell.Reply(user.Id, request.Text!.Trim());
        db.Revisions.Add(Revisions.Of(submission, RevisionKind.Changed, user.Id, now, request.Source, request.Text.Trim()));
        db.Audit(new AuditEntry(
            "submissions.answer_return", "submission", submission.Id.ToString(), submission.UnitId, new { returnId = cell.Id }));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Ok;
    }
}
