using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Jobs;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Access.Application.Operations;

/// <summary>All jobs of the system and how they stand.</summary>
internal sealed record ListJobs : IQuery<Result<JobList>>;

/// <summary>The jobs.</summary>
/// <param name="RunHere">Whether the host that answers has a scheduler; without one it sees no runs.</param>
/// <param name="Items">In order of their names: a dozen or two.</param>
internal sealed record JobList(bool RunHere, IReadOnlyList<JobView> Items);

/// <summary>How a job stands.</summary>
/// <param name="Name"><c>module.action</c>.</param>
/// <param name="Label">What it does.</param>
/// <param name="LastRunAt">When it last ran.</param>
/// <param name="LastOutcome">How that ended: <c>done</c>, <c>failed</c>, <c>interrupted</c>.</param>
/// <param name="LastSummary">What it said of itself.</param>
/// <param name="LastMilliseconds">How long it took.</param>
/// <param name="LastHost">Where it ran.</param>
/// <param name="LastSucceededAt">When it last did its work.</param>
/// <param name="FailuresInARow">How many runs failed since then.</param>
/// <param name="NextRunAt">When it runs next.</param>
internal sealed record JobView(
    string Name, LocalText Label, DateTimeOffset? LastRunAt, JobOutcome? LastOutcome, string? LastSummary, long? LastMilliseconds,
    string? LastHost, DateTimeOffset? LastSucceededAt, int FailuresInARow, DateTimeOffset? NextRunAt);

internal sealed class ListJobsHandler(JobBoard board, Guardian guardian) : IQueryHandler<ListJobs, Result<JobList>>
{
    public async Task<Result<JobList>> Handle(ListJobs query, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.Operate);
        if (!allowed.Succeeded) return allowed;
        var states = await board.ReadAsync(cancellationToken);
        return new JobList(board.RunsHere, [.. states.Select(state => new JobView(
            state.Job.Name, state.Job.Label, state.LastRunAt, state.LastOutcome, state.LastSummary,
            state.LastDuration is { } took ? (long)took.TotalMilliseconds : null, state.LastHost, state.LastSucceededAt, state.FailuresInARow,
            state.NextRunAt))]);
    }
}
