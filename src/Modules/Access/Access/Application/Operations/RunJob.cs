using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Jobs;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Access.Application.Operations;

/// <summary>Has a job run now, once more than its clock would. Jobs do their work once however often they run.</summary>
internal sealed record RunJob(string Name) : ICommand;

internal sealed class RunJobHandler(IAccessDb db, JobBoard board, Guardian guardian) : ICommandHandler<RunJob>
{
    public async Task<Result> Handle(RunJob command, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.Operate);
        if (!allowed.Succeeded) return allowed;
        if (board.Find(command.Name) is not { } job) return PlatformFailures.NotFound;
        if (!board.RunsHere) return AccessFailures.NoJobsHere;

        // On record before it starts: who asked must be known even if the run brings the host down.
        db.Audit(new AuditEntry("access.job_run", "job", job.Name));
        await db.SaveChangesAsync(cancellationToken);
        await board.RunNowAsync(job.Name, cancellationToken);
        return Result.Ok;
    }
}
