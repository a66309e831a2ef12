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

/// <summary>Which tasks a list shows.</summary>
internal sealed record TaskFilter
{
    /// <summary><c>not_done</c>, <c>open</c>, <c>in_progress</c>, <c>done</c> or <c>overdue</c>; null for all.</summary>
    public string? State { get; init; }

    /// <summary>Of one owner.</summary>
    public Guid? OwnerUnitId { get; init; }

    /// <summary>Given by one unit.</summary>
    public Guid? ForUnitId { get; init; }

    /// <summary>Of one meeting.</summary>
    public Guid? MeetingId { get; init; }

    /// <summary>Of one plan.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>Due on that day or before.</summary>
    public DateOnly? DueTo { get; init; }
}

/// <summary>Tasks within the caller's scope, the first due first.</summary>
internal sealed record ListTasks(TaskFilter Filter, string? Cursor, int? Limit) : IQuery<Result<Page<TaskItem>>>;

internal sealed class ListTasksHandler(
    IReportingPeriodsDb db, Guardian guardian, MeetingAccess access, TaskViews views, TimeProvider clock)
    : IQueryHandler<ListTasks, Result<Page<TaskItem>>>
{
    internal static readonly IReadOnlyList<string> States = ["not_done", "open", "in_progress", "done", "overdue"];

    public async Task<Result<Page<TaskItem>>> Handle(ListTasks request, CancellationToken cancellationToken)
    {
        if (guardian.Require(ReportingPeriodsPermissions.Read) is { Succeeded: false } refused) return refused;
        if (!Cursor.TryRead<Place>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        if (request.Filter.State is { } state && !States.Contains(state)) return PlatformFailures.InvalidParameter.On("state", "state");
        var limit = Cursor.Limit(request.Limit);
        var list = Filtered(access.Tasks(db.Tasks.AsNoTracking()), request.Filter);
        if (after is not null)
        {
#pragma warning disable CA1309 // Translated to SQL, where columns compare by code point.
            list = list.Where(t => t.DueOn > after.DueOn || (t.DueOn == after.DueOn
                && (string.Compare(t.ForUnitCode, after.UnitCode) > 0 || (t.ForUnitCode == after.UnitCode && t.Number > after.Number))));
#pragma warning restore CA1309
        }

        var rows = await list.OrderBy(t => t.DueOn).ThenBy(t => t.ForUnitCode).ThenBy(t => t.Number).Take(limit + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, limit, t => new Place(t.DueOn, t.ForUnitCode, t.Number));
        return new Page<TaskItem>(await views.ItemsAsync(page.Items, cancellationToken), page.NextCursor);
    }

    private IQueryable<GivenTask> Filtered(IQueryable<GivenTask> list, TaskFilter filter)
    {
        var today = CityTime.Today(clock);
        list = filter.State switch
        {
            "not_done" => list.Where(t => t.State != TaskState.Done),
            "open" => list.Where(t => t.State == TaskState.Open),
            "in_progress" => list.Where(t => t.State == TaskState.InProgress),
            "done" => list.Where(t => t.State == TaskState.Done),
            "overdue" => list.Where(t => t.State != TaskState.Done && t.DueOn < today),
            _ => list,
        };
        if (filter.OwnerUnitId is { } owner) list = list.Where(t => t.OwnerUnitId == owner);
        if (filter.ForUnitId is { } giver) list = list.Where(t => t.ForUnitId == giver);
        if (filter.MeetingId is { } meetingId) list = list.Where(t => t.MeetingId == meetingId);
        if (filter.PlanId is { } planId) list = list.Where(t => t.PlanId == planId);
        if (filter.DueTo is { } dueTo) list = list.Where(t => t.DueOn <= dueTo);
        return list;
    }

    internal sealed record Place(DateOnly DueOn, string UnitCode, int Number);
}
