using LearningCity.BuildingBlocks.Security;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace LearningCity.BuildingBlocks.Jobs;

/// <summary>Sends the command of the scheduled job that the trigger names, acting for the system.</summary>
[DisallowConcurrentExecution]
internal sealed class CommandJob(IServiceScopeFactory scopes, IEnumerable<ScheduledJob> jobs) : IJob
{
    internal const string JobNameKey = "job";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var name = context.JobDetail.Key.Name;
        var job = jobs.FirstOrDefault(candidate => candidate.Name == name);

        // A trigger of a job that a newer version of the product no longer has.
        if (job is null) return;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(Caller.System);
        using var span = Telemetry.Source.StartActivity(name);
        await scope.ServiceProvider.GetRequiredService<ISender>().Send((object)job.CreateCommand(), cancellationToken);
    }
}
