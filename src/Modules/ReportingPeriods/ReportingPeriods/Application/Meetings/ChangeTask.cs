using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application.Meetings;

/// <summary>Who gave a task changes what is to be done, by whom or by when; what it was stays on record.</summary>
internal sealed record ChangeTask(Guid TaskId, int Seen, TaskContent Content) : ICommand;

internal sealed class ChangeTaskValidator : AbstractValidator<ChangeTask>
{
    public ChangeTaskValidator() => RuleFor(command => command.Content).SetValidator(new TaskContentValidator());
}

internal sealed class ChangeTaskHandler(
    IReportingPeriodsDb db, MeetingAccess access, UnitNames units, TaskNotices notices, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<ChangeTask>
{
    public async Task<Result> Handle(ChangeTask request, CancellationToken cancellationToken)
    {
        var found = await access.FindTaskAsync(request.TaskId, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        var task = found.Value;
        var allowed = await access.RequireGiverAsync(task, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (task.Version != request.Seen) return PlatformFailures.Stale;
        if (request.Content.OwnerUnitId != task.OwnerUnitId
            && await units.FindAsync(request.Content.OwnerUnitId, CityTime.Today(clock), cancellationToken) is null)
            return MeetingFailures.UnknownUnit.On("ownerUnitId");
        if (request.Content.DueOn < task.DecidedOn) return MeetingFailures.DueBeforeDecided.On("dueOn", task.DecidedOn);
        var note = task.Change(request.Content, user.Id, clock.GetUtcNow());
        if (!note.Succeeded) return note.WithoutValue();
        db.TaskNotes.Add(note.Value);
        notices.Publish(task, note.Value, []);
        db.Audit(new AuditEntry(
            "reporting_periods.change_task", "task", task.Id.ToString(), task.OwnerUnitId, new { task.DueOn, note = note.Value.Number }));
        return await db.SaveSeenAsync(cancellationToken);
    }
}

/// <summary>Saves a change of something that was seen at a version.</summary>
internal static class SavingSeen
{
    /// <summary>Saves; refuses as stale where somebody else was first.</summary>
    internal static async Task<Result> SaveSeenAsync(this IReportingPeriodsDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || db.IsUniqueViolation(exception))
        {
            db.Forget();
            return PlatformFailures.Stale;
        }
    }
}
