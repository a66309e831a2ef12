using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>A unit asks for more time ("Đề nghị gia hạn"); also after closing.</summary>
internal sealed record RequestExtension(Guid ObligationId, DateOnly WantedTo, string? Reason) : ICommand<Guid>;

internal sealed class RequestExtensionValidator : AbstractValidator<RequestExtension>
{
    public RequestExtensionValidator()
    {
        RuleFor(c => c.Reason).RequiredText(1000);
        RuleFor(c => c.WantedTo).Must(day => day.Year is >= 2000 and < 2200)
            .Say("Nhập ngày theo dạng năm-tháng-ngày, ví dụ 2026-07-06.", "Enter the day as year-month-day, such as 2026-07-06.");
    }
}

internal sealed class RequestExtensionHandler(IReportingPeriodsDb db, Guardian guardian, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<RequestExtension, Guid>
{
    public async Task<Result<Guid>> Handle(RequestExtension request, CancellationToken cancellationToken)
    {
        var owed = await db.Obligations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == request.ObligationId, cancellationToken);
        if (owed is null) return PeriodFailures.UnknownObligation;
        var unitId = owed.CarriedByUnitId ?? owed.UnitId;
        var allowed = await guardian.RequireAsync(ReportingPeriodsPermissions.RequestExtension, unitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (request.WantedTo <= owed.EffectiveDueOn) return PeriodFailures.ExtensionNotLater.On("wantedTo", owed.EffectiveDueOn);
        var today = CityTime.Today(clock);
        if (request.WantedTo < today) return PeriodFailures.ExtensionInPast.On("wantedTo", today);
        var earlier = await db.ExtensionRequests.AsNoTracking().Where(r => r.ObligationId == owed.Id).Select(r => r.State).ToListAsync(cancellationToken);
        if (earlier.Contains(RequestState.Asked)) return PeriodFailures.RequestOpen;
        var asked = new ExtensionRequest
        {
            Id = Ids.New(),
            ObligationId = owed.Id,
            Number = earlier.Count + 1,
            PeriodId = owed.PeriodId,
            UnitId = unitId,
            WantedTo = request.WantedTo,
            Reason = request.Reason!,
            AskedBy = user.Id,
            AskedAt = clock.GetUtcNow(),
        };
        db.ExtensionRequests.Add(asked);
        db.Audit(new AuditEntry(
            "reporting_periods.request_extension", "obligation", owed.Id.ToString(), unitId,
            new { due = owed.EffectiveDueOn, wanted = request.WantedTo, reason = request.Reason }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return asked.Id;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            db.Forget();
            return PeriodFailures.RequestOpen;
        }
    }
}
