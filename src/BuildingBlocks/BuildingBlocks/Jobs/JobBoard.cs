using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Quartz.Extensibility;

namespace LearningCity.BuildingBlocks.Jobs;

/// <summary>How the last run of a job ended.</summary>
public enum JobOutcome
{
    /// <summary>It did its work, or found nothing to do.</summary>
    Done,

    /// <summary>It threw, or its command was refused.</summary>
    Failed,

    /// <summary>The host stopped in the middle of it; the next run does what is left.</summary>
    Interrupted,
}

/// <summary>How a job stands.</summary>
/// <param name="Job">The job.</param>
/// <param name="LastRunAt">When it last ran, on whichever host; null if it never did.</param>
/// <param name="LastOutcome">How that ended.</param>
/// <param name="LastSummary">What it said of itself: a number of things done, or the code of a refusal.</param>
/// <param name="LastDuration">How long it took.</param>
/// <param name="LastHost">The scheduler's name for the host that ran it.</param>
/// <param name="LastSucceededAt">When it last did its work.</param>
/// <param name="FailuresInARow">How many runs failed since then.</param>
/// <param name="NextRunAt">When it runs next; null where nothing is scheduled.</param>
public sealed record JobState(
    ScheduledJob Job, DateTimeOffset? LastRunAt, JobOutcome? LastOutcome, string? LastSummary, TimeSpan? LastDuration, string? LastHost,
    DateTimeOffset? LastSucceededAt, int FailuresInARow, DateTimeOffset? NextRunAt);

/// <summary>What the scheduler knows of the jobs: of all hosts where they are one cluster, of this one on SQLite.</summary>
public sealed class JobBoard(IEnumerable<ScheduledJob> jobs, IServiceProvider services)
{
    /// <summary>Whether this host has a scheduler (<c>Jobs:Enabled</c>); one without can neither see runs nor ask for one.</summary>
    public bool RunsHere => services.GetService<ISchedulerFactory>() is not null;

    /// <summary>The job of that name; null if there is none.</summary>
    public ScheduledJob? Find(string name) => jobs.FirstOrDefault(job => job.Name == name);

    /// <summary>All jobs in order of their names.</summary>
    public async Task<IReadOnlyList<JobState>> ReadAsync(CancellationToken cancellationToken)
    {
        var all = jobs.OrderBy(job => job.Name, StringComparer.Ordinal).ToList();
        if (services.GetService<ISchedulerFactory>() is not { } factory)
            return all.ConvertAll(job => new JobState(job, null, null, null, null, null, null, 0, null));
        var scheduler = await factory.GetScheduler(cancellationToken);
        var history = services.GetRequiredService<IExecutionHistoryStore>();
        var states = new List<JobState>(all.Count);
        foreach (var job in all)
        {
            var key = new JobKey(job.Name);
            var status = await history.GetJobRunStatus(scheduler.SchedulerName, key, cancellationToken);
            var next = (await scheduler.GetTriggersOfJob(key, cancellationToken)).Min(trigger => trigger.NextFireTimeUtc);
            states.Add(new JobState(
                job, status?.LastFiredAtUtc, OutcomeOf(status?.LastResult), status?.LastSummary ?? status?.LastFailureMessage,
                status?.LastDuration, status?.LastSchedulerInstanceId, status?.LastSucceededAtUtc, status?.ConsecutiveFailures ?? 0, next));
        }

        return states;
    }

    /// <summary>Runs a job as soon as a host is free; a run that is under way is not doubled.</summary>
    /// <returns>False where this host has no scheduler.</returns>
    public async Task<bool> RunNowAsync(string name, CancellationToken cancellationToken)
    {
        if (services.GetService<ISchedulerFactory>() is not { } factory) return false;
        var scheduler = await factory.GetScheduler(cancellationToken);
        await scheduler.TriggerJob(new JobKey(name), cancellationToken);
        return true;
    }

    private static JobOutcome? OutcomeOf(JobRunResult? result) => result switch
    {
        null => null,
        JobRunResult.Succeeded or JobRunResult.Skipped => JobOutcome.Done,
        JobRunResult.Failed => JobOutcome.Failed,
        _ => JobOutcome.Interrupted,
    };
}
