using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Makes sure that of every cycle that runs the present period and the one after it are planned.</summary>
internal sealed record PlanNextPeriods : ICommand;

internal sealed class PlanNextPeriodsHandler(
    IReportingPeriodsDb db, Guardian guardian, CityCalendar city, TimeProvider clock, ISender sender)
    : ICommandHandler<PlanNextPeriods>
{
    public async Task<Result> Handle(PlanNextPeriods request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        var calendar = await city.ReadAsync(cancellationToken);
        var today = CityTime.Today(clock);
        foreach (var cycle in await db.Cycles.AsNoTracking().Where(cycle => !cycle.IsDormant).ToListAsync(cancellationToken))
        {
            var present = cycle.PlanContaining(today, calendar);
            var next = cycle.PlanContaining(present.WindowTo.AddDays(1), calendar);
            foreach (var plan in (Domain.PeriodPlan[])[present, next])
            {
                var planned = await sender.Send(new PlanPeriod(cycle.Code, plan.Code), cancellationToken);
                if (!planned.Succeeded) return planned.WithoutValue();
            }
        }

        return Result.Ok;
    }
}
