using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Gives one unit a later day, for a reason; also after closing. To give the same day again changes nothing.</summary>
internal sealed record ExtendObligation(Guid ObligationId, DateOnly ExtendedTo, string Reason) : ICommand;

internal sealed class ExtendObligationValidator : AbstractValidator<ExtendObligation>
{
    public ExtendObligationValidator()
    {
        RuleFor(c => c.Reason).RequiredText(1000);
        RuleFor(c => c.ExtendedTo).Must(day => day.Year is >= 2000 and < 2200)
            .Say("Nhập ngày gia hạn theo dạng năm-tháng-ngày, ví dụ 2026-07-06.", "Enter the day as year-month-day, such as 2026-07-06.");
    }
}

internal sealed class ExtendObligationHandler(IReportingPeriodsDb db, Guardian guardian, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<ExtendObligation>
{
    public async Task<Result> Handle(ExtendObligation request, CancellationToken cancellationToken)
    {
        var obligation = await db.Obligations.FirstOrDefaultAsync(o => o.Id == request.ObligationId, cancellationToken);
        if (obligation is null) return PeriodFailures.UnknownObligation;
        var allowed = await guardian.RequireAsync(ReportingPeriodsPermissions.Manage, obligation.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (obligation.ExtendedTo == request.ExtendedTo) return Result.Ok;
        var from = obligation.EffectiveDueOn;
        if (obligation.Extend(request.ExtendedTo, CityTime.Today(clock)) is { Succeeded: false } refused) return refused;
        db.Extensions.Add(new Extension
        {
            ObligationId = obligation.Id,
            ExtendedTo = request.ExtendedTo,
            From = from,
            Reason = request.Reason,
            GivenBy = user.Id,
            GivenAt = clock.GetUtcNow(),
        });
        var period = await db.Periods.AsNoTracking().FirstAsync(p => p.Id == obligation.PeriodId, cancellationToken);
        db.Publish(Notice(obligation, period));
        db.Audit(new AuditEntry(
            "reporting_periods.extend", "obligation", obligation.Id.ToString(), obligation.UnitId,
            new { period = period.Code, from, to = request.ExtendedTo, reason = request.Reason }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return await AfterSomebodyElseAsync(request, cancellationToken);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return await AfterSomebodyElseAsync(request, cancellationToken);
        }
    }

    private static NotificationRequested Notice(UnitObligation obligation, ReportingPeriod period) => new(
        Ids.New(), obligation.UnitId, ReminderTexts.Permission,
        new LocalText($"Được gia hạn báo cáo {period.NameVi}", $"Extension for the report on {ReminderTexts.English(period.NameEn)}"),
        new LocalText(
            $"Được gia hạn đến {ReminderTexts.Vi(obligation.EffectiveDueOn)}.",
            $"Extended to {ReminderTexts.En(obligation.EffectiveDueOn)}."),
        ReminderTexts.LinkTo(period.Code));

    private async Task<Result> AfterSomebodyElseAsync(ExtendObligation request, CancellationToken cancellationToken)
    {
        db.Forget();
        var present = await db.Obligations.Where(o => o.Id == request.ObligationId).Select(o => o.ExtendedTo)
            .FirstAsync(cancellationToken);
        return present == request.ExtendedTo ? Result.Ok : PlatformFailures.Stale;
    }
}
