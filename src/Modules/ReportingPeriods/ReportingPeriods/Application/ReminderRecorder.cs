using System.Data.Common;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>
/// Sends what is due and keeps the log. A line of the log and the notice it stands for are saved in one transaction under the line's
/// key; where another host was first, its lines are there when this one reads again, and it goes on with the rest.
/// </summary>
internal sealed class ReminderRecorder(
    IReportingPeriodsDb db, CityCalendar city, Escalation escalation, TimeProvider clock, ISender sender)
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
        var (rules, calendar) = await RulesAsync(cancellationToken);
        var sent = 0;
        IReadOnlySet<Guid>? submitted = null;
        foreach (var dueOn in await DueDatesAsync(period, today, cancellationToken))
        {
            foreach (var reminder in ReminderSchedule.Due(dueOn, today, calendar, [.. rules.Keys]))
            {
                submitted ??= await sender.Send(new FindSubmittedObligations(periodId), cancellationToken);
                var round = new Round(period, dueOn, reminder, rules[reminder.RuleDays], today, submitted, calendar);
                sent += await RecordAsync(round, cancellationToken);
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
        var (rules, calendar) = await RulesAsync(cancellationToken);
        foreach (var dueOn in await DueDatesAsync(period, today, cancellationToken))
        {
            foreach (var reminder in ReminderSchedule.Due(dueOn, today, calendar, [.. rules.Keys]))
            {
                var round = new Round(period, dueOn, reminder with { Skip = reason }, false, today, new HashSet<Guid>(), calendar);
                await RecordAsync(round, cancellationToken);
            }
        }
    }

    private async Task<(Dictionary<int, bool> Rules, HolidayCalendar Calendar)> RulesAsync(CancellationToken cancellationToken)
    {
        var policy = await db.ReminderPolicies.AsNoTracking().SingleAsync(cancellationToken);
        return (policy.Rules.ToDictionary(rule => rule.Days, rule => rule.Escalates), await city.ReadAsync(cancellationToken));
    }

    private async Task<List<DateOnly>> DueDatesAsync(ReportingPeriod period, DateOnly today, CancellationToken cancellationToken)
    {
        var stillUseful = today.AddDays(-DaysAfterExtension);
        var dates = period.State == PeriodState.Open
            ? db.Obligations.Where(o => o.PeriodId == period.Id).Select(o => o.ExtendedTo ?? o.DueOn)
            : db.Obligations.Where(o => o.PeriodId == period.Id && o.ExtendedTo >= stillUseful).Select(o => o.ExtendedTo!.Value);
        return await dates.Distinct().Order().ToListAsync(cancellationToken);
    }

    private async Task<int> RecordAsync(Round round, CancellationToken cancellationToken)
    {
        var sent = 0;
        while (true)
        {
            var open = await OpenLinesAsync(round.Period.Id, round.DueOn, round.Reminder, cancellationToken);
            if (open.Count == 0) return sent;
            var reminded = open.Where(line => round.Reminder.Skip is null && !round.Submitted.Contains(line.ObligationId)).ToList();
            var above = round.Escalates
                ? await escalation.AboveAsync(reminded.Select(line => line.UnitId), round.Today, cancellationToken)
                : [];
            var notices = reminded.ConvertAll(line => Notice(round, line));
            var told = await escalation.NoticesAsync(round.Period, round.DueOn, above, round.Today, cancellationToken);
            var deputies = round.Escalates ? await DeputyNoticesAsync(round, reminded, cancellationToken) : [];
            var lines = open.ConvertAll(line => Line(round, line, above));
            if (await TrySaveAsync(round, lines, [.. notices, .. told, .. deputies], deputies.Count, cancellationToken)) sent += notices.Count;
        }
    }

    /// <summary>The last reminder goes to the deputy of the unit's focal point too, should the first one be away.</summary>
    private async Task<List<NotificationRequested>> DeputyNoticesAsync(Round round, List<OpenLine> reminded, CancellationToken cancellationToken)
    {
        if (reminded.Count == 0) return [];
        var addresses = await sender.Send(new FindDeputyAddresses([.. reminded.Select(line => line.UnitId)], round.Today), cancellationToken);
        return [.. reminded.Where(line => addresses.ContainsKey(line.UnitId)).Select(line => Notice(round, line) with { Addresses = [addresses[line.UnitId]] })];
    }

    private Task<List<OpenLine>> OpenLinesAsync(
        Guid periodId, DateOnly dueOn, DueReminder reminder, CancellationToken cancellationToken) =>
        (from o in db.Obligations
         join list in db.CellLists on o.CellListId equals list.Id
         where o.PeriodId == periodId && (o.ExtendedTo ?? o.DueOn) == dueOn
             && !db.Reminders.Any(r => r.ObligationId == o.Id && r.RuleDays == reminder.RuleDays && r.DueOn == dueOn)
         orderby o.Number
         select new OpenLine(o.Id, o.CarriedByUnitId ?? o.UnitId, o.Number, list.Count))
        .Take(reminder.Skip is null ? NoticesAtOnce : LinesAtOnce).ToListAsync(cancellationToken);

    private Reminder Line(Round round, OpenLine open, Dictionary<Guid, Guid> above)
    {
        var submitted = round.Submitted.Contains(open.ObligationId);
        return new Reminder
        {
            ObligationId = open.ObligationId,
            RuleDays = round.Reminder.RuleDays,
            DueOn = round.DueOn,
            PeriodId = round.Period.Id,
            UnitId = open.UnitId,
            Number = open.Number,
            MomentOn = round.Reminder.MomentOn,
            Outcome = submitted ? ReminderOutcome.NotNeeded : round.Reminder.Skip is null ? ReminderOutcome.Sent : ReminderOutcome.Skipped,
            Reason = submitted ? null : round.Reminder.Skip,
            EscalatedTo = !submitted && above.TryGetValue(open.UnitId, out var unitAbove) ? unitAbove : null,
            RecordedAt = clock.GetUtcNow(),
        };
    }

    private static NotificationRequested Notice(Round round, OpenLine open)
    {
        var (subject, body) = ReminderTexts.Write(
            round.Period.NameVi, round.Period.NameEn, open.Cells, round.DueOn, round.Today, round.Calendar);
        return new NotificationRequested(
            Ids.New(), open.UnitId, ReminderTexts.Permission, subject, body, ReminderTexts.LinkTo(round.Period.Code));
    }

    /// <summary>Saves lines with their notices; false where another host saved one of them first.</summary>
    private async Task<bool> TrySaveAsync(
        Round round, List<Reminder> lines, List<NotificationRequested> notices, int deputies, CancellationToken cancellationToken)
    {
        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    await db.BulkInsertAsync(lines, cancellationToken);
                    foreach (var notice in notices) db.Publish(notice);
                    db.Audit(new AuditEntry("reporting_periods.remind", "period", round.Period.Code, Details: new
                    {
                        rule = round.Reminder.RuleDays,
                        on = round.Reminder.MomentOn,
                        sent = lines.Count(line => line.Outcome == ReminderOutcome.Sent),
                        escalated = lines.Count(line => line.EscalatedTo is not null),
                        deputies,
                        notNeeded = lines.Count(line => line.Outcome == ReminderOutcome.NotNeeded),
                        skipped = lines.Count(line => line.Outcome == ReminderOutcome.Skipped),
                        reason = round.Reminder.Skip,
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

    /// <summary>One rule of one due date, on one day.</summary>
    private sealed record Round(
        ReportingPeriod Period, DateOnly DueOn, DueReminder Reminder, bool Escalates, DateOnly Today, IReadOnlySet<Guid> Submitted,
        HolidayCalendar Calendar);
}
