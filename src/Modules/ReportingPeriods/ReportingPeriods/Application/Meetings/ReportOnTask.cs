using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application.Meetings;

/// <summary>The owner of a task says how far it is, that it is done, or that it goes on after all.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Seen">Its version that was seen.</param>
/// <param name="State">Where it stands now.</param>
/// <param name="Text">In words.</param>
internal sealed record ReportOnTask(Guid TaskId, int Seen, TaskState? State, string? Text) : ICommand;

internal sealed class ReportOnTaskValidator : AbstractValidator<ReportOnTask>
{
    public ReportOnTaskValidator()
    {
        RuleFor(command => command.Text).RequiredText(4000);
        RuleFor(command => command.State).Must(state => state is TaskState.InProgress or TaskState.Done)
            .Say("Chọn đang thực hiện hoặc hoàn thành.", "Say whether it is in progress or done.");
    }
}

internal sealed class ReportOnTaskHandler(
    IReportingPeriodsDb db, MeetingAccess access, TaskNotices notices, ICurrentUser user, TimeProvider clock) : ICommandHandler<ReportOnTask>
{
    public async Task<Result> Handle(ReportOnTask request, CancellationToken cancellationToken)
    {
        var found = await access.FindTaskAsync(request.TaskId, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        var task = found.Value;
        var allowed = await access.RequireOwnerAsync(task, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (task.Version != request.Seen) return PlatformFailures.Stale;
        var note = task.Report(request.State!.Value, request.Text!.Trim(), user.Id, clock.GetUtcNow());
        if (!note.Succeeded) return note.WithoutValue();
        db.TaskNotes.Add(note.Value);
        var matters = await db.TaskMatters.AsNoTracking().Where(m => m.TaskId == task.Id).Select(m => m.MatterId).ToListAsync(cancellationToken);
        notices.Publish(task, note.Value, matters);
        db.Audit(new AuditEntry(
            "reporting_periods.report_on_task", "task", task.Id.ToString(), task.OwnerUnitId, new { task.State, note = note.Value.Number }));
        return await db.SaveSeenAsync(cancellationToken);
    }
}
