using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.ReportingPeriods.Application.Meetings;
using LearningCity.ReportingPeriods.Contracts;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.ReportingPeriods.Api;

/// <summary>Meetings and tasks over the API.</summary>
internal static class MeetingEndpoints
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var (read, keep, work) = (ReportingPeriodsPermissions.Read, ReportingPeriodsPermissions.KeepMeetings, ReportingPeriodsPermissions.DoTasks);
        var meetings = api.MapGroup("/meetings").WithTags("Meetings");
        meetings.MapGet("", ListAsync).RequirePermission(read).Produces<Page<MeetingItem>>();
        meetings.MapPost("", AddAsync).RequirePermission(keep).Idempotent().Produces<MeetingView>(StatusCodes.Status201Created);
        meetings.MapGet("/{id:guid}", GetAsync).RequirePermission(read).Produces<MeetingView>();
        meetings.MapPut("/{id:guid}", ChangeAsync).RequirePermission(keep).Produces(StatusCodes.Status204NoContent);
        meetings.MapPost("/{id:guid}/tasks", GiveAsync).RequirePermission(keep).Idempotent().Produces<TaskItem>(StatusCodes.Status201Created);
        var tasks = api.MapGroup("/tasks").WithTags("Meetings");
        tasks.MapGet("", TasksAsync).RequirePermission(read).Produces<Page<TaskItem>>();
        tasks.MapGet("/{id:guid}", TaskAsync).RequirePermission(read).Produces<TaskView>();
        tasks.MapPut("/{id:guid}", ChangeTaskAsync).RequirePermission(read).Produces(StatusCodes.Status204NoContent);
        tasks.MapPost("/{id:guid}/reports", ReportAsync).RequirePermission(work).Produces(StatusCodes.Status204NoContent);
        tasks.MapPost("/{id:guid}/comments", CommentAsync).RequirePermission(read).Idempotent().Produces(StatusCodes.Status204NoContent);
        PlanEndpoints.Map(api);
    }

    internal static async Task<IResult> CreatedTaskAsync(Result<Guid> given, ISender sender, CancellationToken cancellationToken)
    {
        if (!given.Succeeded) return given.Failures.ToHttp();
        return (await sender.Send(new ReadTask(given.Value), cancellationToken))
            .ToHttp(view => TypedResults.Created($"/api/v1/tasks/{given.Value}", view.Task));
    }

    private static async Task<IResult> ListAsync(
        Guid? unitId, string? state, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken)
    {
        MeetingState? inState = null;
        if (state is not null)
        {
            if (!SnakeCase.TryParse<MeetingState>(state, out var parsed)) return new[] { PlatformFailures.InvalidParameter.On("state", "state") }.ToHttp();
            inState = parsed;
        }

        return (await sender.Send(new ReadMeetings(unitId, inState, cursor, limit), cancellationToken)).ToHttp();
    }

    private static async Task<IResult> AddAsync(MeetingRequest body, ISender sender, CancellationToken cancellationToken)
    {
        var planned = await sender.Send(new PlanMeeting(body.UnitId, body.Content), cancellationToken);
        if (!planned.Succeeded) return planned.Failures.ToHttp();
        return (await sender.Send(new ReadMeeting(planned.Value), cancellationToken))
            .ToHttp(view => TypedResults.Created($"/api/v1/meetings/{planned.Value}", view));
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext context, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadMeeting(id), cancellationToken)).ToHttp(view =>
        {
            ETags.Send(context, view.Item.Version);
            return TypedResults.Ok(view);
        });

    private static async Task<IResult> ChangeAsync(
        Guid id, MeetingRequest body, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var seen = ETags.Required(context);
        return seen.Succeeded
            ? (await sender.Send(new ChangeMeeting(id, seen.Value, body.Content), cancellationToken)).ToHttp()
            : seen.Failures.ToHttp();
    }

    private static async Task<IResult> GiveAsync(Guid id, TaskRequest body, ISender sender, CancellationToken cancellationToken) =>
        await CreatedTaskAsync(
            await sender.Send(
                new GiveTask(id, null, body.Content, body.SetCode, body.IndicatorCodes ?? [], body.MatterIds ?? []), cancellationToken),
            sender, cancellationToken);

    private static async Task<IResult> TasksAsync(
        string? state, Guid? ownerUnitId, Guid? forUnitId, Guid? meetingId, Guid? planId, DateOnly? dueTo, string? cursor, int? limit,
        ISender sender, CancellationToken cancellationToken)
    {
        var filter = new TaskFilter
        {
            State = state,
            OwnerUnitId = ownerUnitId,
            ForUnitId = forUnitId,
            MeetingId = meetingId,
            PlanId = planId,
            DueTo = dueTo,
        };
        return (await sender.Send(new ListTasks(filter, cursor, limit), cancellationToken)).ToHttp();
    }

    private static async Task<IResult> TaskAsync(Guid id, HttpContext context, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadTask(id), cancellationToken)).ToHttp(view =>
        {
            ETags.Send(context, view.Task.Version);
            return TypedResults.Ok(view);
        });

    private static async Task<IResult> ChangeTaskAsync(
        Guid id, TaskRequest body, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var seen = ETags.Required(context);
        return seen.Succeeded
            ? (await sender.Send(new ChangeTask(id, seen.Value, body.Content), cancellationToken)).ToHttp()
            : seen.Failures.ToHttp();
    }

    private static async Task<IResult> ReportAsync(
        Guid id, TaskReportRequest body, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var seen = ETags.Required(context);
        return seen.Succeeded
            ? (await sender.Send(new ReportOnTask(id, seen.Value, body.State, body.Text), cancellationToken)).ToHttp()
            : seen.Failures.ToHttp();
    }

    private static async Task<IResult> CommentAsync(Guid id, TaskCommentRequest body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new CommentOnTask(id, body.Text), cancellationToken)).ToHttp();
}
