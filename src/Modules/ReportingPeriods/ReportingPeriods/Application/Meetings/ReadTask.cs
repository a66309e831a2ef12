using LearningCity.Access.Contracts;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.ReportingPeriods.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application.Meetings;

/// <summary>A task with its whole life, and what the caller may do.</summary>
internal sealed record ReadTask(Guid TaskId) : IQuery<Result<TaskView>>;

/// <summary>A task with its notes.</summary>
/// <param name="Task">The task.</param>
/// <param name="Meeting">The meeting that gave it; null for a task of a plan.</param>
/// <param name="Plan">Title of the plan; null for a conclusion.</param>
/// <param name="Notes">Its life, from the beginning.</param>
/// <param name="Reminders">The reminders about it that went or were left out, the last one first.</param>
/// <param name="Matters">The difficulties and proposals that it is tied to.</param>
/// <param name="MayReport">Whether the caller may say how far it is.</param>
/// <param name="MayChange">Whether the caller may change it.</param>
internal sealed record TaskView(
    TaskItem Task, MeetingSummary? Meeting, string? Plan, IReadOnlyList<TaskNoteItem> Notes, IReadOnlyList<TaskReminderItem> Reminders,
    IReadOnlyList<Matter> Matters, bool MayReport, bool MayChange);

/// <summary>One note.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="UnitName">For which unit.</param>
/// <param name="By">Who; null for the system.</param>
/// <param name="Text">In their words; of a change, what it was before.</param>
internal sealed record TaskNoteItem(int Number, TaskNoteKind Kind, DateTimeOffset At, LocalText UnitName, string? By, string Text);

/// <summary>One reminder about a task.</summary>
/// <param name="RuleDays">Working days before (negative) or after the due date.</param>
/// <param name="DueOn">The due date that it was about.</param>
/// <param name="Outcome"><c>sent</c> or <c>skipped</c>.</param>
/// <param name="Reason">Why it was skipped.</param>
/// <param name="RecordedAt">When.</param>
internal sealed record TaskReminderItem(int RuleDays, DateOnly DueOn, ReminderOutcome Outcome, SkipReason? Reason, DateTimeOffset RecordedAt);

internal sealed class ReadTaskHandler(
    IReportingPeriodsDb db, MeetingAccess access, TaskViews views, UnitNames units, TimeProvider clock, ISender sender)
    : IQueryHandler<ReadTask, Result<TaskView>>
{
    public async Task<Result<TaskView>> Handle(ReadTask request, CancellationToken cancellationToken)
    {
        var found = await access.FindTaskAsync(request.TaskId, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        var task = found.Value;
        var item = (await views.ItemsAsync([task], cancellationToken))[0];
        var meeting = await db.Meetings.AsNoTracking().FirstOrDefaultAsync(m => m.Id == task.MeetingId, cancellationToken);
        return new TaskView(
            item, meeting?.Summary,
            await db.Plans.AsNoTracking().Where(p => p.Id == task.PlanId).Select(p => p.Title).FirstOrDefaultAsync(cancellationToken),
            await NotesAsync(task, cancellationToken),
            await db.TaskReminders.AsNoTracking().Where(r => r.TaskId == task.Id).OrderByDescending(r => r.RecordedAt)
                .ThenByDescending(r => r.RuleDays)
                .Select(r => new TaskReminderItem(r.RuleDays, r.DueOn, r.Outcome, r.Reason, r.RecordedAt)).ToListAsync(cancellationToken),
            item.MatterIds.Count == 0 ? [] : await sender.Send(new DescribeMatters(item.MatterIds), cancellationToken),
            (await access.RequireOwnerAsync(task, cancellationToken)).Succeeded,
            (await access.RequireGiverAsync(task, cancellationToken)).Succeeded);
    }

    private async Task<IReadOnlyList<TaskNoteItem>> NotesAsync(GivenTask task, CancellationToken cancellationToken)
    {
        var notes = await db.TaskNotes.AsNoTracking().Where(n => n.TaskId == task.Id).OrderBy(n => n.Number).ToListAsync(cancellationToken);
        var names = await units.OfAsync(notes.Select(n => n.UnitId), CityTime.Today(clock), cancellationToken);
        var asked = notes.Select(n => n.ById).Where(id => id != Guid.Empty).Distinct().ToList();
        var people = (asked.Count == 0 ? [] : await sender.Send(new GetActors(asked), cancellationToken)).ToDictionary(actor => actor.Id, actor => actor.Name);
        return notes.ConvertAll(n => new TaskNoteItem(n.Number, n.Kind, n.At, names[n.UnitId], people.GetValueOrDefault(n.ById), n.Text));
    }
}
