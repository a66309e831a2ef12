using System.Data.Common;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.BuildingBlocks.Units;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>
/// Reminds, by hand, the units within the caller's scope that have not handed in: each unit once a day, whoever asks and however often.
/// The rules' own reminders go on.
/// </summary>
/// <returns>How many were sent.</returns>
internal sealed record RemindNow(string PeriodCode) : ICommand<int>;

/// <summary>How many reminders <see cref="RemindNow"/> would send; 0 also for who may not send them.</summary>
internal sealed record CountToRemind(string PeriodCode) : IQuery<int>;

internal sealed class RemindNowHandler(
    IReportingPeriodsDb db, Guardian guardian, ICurrentUser user, LateUnits lateUnits, CityCalendar city, TimeProvider clock)
    : ICommandHandler<RemindNow, int>
{
    public async Task<Result<int>> Handle(RemindNow request, CancellationToken cancellationToken)
    {
        if (guardian.Require(ReportingPeriodsPermissions.Remind) is { Succeeded: false } refused) return refused;
        var period = await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.Code == request.PeriodCode, cancellationToken);
        if (period is null) return PeriodFailures.UnknownPeriod.With(request.PeriodCode);
        if (period.State != PeriodState.Open) return PeriodFailures.NotOpenForReminders.With(period.Code);
        var calendar = await city.ReadAsync(cancellationToken);
        while (true)
        {
            var late = await lateUnits.OfAsync(period, cancellationToken);
            if (late.Count == 0) return 0;
            if (await TrySaveAsync(period, late, calendar, cancellationToken)) return late.Count;
        }
    }

    /// <summary>Saves lines with their notices; false where somebody else saved one of them first.</summary>
    private async Task<bool> TrySaveAsync(ReportingPeriod period, IReadOnlyList<LateUnit> late, HolidayCalendar calendar, CancellationToken cancellationToken)
    {
        var (today, now) = (CityTime.Today(clock), clock.GetUtcNow());
        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    await db.BulkInsertAsync(
                        late.Select(report => new ManualReminder
                        {
                            PeriodId = period.Id,
                            UnitId = report.UnitId,
                            Day = today,
                            Reports = report.Reports,
                            By = user.Id,
                            SentAt = now,
                        }),
                        cancellationToken);
                    foreach (var report in late) db.Publish(Notice(period, report, today, calendar));
                    db.Audit(new AuditEntry("reporting_periods.remind_now", "period", period.Code, user.Caller.UnitId, new { sent = late.Count }));
                    return await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken);
            return true;
        }
        catch (DbException exception) when (db.IsUniqueViolation(new DbUpdateException(exception.Message, exception)))
        {
            return false;
        }
        finally
        {
            db.Forget();
        }
    }

    private static NotificationRequested Notice(ReportingPeriod period, LateUnit report, DateOnly today, HolidayCalendar calendar)
    {
        var (subject, body) = ReminderTexts.Write(period.NameVi, period.NameEn, report.Cells, report.DueOn, today, calendar);
        return new NotificationRequested(Ids.New(), report.UnitId, ReminderTexts.Permission, subject, body, ReminderTexts.LinkTo(period.Code));
    }
}

internal sealed class CountToRemindHandler(IReportingPeriodsDb db, ICurrentUser user, LateUnits lateUnits) : IQueryHandler<CountToRemind, int>
{
    public async Task<int> Handle(CountToRemind request, CancellationToken cancellationToken)
    {
        if (!user.Has(ReportingPeriodsPermissions.Remind.Code)) return 0;
        var period = await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.Code == request.PeriodCode && p.State == PeriodState.Open, cancellationToken);
        return period is null ? 0 : (await lateUnits.OfAsync(period, cancellationToken)).Count;
    }
}

/// <summary>A unit with reports that were not handed in.</summary>
/// <param name="UnitId">The unit, or the one that took its obligation over.</param>
/// <param name="Reports">How many reports.</param>
/// <param name="Cells">Indicators that it owes in them.</param>
/// <param name="DueOn">When the first of them is due.</param>
internal sealed record LateUnit(Guid UnitId, int Reports, int Cells, DateOnly DueOn);

/// <summary>Finds the units within the caller's scope that have not handed in and were not reminded by hand today; never the caller's own.</summary>
internal sealed class LateUnits(IReportingPeriodsDb db, ICurrentUser user, TimeProvider clock, ISender sender)
{
    internal async Task<IReadOnlyList<LateUnit>> OfAsync(ReportingPeriod period, CancellationToken cancellationToken)
    {
        var today = CityTime.Today(clock);
        var submitted = await sender.Send(new FindSubmittedObligations(period.Id), cancellationToken);
        var told = await db.ManualReminders.AsNoTracking().Where(r => r.PeriodId == period.Id && r.Day == today).Select(r => r.UnitId).ToHashSetAsync(cancellationToken);
        var owed = await (
            from o in db.Obligations.AsNoTracking().Where(o => o.PeriodId == period.Id)
                .WithinScope(db.UnitPlaces, user.ScopeOf(ReportingPeriodsPermissions.Remind.Code), o => o.UnitId, period.WindowTo)
            join list in db.CellLists on o.CellListId equals list.Id
            orderby o.Number
            select new { o.Id, UnitId = o.CarriedByUnitId ?? o.UnitId, list.Count, DueOn = o.ExtendedTo ?? o.DueOn }).ToListAsync(cancellationToken);
        return
        [
            .. owed.Where(o => !submitted.Contains(o.Id) && o.UnitId != user.Caller.UnitId && !told.Contains(o.UnitId)).GroupBy(o => o.UnitId)
                .Select(unit => new LateUnit(unit.Key, unit.Count(), unit.Sum(o => o.Count), unit.Min(o => o.DueOn))),
        ];
    }
}
