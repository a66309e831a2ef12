using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Opens the planned periods whose day has come and whose end has not passed. Sent by a job.</summary>
internal sealed record OpenDuePeriods : ICommand;

/// <summary>Closes the open periods whose last day has passed. Sent by a job.</summary>
internal sealed record CloseDuePeriods : ICommand;

internal sealed class OpenDuePeriodsHandler(IReportingPeriodsDb db, Guardian guardian, TimeProvider clock, ISender sender)
    : ICommandHandler<OpenDuePeriods>
{
    public async Task<Result> Handle(OpenDuePeriods request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        var today = CityTime.Today(clock);
        var due = await db.Periods.AsNoTracking()
            .Where(p => p.State == PeriodState.Planned && p.OpensOn <= today && p.ClosesOn >= today)
            .Select(p => p.Code).ToListAsync(cancellationToken);
        return await KeepOnTime.SendAllAsync(sender, due.Select(code => new OpenPeriod(code)), cancellationToken);
    }
}

internal sealed class CloseDuePeriodsHandler(IReportingPeriodsDb db, Guardian guardian, TimeProvider clock, ISender sender)
    : ICommandHandler<CloseDuePeriods>
{
    public async Task<Result> Handle(CloseDuePeriods request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        var today = CityTime.Today(clock);
        var due = await db.Periods.AsNoTracking()
            .Where(p => p.State == PeriodState.Open && p.ClosesOn < today)
            .Select(p => p.Code).ToListAsync(cancellationToken);
        return await KeepOnTime.SendAllAsync(sender, due.Select(code => new ClosePeriod(code)), cancellationToken);
    }
}

/// <summary>Sends several commands; one that is refused does not keep the others from being tried.</summary>
internal static class KeepOnTime
{
    internal static async Task<Result> SendAllAsync(ISender sender, IEnumerable<ICommand> commands, CancellationToken cancellationToken)
    {
        var failures = new List<Failure>();
        foreach (var command in commands) failures.AddRange((await sender.Send(command, cancellationToken)).Failures);
        return failures.Count == 0 ? Result.Ok : Result.Failed(failures);
    }
}
