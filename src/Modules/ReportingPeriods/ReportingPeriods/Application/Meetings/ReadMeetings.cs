using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application.Meetings;

/// <summary>Meetings within the caller's scope, the latest first.</summary>
/// <param name="UnitId">Of one unit's committee.</param>
/// <param name="State">In one state.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Most items.</param>
internal sealed record ReadMeetings(Guid? UnitId, MeetingState? State, string? Cursor, int? Limit) : IQuery<Result<Page<MeetingItem>>>;

/// <summary>A meeting in a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">As <c>ETag</c>.</param>
/// <param name="UnitId">The unit whose committee meets.</param>
/// <param name="UnitName">Its name today.</param>
/// <param name="Title">What it is called.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="Place">Where.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Tasks">How many tasks it gave.</param>
/// <param name="OpenTasks">How many of them are not done.</param>
internal sealed record MeetingItem(
    Guid Id, int Version, Guid UnitId, LocalText UnitName, string Title, DateOnly HeldOn, TimeOnly? StartsAt, string Place, MeetingState State,
    int Tasks, int OpenTasks);

internal sealed class ReadMeetingsHandler(IReportingPeriodsDb db, Guardian guardian, MeetingAccess access, MeetingViews views)
    : IQueryHandler<ReadMeetings, Result<Page<MeetingItem>>>
{
    public async Task<Result<Page<MeetingItem>>> Handle(ReadMeetings request, CancellationToken cancellationToken)
    {
        if (guardian.Require(ReportingPeriodsPermissions.Read) is { Succeeded: false } refused) return refused;
        if (!Cursor.TryRead<Place>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var limit = Cursor.Limit(request.Limit);
        var list = access.Meetings(db.Meetings.AsNoTracking());
        if (request.UnitId is { } unitId) list = list.Where(m => m.UnitId == unitId);
        if (request.State is { } state) list = list.Where(m => m.State == state);
        if (after is not null)
        {
#pragma warning disable CA1309 // Translated to SQL, where columns compare by code point.
            list = list.Where(m => m.HeldOn < after.HeldOn || (m.HeldOn == after.HeldOn
                && (string.Compare(m.UnitCode, after.UnitCode) > 0 || (m.UnitCode == after.UnitCode && m.Number > after.Number))));
#pragma warning restore CA1309
        }

        var rows = await list.OrderByDescending(m => m.HeldOn).ThenBy(m => m.UnitCode).ThenBy(m => m.Number)
            .Take(limit + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, limit, m => new Place(m.HeldOn, m.UnitCode, m.Number));
        return new Page<MeetingItem>(await views.ItemsAsync(page.Items, cancellationToken), page.NextCursor);
    }

    internal sealed record Place(DateOnly HeldOn, string UnitCode, int Number);
}

/// <summary>Shows meetings with the names of units and counts of their tasks: two questions for a page.</summary>
internal sealed class MeetingViews(IReportingPeriodsDb db, UnitNames units, TimeProvider clock)
{
    internal async Task<IReadOnlyList<MeetingItem>> ItemsAsync(IReadOnlyList<Meeting> meetings, CancellationToken cancellationToken)
    {
        var ids = meetings.Select(m => (Guid?)m.Id).ToArray();
        var counts = await db.Tasks.AsNoTracking().Where(t => ids.Contains(t.MeetingId)).GroupBy(t => new { t.MeetingId, Done = t.State == TaskState.Done })
            .Select(group => new { group.Key.MeetingId, group.Key.Done, Count = group.Count() }).ToListAsync(cancellationToken);
        var names = await units.OfAsync(meetings.Select(m => m.UnitId), CityTime.Today(clock), cancellationToken);
        return [.. meetings.Select(m => new MeetingItem(
            m.Id, m.Version, m.UnitId, names[m.UnitId], m.Title, m.HeldOn, m.StartsAt, m.Place, m.State,
            counts.Where(c => c.MeetingId == m.Id).Sum(c => c.Count), counts.Where(c => c.MeetingId == m.Id && !c.Done).Sum(c => c.Count)))];
    }
}
