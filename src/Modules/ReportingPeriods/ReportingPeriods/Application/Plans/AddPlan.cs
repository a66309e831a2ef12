using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Application.Meetings;
using LearningCity.ReportingPeriods.Domain.Meetings;
using LearningCity.ReportingPeriods.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application.Plans;

/// <summary>Puts a unit's plan on record.</summary>
internal sealed record AddPlan(Guid UnitId, PlanInput Plan) : ICommand<Guid>;

internal sealed class AddPlanValidator : AbstractValidator<AddPlan>
{
    public AddPlanValidator() => RuleFor(command => command.Plan).SetValidator(new PlanInputValidator());
}

internal sealed class AddPlanHandler(
    IReportingPeriodsDb db, Guardian guardian, UnitNames units, PlanMaker maker, TimeProvider clock) : ICommandHandler<AddPlan, Guid>
{
    public async Task<Result<Guid>> Handle(AddPlan request, CancellationToken cancellationToken)
    {
        var allowed = await guardian.RequireAsync(ReportingPeriodsPermissions.KeepPlans, request.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (await units.FindAsync(request.UnitId, CityTime.Today(clock), cancellationToken) is not { } unit)
            return MeetingFailures.UnknownUnit.On("unitId");
        var content = await maker.MakeAsync(request.Plan, unit, cancellationToken);
        if (!content.Succeeded) return Result<Guid>.Failed(content.Failures);
        return await Retries.RunAsync<Result<Guid>>(db, async () =>
        {
            var last = await db.Plans.AsNoTracking().Where(p => p.UnitId == unit.Id).MaxAsync(p => (int?)p.Sequence, cancellationToken);
            var plan = new UnitPlan { Id = Ids.New(), UnitId = unit.Id, UnitCode = unit.Code, Sequence = (last ?? 0) + 1 };
            plan.Write(content.Value);
            db.Plans.Add(plan);
            db.Audit(new AuditEntry(
                "reporting_periods.add_plan", "plan", plan.Id.ToString(), unit.Id, new { plan.Number, targets = plan.Targets.Count }));
            await db.SaveChangesAsync(cancellationToken);
            return plan.Id;
        });
    }
}
