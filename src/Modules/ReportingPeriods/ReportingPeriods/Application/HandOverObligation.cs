using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>
/// Decides who answers for the obligation of a unit that ended in mid-period: the unit's own people finish it, or another unit takes it over
/// and is reminded in its place. The figures stay the old unit's either way (values stay on the unit that reported them).
/// </summary>
/// <param name="ObligationId">The obligation.</param>
/// <param name="ToUnitId">The unit that takes it over; null to keep it where it is.</param>
/// <param name="Reason">Why.</param>
internal sealed record HandOverObligation(Guid ObligationId, Guid? ToUnitId, string? Reason) : ICommand;

internal sealed class HandOverObligationValidator : AbstractValidator<HandOverObligation>
{
    public HandOverObligationValidator() => RuleFor(c => c.Reason).RequiredText(1000);
}

internal sealed class HandOverObligationHandler(
    IReportingPeriodsDb db, Guardian guardian, ICurrentUser user, TimeProvider clock, ISender sender) : ICommandHandler<HandOverObligation>
{
    public async Task<Result> Handle(HandOverObligation request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        var owed = await db.Obligations.FirstOrDefaultAsync(o => o.Id == request.ObligationId, cancellationToken);
        if (owed is null) return PeriodFailures.UnknownObligation;
        var earlier = await db.HandOvers.AsNoTracking().Where(h => h.ObligationId == owed.Id).ToListAsync(cancellationToken);
        if (earlier.MaxBy(h => h.Number) is { } last && last.ToUnitId == request.ToUnitId) return Result.Ok;
        var today = CityTime.Today(clock);
        var units = (await sender.Send(new GetUnits([owed.UnitId, request.ToUnitId ?? owed.UnitId], today), cancellationToken))
            .ToDictionary(unit => unit.Id);
        if (!units.TryGetValue(owed.UnitId, out var unit) || Exists(unit, today)) return PeriodFailures.UnitStillThere;
        if (request.ToUnitId is { } to && !(units.TryGetValue(to, out var successor) && Exists(successor, today)))
            return PeriodFailures.UnknownSuccessor.On("toUnitId");
        if (request.ToUnitId is { } next) owed.HandOver(next);
        else owed.Keep();
        db.HandOvers.Add(new HandOver
        {
            ObligationId = owed.Id,
            Number = earlier.Count + 1,
            PeriodId = owed.PeriodId,
            ToUnitId = request.ToUnitId,
            Reason = request.Reason!,
            DecidedBy = user.Id,
            DecidedAt = clock.GetUtcNow(),
        });
        var period = await db.Periods.AsNoTracking().FirstAsync(p => p.Id == owed.PeriodId, cancellationToken);
        if (request.ToUnitId is { } taker) db.Publish(Notice(taker, unit.Name, owed, period));
        db.Publish(new ObligationHandedOver(Ids.New(), owed.Id, owed.PeriodId, owed.UnitId, request.ToUnitId));
        db.Audit(new AuditEntry(
            "reporting_periods.hand_over", "obligation", owed.Id.ToString(), owed.UnitId, new { toUnitId = request.ToUnitId, reason = request.Reason }));
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

    private static bool Exists(UnitSummary unit, DateOnly today) =>
        unit.ValidFrom <= today && (unit.ValidTo is null || today <= unit.ValidTo);

    private static NotificationRequested Notice(Guid taker, LocalText from, UnitObligation owed, ReportingPeriod period) => new(
        Ids.New(), taker, ReminderTexts.Permission,
        new LocalText($"Nhận bàn giao báo cáo {period.NameVi}", $"Report taken over: {ReminderTexts.English(period.NameEn)}"),
        new LocalText(
            $"Đơn vị nhận nghĩa vụ báo cáo của {from.Vi}, hạn {ReminderTexts.Vi(owed.EffectiveDueOn)}. Số liệu vẫn được ghi cho đơn vị cũ.",
            $"The unit answers for the report of {from.En}, due on {ReminderTexts.En(owed.EffectiveDueOn)}. The figures stay those of the old unit."),
        ReminderTexts.LinkTo(period.Code));
}
