using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain.Meetings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application.Meetings;

/// <summary>A meeting with its agenda, what was put to it, its conclusions, and "last time you decided ... now ...".</summary>
internal sealed record ReadMeeting(Guid MeetingId) : IQuery<Result<MeetingView>>;

/// <summary>A meeting.</summary>
/// <param name="Item">The meeting in short.</param>
/// <param name="Agenda">What it talks about.</param>
/// <param name="Briefing">The briefing that is used.</param>
/// <param name="Minutes">What was said.</param>
/// <param name="DocumentNumber">Number of the notice of conclusions.</param>
/// <param name="DocumentDate">Its date.</param>
/// <param name="Matters">Difficulties and proposals that were put to it.</param>
/// <param name="Tasks">Its conclusions, the first due first.</param>
/// <param name="Last">What the committee decided before, and what became of it.</param>
/// <param name="MayKeep">Whether the caller keeps it.</param>
internal sealed record MeetingView(
    MeetingItem Item, IReadOnlyList<AgendaItem> Agenda, BriefingRef? Briefing, string Minutes, string? DocumentNumber, DateOnly? DocumentDate,
    IReadOnlyList<Matter> Matters, IReadOnlyList<TaskItem> Tasks, LastDecisions Last, bool MayKeep);

internal sealed class ReadMeetingHandler(
    IReportingPeriodsDb db, Guardian guardian, MeetingAccess access, MeetingViews views, TaskViews tasks, ISender sender)
    : IQueryHandler<ReadMeeting, Result<MeetingView>>
{
    private const int MostTasks = 500;

    public async Task<Result<MeetingView>> Handle(ReadMeeting request, CancellationToken cancellationToken)
    {
        if (guardian.Require(ReportingPeriodsPermissions.Read) is { Succeeded: false } refused) return refused;
        var meeting = await db.Meetings.AsNoTracking().FirstOrDefaultAsync(m => m.Id == request.MeetingId, cancellationToken);
        if (meeting is null) return MeetingFailures.UnknownMeeting;
        if (!await access.Meetings(db.Meetings.AsNoTracking()).AnyAsync(m => m.Id == meeting.Id, cancellationToken)) return PlatformFailures.NotAllowed;
        var given = await access.Tasks(db.Tasks.AsNoTracking()).Where(t => t.MeetingId == meeting.Id).OrderBy(t => t.DueOn).ThenBy(t => t.Number)
            .Take(MostTasks).ToListAsync(cancellationToken);
        var briefings = meeting.BriefingId is { } briefing ? await sender.Send(new DescribeBriefings([briefing]), cancellationToken) : [];
        return new MeetingView(
            (await views.ItemsAsync([meeting], cancellationToken))[0], meeting.Agenda, briefings is [var used, ..] ? used : null, meeting.Minutes,
            meeting.DocumentNumber, meeting.DocumentDate, await sender.Send(new ListMattersOfMeeting(meeting.Id), cancellationToken),
            await tasks.ItemsAsync(given, cancellationToken), await sender.Send(new GetLastDecisions([meeting.UnitId], meeting.HeldOn), cancellationToken),
            (await guardian.RequireAsync(ReportingPeriodsPermissions.KeepMeetings, meeting.UnitId, cancellationToken)).Succeeded);
    }
}
