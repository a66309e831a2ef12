using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Application.Meetings;
using LearningCity.ReportingPeriods.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application.Plans;

/// <summary>Changes a plan; its targets are held against those assigned now.</summary>
internal sealed record ChangePlan(Guid PlanId, int Seen, PlanInput Plan) : ICommand;

internal sealed class ChangePlanValidator : AbstractValidator<ChangePlan>
{
    public ChangePlanValidator() => RuleFor(command => command.Plan).SetValidator(new PlanInputValidator());
}

internal sealed class ChangePlanHandler(
    IReportingPeriodsDb db, Guardian guardian, UnitNames units, PlanMaker maker, TimeProvider clock) : ICommandHandler<ChangePlan>
{
    public async Task<Result> Handle(ChangePlan request, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.FirstOrDefaultAsync(p => p.Id == request.PlanId, cancellationToken);
        if (plan is null) return MeetingFailures.UnknownPlan;
        var allowed = await guardian.RequireAsync(ReportingPeriodsPermissions.KeepPlans, plan.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (plan.Version != request.Seen) return PlatformFailures.Stale;
        if (await units.FindAsync(plan.UnitId, CityTime.Today(clock), cancellationToken) is not { } unit) return MeetingFailures.UnknownUnit;
        var content = await maker.MakeAsync(request.Plan, unit, cancellationToken);
        if (!content.Succeeded) return content.WithoutValue();
        plan.Write(content.Value);
        db.Audit(new AuditEntry(
            "reporting_periods.change_plan", "plan", plan.Id.ToString(), plan.UnitId, new { plan.Number, targets = plan.Targets.Count }));
        return await db.SaveSeenAsync(cancellationToken);
    }
}
