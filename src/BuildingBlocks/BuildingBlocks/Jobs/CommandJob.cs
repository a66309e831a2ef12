using System.Globalization;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
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
        context.Result = ReportOf(await scope.ServiceProvider.GetRequiredService<ISender>().Send((object)job.CreateCommand(), cancellationToken));
    }

    /// <summary>What the history keeps: the number of things done, or why the command was refused. A refusal is history, not a fault to retry.</summary>
    private static JobRunReport ReportOf(object? answer) => answer switch
    {
        Result { Succeeded: false } refused => Refused(refused.Failures),
        Result<int> { Succeeded: false } refused => Refused(refused.Failures),
        Result<int> counted => JobRunReport.Succeeded(counted.Value.ToString(CultureInfo.InvariantCulture)),
        _ => JobRunReport.Succeeded(null),
    };

    private static JobRunReport Refused(IReadOnlyList<Failure> failures) =>
        JobRunReport.Failed(string.Join("; ", failures.Select(failure => $"{failure.Code}: {failure.Message(Language.En)}").Distinct()));
}
