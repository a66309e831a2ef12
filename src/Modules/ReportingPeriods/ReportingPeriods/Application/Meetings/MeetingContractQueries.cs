using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application.Meetings;

/// <summary>Answers what other modules ask about meetings and tasks.</summary>
internal sealed class MeetingContractQueries(IReportingPeriodsDb db, TaskViews views, TimeProvider clock) :
    IQueryHandler<GetMeeting, MeetingSummary?>, IQueryHandler<ListMeetingsToCome, IReadOnlyList<MeetingSummary>>,
    IQueryHandler<ListTasksOfMatter, IReadOnlyList<TaskNow>>, IQueryHandler<GetLastDecisions, LastDecisions>
{
    private const int MostMeetings = 10;
    private const int MostTasks = 200;

    public async Task<MeetingSummary?> Handle(GetMeeting request, CancellationToken cancellationToken) =>
        (await db.Meetings.AsNoTracking().FirstOrDefaultAsync(m => m.Id == request.MeetingId, cancellationToken))?.Summary;

    public async Task<IReadOnlyList<MeetingSummary>> Handle(ListMeetingsToCome request, CancellationToken cancellationToken)
    {
        var units = request.UnitIds.Distinct().ToArray();
        var meetings = await db.Meetings.AsNoTracking()
            .Where(m => units.Contains(m.UnitId) && m.State == MeetingState.Planned && m.HeldOn >= request.From)
            .OrderBy(m => m.HeldOn).ThenBy(m => m.UnitCode).ThenBy(m => m.Number).Take(MostMeetings).ToListAsync(cancellationToken);
        return meetings.ConvertAll(m => m.Summary);
    }

    public async Task<IReadOnlyList<TaskNow>> Handle(ListTasksOfMatter request, CancellationToken cancellationToken) => await views.NowAsync(
        await db.Tasks.AsNoTracking().Where(t => db.TaskMatters.Any(m => m.TaskId == t.Id && m.MatterId == request.MatterId))
            .OrderBy(t => t.DueOn).ThenBy(t => t.ForUnitCode).ThenBy(t => t.Number).Take(MostTasks).ToListAsync(cancellationToken),
        cancellationToken);

    public async Task<LastDecisions> Handle(GetLastDecisions request, CancellationToken cancellationToken)
    {
        var units = request.UnitIds.Distinct().ToArray();
        var last = await db.Meetings.AsNoTracking()
            .Where(m => units.Contains(m.UnitId) && m.State == MeetingState.Held && m.HeldOn < request.Before)
            .OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Number).FirstOrDefaultAsync(cancellationToken);
        if (last is null) return new LastDecisions(null, []);
        var decisions = await db.Tasks.AsNoTracking()
            .Where(t => t.ForUnitId == last.UnitId && t.MeetingId != null && t.DecidedOn < request.Before
                && (t.MeetingId == last.Id || t.State != TaskState.Done))
            .OrderBy(t => t.DueOn).ThenBy(t => t.Number).Take(MostTasks).ToListAsync(cancellationToken);
        var today = CityTime.Today(clock);
        return new LastDecisions(
            last.Summary,
            await views.NowAsync([.. decisions.OrderBy(t => t.State == TaskState.Done ? 2 : t.IsOverdue(today) ? 0 : 1)], cancellationToken));
    }
}
