using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.BuildingBlocks.Units;
using LearningCity.ReportingPeriods.Domain.Meetings;
using LearningCity.ReportingPeriods.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application.Meetings;

/// <summary>
/// Who may see meetings, tasks and plans: readers of the unit that meets, gives or plans and of units above it; a task also its owner,
/// and with it the meeting that gave it. Tasks are changed by who keeps the meetings or plans of the unit that gave them.
/// </summary>
internal sealed class MeetingAccess(IReportingPeriodsDb db, ICurrentUser user, Guardian guardian, TimeProvider clock)
{
    internal IQueryable<Meeting> Meetings(IQueryable<Meeting> meetings)
    {
        var (everywhere, roots, under) = Scope();
        return everywhere
            ? meetings
            : meetings.Where(m => roots.Contains(m.UnitId) || under.Contains(m.UnitId) || db.Tasks.Any(t => t.MeetingId == m.Id
                && (roots.Contains(t.OwnerUnitId) || under.Contains(t.OwnerUnitId))));
    }

    internal IQueryable<GivenTask> Tasks(IQueryable<GivenTask> tasks)
    {
        var (everywhere, roots, under) = Scope();
        return everywhere
            ? tasks
            : tasks.Where(t => roots.Contains(t.OwnerUnitId) || under.Contains(t.OwnerUnitId) || roots.Contains(t.ForUnitId)
                || under.Contains(t.ForUnitId));
    }

    internal IQueryable<UnitPlan> Plans(IQueryable<UnitPlan> plans)
    {
        var (everywhere, roots, under) = Scope();
        return everywhere ? plans : plans.Where(p => roots.Contains(p.UnitId) || under.Contains(p.UnitId));
    }

    /// <summary>A task that the caller may see, to be changed; a refusal where there is none or it is not theirs to see.</summary>
    internal async Task<Result<GivenTask>> FindTaskAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!user.IsSignedIn) return PlatformFailures.NotSignedIn;
        var task = await db.Tasks.FirstOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (task is null) return MeetingFailures.UnknownTask;
        return await Tasks(db.Tasks.AsNoTracking()).AnyAsync(t => t.Id == id, cancellationToken) ? task : PlatformFailures.NotAllowed;
    }

    /// <summary>Refuses unless the caller keeps the meetings or plans of the unit that gave the task.</summary>
    internal Task<Result> RequireGiverAsync(GivenTask task, CancellationToken cancellationToken) =>
        guardian.RequireAsync(KeeperOf(task), task.ForUnitId, cancellationToken);

    /// <summary>Refuses unless the caller reports on tasks of the owner.</summary>
    internal Task<Result> RequireOwnerAsync(GivenTask task, CancellationToken cancellationToken) =>
        guardian.RequireAsync(ReportingPeriodsPermissions.DoTasks, task.OwnerUnitId, cancellationToken);

    /// <summary>What one holds at the unit that gave a task.</summary>
    internal static Permission KeeperOf(GivenTask task) =>
        task.PlanId is null ? ReportingPeriodsPermissions.KeepMeetings : ReportingPeriodsPermissions.KeepPlans;

    private (bool Everywhere, IReadOnlyList<Guid> Roots, IQueryable<Guid> Under) Scope()
    {
        var scope = user.ScopeOf(ReportingPeriodsPermissions.Read.Code);
        return (scope.Everywhere, scope.UnitIds, db.UnitPlaces.AsNoTracking().Under(scope.UnitIds, UnitRelation.ReportsTo, CityTime.Today(clock)));
    }
}
