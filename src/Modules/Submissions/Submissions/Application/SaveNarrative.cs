using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Saves what a submission says in words.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Version">Version of the narrative that was seen, 0 for none; null saves whatever is there.</param>
/// <param name="Results">Results achieved.</param>
/// <param name="Shortcomings">Shortcomings.</param>
/// <param name="Causes">Their causes.</param>
/// <param name="NextTasks">Key tasks of the next period.</param>
/// <param name="Source">From where.</param>
internal sealed record SaveNarrative(
    Guid SubmissionId, int? Version, string Results, string Shortcomings, string Causes, string NextTasks, EntrySource Source)
    : ICommand<int>;

internal sealed class SaveNarrativeValidator : AbstractValidator<SaveNarrative>
{
    private const int LongestText = 10_000;

    public SaveNarrativeValidator()
    {
        RuleFor(command => command.Results).Must(Fits).Say(Vi, En);
        RuleFor(command => command.Shortcomings).Must(Fits).Say(Vi, En);
        RuleFor(command => command.Causes).Must(Fits).Say(Vi, En);
        RuleFor(command => command.NextTasks).Must(Fits).Say(Vi, En);
    }

    private static string Vi => "Nội dung dài tối đa 10.000 ký tự. Vui lòng rút gọn hoặc đính kèm tệp.";

    private static string En => "The text may have at most 10,000 characters. Shorten it or attach a file.";

    private static bool Fits(string text) => text is { Length: <= LongestText };
}

internal sealed class SaveNarrativeHandler(
    ISubmissionsDb db, SubmissionAccess access, PeriodGate gate, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<SaveNarrative, int>
{
    public Task<Result<int>> Handle(SaveNarrative request, CancellationToken cancellationToken) =>
        Batches.RetryAsync(db, () => TryAsync(request, cancellationToken));

    private async Task<Result<int>> TryAsync(SaveNarrative request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = await access.RequireReportAsync(submission, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if ((await gate.JudgeAsync(submission, cancellationToken)).Refusal is { } refusal) return refusal;

        var narrative = await db.Narratives.FirstOrDefaultAsync(n => n.SubmissionId == submission.Id, cancellationToken);
        if (request.Version is { } seen && seen != (narrative?.Version ?? 0)) return PlatformFailures.Stale;
        if (narrative is not null && (narrative.Results, narrative.Shortcomings, narrative.Causes, narrative.NextTasks)
            == (request.Results, request.Shortcomings, request.Causes, request.NextTasks)) return narrative.Version;

        var now = clock.GetUtcNow();
        var entered = submission.Enter(now);
        if (!entered.Succeeded) return entered;
        db.Submissions.Update(submission);
        if (narrative is null) narrative = db.Narratives.Add(new Narrative { SubmissionId = submission.Id }).Entity;
        (narrative.Results, narrative.Shortcomings) = (request.Results, request.Shortcomings);
        (narrative.Causes, narrative.NextTasks) = (request.Causes, request.NextTasks);
        (narrative.ChangedAt, narrative.ChangedBy) = (now, user.Id);
        Remember(submission, request.Source, now);
        await db.SaveChangesAsync(cancellationToken);
        return narrative.Version;
    }

    private void Remember(Submission submission, EntrySource source, DateTimeOffset now)
    {
        if (!submission.HasHistory)
        {
            db.NotAudited("draft narrative; handing in is audited");
            return;
        }

        db.Revisions.Add(Revisions.Of(submission, RevisionKind.Changed, user.Id, now, source, reason: null));
        db.Audit(new AuditEntry("submissions.change_narrative", "submission", submission.Id.ToString(), submission.UnitId));
    }
}
