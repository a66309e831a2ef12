using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Plans the period of that code, with the dates that its cycle gives it. A period that is planned already stays as it is.</summary>
internal sealed record PlanPeriod(string CycleCode, string Code) : ICommand<Guid>;

internal sealed class PlanPeriodHandler(IReportingPeriodsDb db, Guardian guardian, CityCalendar calendar)
    : ICommandHandler<PlanPeriod, Guid>
{
    public async Task<Result<Guid>> Handle(PlanPeriod request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        var cycle = await db.Cycles.AsNoTracking().FirstOrDefaultAsync(c => c.Code == request.CycleCode, cancellationToken);
        if (cycle is null) return PeriodFailures.UnknownCycle.On("cycle", request.CycleCode);
        if (cycle.TryPlan(request.Code, await calendar.ReadAsync(cancellationToken)) is not { } plan)
            return PeriodFailures.CodeNotOfCycle.On("code", request.Code, cycle.Example());
        if (await FindAsync(plan.Code, cancellationToken) is { } existing) return existing;
        var period = ReportingPeriod.From(plan, cycle.Id);
        db.Periods.Add(period);
        db.Audit(new AuditEntry("reporting_periods.plan", "period", period.Code, Details: plan));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return period.Id;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            // Another host planned it in the meantime.
            db.Forget();
            return (await FindAsync(plan.Code, cancellationToken))!.Value;
        }
    }

    private Task<Guid?> FindAsync(string code, CancellationToken cancellationToken) => db.Periods.AsNoTracking()
        .Where(period => period.Code == code).Select(period => (Guid?)period.Id).FirstOrDefaultAsync(cancellationToken);
}
