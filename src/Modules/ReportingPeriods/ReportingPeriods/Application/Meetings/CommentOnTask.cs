using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.ReportingPeriods.Application.Meetings;

/// <summary>Says something about a task: its owner to who gave it, or the other way.</summary>
internal sealed record CommentOnTask(Guid TaskId, string? Text) : ICommand;

internal sealed class CommentOnTaskValidator : AbstractValidator<CommentOnTask>
{
    public CommentOnTaskValidator() => RuleFor(command => command.Text).RequiredText(2000);
}

internal sealed class CommentOnTaskHandler(
    IReportingPeriodsDb db, MeetingAccess access, TaskNotices notices, ICurrentUser user, TimeProvider clock) : ICommandHandler<CommentOnTask>
{
    public Task<Result> Handle(CommentOnTask request, CancellationToken cancellationToken) => Retries.RunAsync(db, () => TryAsync(request, cancellationToken));

    private async Task<Result> TryAsync(CommentOnTask request, CancellationToken cancellationToken)
    {
        var found = await access.FindTaskAsync(request.TaskId, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        var task = found.Value;
        var gives = await access.RequireGiverAsync(task, cancellationToken);
        if (!gives.Succeeded)
        {
            var owns = await access.RequireOwnerAsync(task, cancellationToken);
            if (!owns.Succeeded) return owns;
        }

        // Who both gives and does it speaks for the unit that they work for.
        var speaksForGiver = gives.Succeeded && user.Caller.UnitId != task.OwnerUnitId;
        var note = task.Comment(speaksForGiver ? task.ForUnitId : task.OwnerUnitId, request.Text!.Trim(), user.Id, clock.GetUtcNow());
        db.TaskNotes.Add(note);
        notices.Publish(task, note, []);
        db.Audit(new AuditEntry("reporting_periods.comment_on_task", "task", task.Id.ToString(), task.OwnerUnitId, new { note = note.Number }));
        return await db.SaveSeenAsync(cancellationToken);
    }
}
