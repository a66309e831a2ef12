using System.Data.Common;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>
/// Sends what is due and keeps the log. A line of the log and the notice it stands for are saved in one transaction under the line's
/// key; where another host was first, its lines are there when this one reads again, and it goes on with the rest.
/// </summary>
internal sealed class ReminderRecorder(IReportingPeriodsDb db, HolidayCalendar calendar, TimeProvider clock, ISender sender)
{
    /// <summary>Lines saved at once: short transactions while notices are sent.</summary>
    private const int NoticesAtOnce = 200;

    /// <summary>Lines saved at once where nothing is sent.</summary>
    private const int LinesAtOnce = 5000;

    /// <summary>After a period closed, extended units are still reminded for so many days past their own due date.</summary>
    internal const int DaysAfterExtension = 14;

    /// <summary>Sends the reminders of a period that are due today, and puts on record those that are not sent.</summary>
    /// <returns>How many were sent.</returns>
    internal async Task<int> SendAsync(Guid periodId, DateOnly today, CancellationToken cancellationToken)
    {
        var period = await db.Periods.AsNoTracking().FirstAsync(p => p.Id == periodId, cancellationToken);
        var sent = 0;
        IReadOnlySet<Guid>? submitted = null;
        foreach (var dueOn in await DueDatesAsync(period, today, cancellationToken))
        {
            foreach (var reminder in ReminderSchedule.Due(dueOn, today, calendar))
            {
                submitted ??= await sender.Send(new FindSubmittedObligations(periodId), cancellationToken);
                sent += await RecordAsync(period, dueOn, reminder, today, submitted, cancellationToken);
            }
        }

        return sent;
    }

    /// <summary>
    /// Puts every reminder on record whose day has come and that has no line yet, as skipped for one reason: whether a unit had handed in
    /// by that day, nobody looked.
    /// </summary>
    internal async Task SkipAsync(Guid periodId, DateOnly today, SkipReason reason, CancellationToken cancellationToken)
    {
        var period = await db.Periods.AsNoTracking().FirstAsync(p => p.Id == periodId, cancellationToken);
        foreach (var dueOn in await DueDatesAsync(period, today, cancellationToken))
        {
            foreach (var reminder in ReminderSchedule.Due(dueOn, today, calendar))
                await RecordAsync(period, dueOn, reminder with { Skip = reason }, today, new HashSet<Guid>(), cancellationToken);
        }
    }

    private async Task<List<DateOnly>> DueDatesAsync(ReportingPeriod period, DateOnly today, CancellationToken cancellationToken)
    {
        var stillUseful = today.AddDays(-DaysAfterExtension);
        var dates = period.State == PeriodState.Open
            ? db.Obligations.Where(o => o.PeriodId == period.Id).Select(o => o.ExtendedTo ?? o.DueOn)
            : db.Obligations.Where(o => o.PeriodId == period.Id && o.ExtendedTo >= stillUseful).Select(o => o.ExtendedTo!.Value);
        return await dates.Distinct().Order().ToListAsync(cancellationToken);
    }

    private async Task<int> RecordAsync(
        ReportingPeriod period, DateOnly dueOn, DueReminder reminder, DateOnly today, IReadOnlySet<Guid> submitted,
        CancellationToken cancellationToken)
    {
        var sent = 0;
        while (true)
        {
            var open = await OpenLinesAsync(period.Id, dueOn, reminder, cancellationToken);
            if (open.Count == 0) return sent;
            var lines = open.ConvertAll(line => Line(period.Id, dueOn, reminder, line, submitted));
            var notices = open.Where((_, place) => lines[place].Outcome == ReminderOutcome.Sent)
                .Select(line => Notice(period, dueOn, today, line)).ToList();
            if (await TrySaveAsync(period, reminder, lines, notices, cancellationToken)) sent += notices.Count;
        }
    }

    private Task<List<OpenLine>> OpenLinesAsync(
        Guid periodId, DateOnly dueOn, DueReminder reminder, CancellationToken cancellationToken) =>
        (from o in db.Obligations
         join list in db.CellLists on o.CellListId equals list.Id
         where o.PeriodId == periodId && (o.ExtendedTo ?? o.DueOn) == dueOn
             && !db.Reminders.Any(r => r.ObligationId == o.Id && r.RuleDays == reminder.RuleDays && r.DueOn == dueOn)
         orderby o.Number
         select new OpenLine(o.Id, o.UnitId, o.Number, list.Count))
        .Take(reminder.Skip is null ? NoticesAtOnce : LinesAtOnce).ToListAsync(cancellationToken);

    private Reminder Line(Guid periodId, DateOnly dueOn, DueReminder reminder, OpenLine open, IReadOnlySet<Guid> submitted) => new()
    {
        ObligationId = open.ObligationId,
        RuleDays = reminder.RuleDays,
        DueOn = dueOn,
        PeriodId = periodId,
        UnitId = open.UnitId,
        Number = open.Number,
        MomentOn = reminder.MomentOn,
        Outcome = submitted.Contains(open.ObligationId) ? ReminderOutcome.NotNeeded
            : reminder.Skip is null ? ReminderOutcome.Sent
            : ReminderOutcome.Skipped,
        Reason = submitted.Contains(open.ObligationId) ? null : reminder.Skip,
        RecordedAt = clock.GetUtcNow(),
    };

    private NotificationRequested Notice(ReportingPeriod period, DateOnly dueOn, DateOnly today, OpenLine open)
    {
        var (subject, body) = ReminderTexts.Write(period.NameVi, period.NameEn, open.Cells, dueOn, today, calendar);
        return new NotificationRequested(
            Ids.New(), open.UnitId, ReminderTexts.Permission, subject, body, ReminderTexts.LinkTo(period.Code));
    }

    /// <summary>Saves lines with their notices; false where another host saved one of them first.</summary>
    private async Task<bool> TrySaveAsync(
        ReportingPeriod period, DueReminder reminder, List<Reminder> lines, List<NotificationRequested> notices,
        CancellationToken cancellationToken)
    {
        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    await db.BulkInsertAsync(lines, cancellationToken);
                    foreach (var notice in notices) db.Publish(notice);
                    db.Audit(new AuditEntry("reporting_periods.remind", "period", period.Code, Details: new
                    {
                        rule = reminder.RuleDays,
                        on = reminder.MomentOn,
                        sent = notices.Count,
                        notNeeded = lines.Count(line => line.Outcome == ReminderOutcome.NotNeeded),
                        skipped = lines.Count(line => line.Outcome == ReminderOutcome.Skipped),
                        reason = reminder.Skip,
                    }));
                    return await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken);
            db.Forget();
            return true;
        }
        catch (DbException exception) when (db.IsUniqueViolation(new DbUpdateException(exception.Message, exception)))
        {
            db.Forget();
            return false;
        }
    }

    private sealed record OpenLine(Guid ObligationId, Guid UnitId, int Number, int Cells);
}
