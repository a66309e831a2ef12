using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.ReportingPeriods.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application.Meetings;

/// <summary>
/// Reminds the owners of tasks that are not done, by the city's rules of reminders; each once, whichever host does it. With a rule that
/// escalates, who gave the task is told too. Sent by a job.
/// </summary>
/// <returns>How many reminders this host sent.</returns>
internal sealed record SendTaskReminders : ICommand<int>;

internal sealed class SendTaskRemindersHandler(IReportingPeriodsDb db, Guardian guardian, CityCalendar city, TimeProvider clock)
    : ICommandHandler<SendTaskReminders, int>
{
    private const int LinesAtOnce = 200;

    /// <summary>No rule reaches further than this, holidays at Tết counted.</summary>
    private const int FurthestDays = 60;

    public async Task<Result<int>> Handle(SendTaskReminders request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        var today = CityTime.Today(clock);
        var (from, to) = (today.AddDays(-FurthestDays), today.AddDays(FurthestDays));
        var calendar = await city.ReadAsync(cancellationToken);
        var policy = await db.ReminderPolicies.AsNoTracking().SingleAsync(cancellationToken);
        var rules = policy.Rules.ToDictionary(rule => rule.Days, rule => rule.Escalates);
        var dates = await db.Tasks.AsNoTracking().Where(t => t.State != TaskState.Done && t.DueOn >= from && t.DueOn <= to)
            .Select(t => t.DueOn).Distinct().Order().ToListAsync(cancellationToken);
        var sent = 0;
        foreach (var dueOn in dates)
        {
            foreach (var reminder in ReminderSchedule.Due(dueOn, today, calendar, [.. rules.Keys]))
                sent += await RecordAsync(dueOn, reminder, rules[reminder.RuleDays], today, cancellationToken);
        }

        return sent;
    }

    private async Task<int> RecordAsync(
        DateOnly dueOn, DueReminder reminder, bool escalates, DateOnly today, CancellationToken cancellationToken)
    {
        var sent = 0;
        while (true)
        {
            // What was given only after the moment of a rule was never to be reminded by it.
            var momentEnds = CityTime.EndOf(reminder.MomentOn);
            var open = await db.Tasks.AsNoTracking()
                .Where(t => t.State != TaskState.Done && t.DueOn == dueOn && t.GivenAt < momentEnds
                    && !db.TaskReminders.Any(r => r.TaskId == t.Id && r.RuleDays == reminder.RuleDays && r.DueOn == dueOn))
                .OrderBy(t => t.ForUnitCode).ThenBy(t => t.Number).Take(LinesAtOnce).ToListAsync(cancellationToken);
            if (open.Count == 0) return sent;
            if (await TrySaveAsync(open, reminder, escalates, today, cancellationToken) && reminder.Skip is null) sent += open.Count;
        }
    }

    private async Task<bool> TrySaveAsync(
        List<GivenTask> open, DueReminder reminder, bool escalates, DateOnly today, CancellationToken cancellationToken)
    {
        var goes = reminder.Skip is null;
        foreach (var task in open)
        {
            var above = goes && escalates && task.ForUnitId != task.OwnerUnitId ? task.ForUnitId : (Guid?)null;
            db.TaskReminders.Add(new TaskReminder
            {
                TaskId = task.Id,
                RuleDays = reminder.RuleDays,
                DueOn = task.DueOn,
                MomentOn = reminder.MomentOn,
                OwnerUnitId = task.OwnerUnitId,
                Outcome = goes ? ReminderOutcome.Sent : ReminderOutcome.Skipped,
                Reason = reminder.Skip,
                EscalatedTo = above,
                RecordedAt = clock.GetUtcNow(),
            });
            if (goes) db.Publish(Notice(task, task.OwnerUnitId, ReportingPeriodsPermissions.DoTasks.Code, today));
            if (above is { } giver) db.Publish(Notice(task, giver, MeetingAccess.KeeperOf(task).Code, today));
        }

        db.Audit(new AuditEntry("reporting_periods.remind_tasks", "task", open[0].Id.ToString(), null, new
        {
            rule = reminder.RuleDays,
            on = reminder.MomentOn,
            tasks = open.Count,
            sent = goes,
            reason = reminder.Skip,
        }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return false;
        }
        finally
        {
            db.Forget();
        }
    }

    private static NotificationRequested Notice(GivenTask task, Guid unitId, string permission, DateOnly today)
    {
        var late = today.DayNumber - task.DueOn.DayNumber;
        var subject = late > 0
            ? new LocalText($"Nhiệm vụ quá hạn {late} ngày: {task.Code}", $"Task {late} {(late == 1 ? "day" : "days")} overdue: {task.Code}")
            : new LocalText($"Nhắc nhiệm vụ đến hạn: {task.Code}", $"Reminder, task due: {task.Code}");
        return new NotificationRequested(
            Ids.New(), unitId, permission, subject,
            new LocalText(
                $"{TaskNotices.Quote(task.Text)} Hạn hoàn thành: {ReminderTexts.Vi(task.DueOn)}.",
                $"{TaskNotices.Quote(task.Text)} Due on {ReminderTexts.En(task.DueOn)}."),
            TaskNotices.LinkTo(task.Id));
    }
}
