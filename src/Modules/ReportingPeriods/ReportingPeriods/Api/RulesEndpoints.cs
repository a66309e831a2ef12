using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Domain;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.ReportingPeriods.Api;

/// <summary>The calendar, the rules of reminders, requests for more time and hand-overs.</summary>
internal static class RulesEndpoints
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var (read, manage) = (ReportingPeriodsPermissions.Read, ReportingPeriodsPermissions.Manage);
        var some = api.MapGroup("").WithTags("Periods");
        some.MapGet("/calendar/days", DayEditsAsync).RequirePermission(read).Produces<CalendarEdits>();
        some.MapPost("/calendar/days", EditDayAsync).RequirePermission(manage).Idempotent().Produces(StatusCodes.Status204NoContent);
        some.MapGet("/reminder-policy", PolicyAsync).RequirePermission(read).Produces<ReminderPolicyDetails>();
        some.MapPut("/reminder-policy", ChangePolicyAsync).RequirePermission(manage).Produces(StatusCodes.Status204NoContent);
        some.MapGet("/extension-requests", RequestsAsync).RequirePermission(read).Produces<Page<ExtensionRequestItem>>();
        some.MapPost("/extension-requests/{id:guid}/answer", AnswerAsync).RequirePermission(manage).Produces(StatusCodes.Status204NoContent);
        some.MapPost("/obligations/{id:guid}/extension-requests", AskAsync).RequirePermission(ReportingPeriodsPermissions.RequestExtension)
            .Idempotent().Produces<Guid>(StatusCodes.Status201Created);
        some.MapPost("/obligations/{id:guid}/hand-over", HandOverAsync).RequirePermission(manage).Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>Reminds by hand whoever has not handed in; each unit once a day.</summary>
    internal static async Task<IResult> RemindAsync(string code, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new RemindNow(code), cancellationToken)).ToHttp(sent => TypedResults.Ok(new RemindedResource(sent)));

    internal static async Task<IResult> OpeningAsync(string code, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new PreviewOpening(code), cancellationToken)).ToHttp();

    internal static async Task<IResult> HandOversAsync(string code, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadHandOvers(code), cancellationToken)).ToHttp();

    internal static async Task<IResult> AddCycleAsync(NewCycleRequest body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(
            new AddCycle(
                body.Code, body.Name, body.Prefix, Windows(body.Windows), body.SchoolDueDays, body.LocalityDueDays, body.DepartmentDueDays,
                body.ClosingDays),
            cancellationToken)).ToHttp();

    internal static async Task<IResult> EndAssignmentAsync(
        string code, string assignment, EndAssignmentRequest body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new EndAssignment(code, assignment, body.LastDay), cancellationToken)).ToHttp();

    /// <summary>A window that is null in the body stays null: the validator says so.</summary>
    internal static List<CycleWindow>? Windows(IReadOnlyList<CycleWindowDetails>? windows) => windows?.Select(w => w is null ? null! : new CycleWindow(
        w.Suffix, w.Name, w.FromMonth, w.FromDay, w.StartsYearBefore, w.ToMonth, w.ToDay, w.OpensMonth, w.OpensDay)).ToList();

    private static async Task<IResult> DayEditsAsync(int year, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadDayEdits(year), cancellationToken)).ToHttp();

    private static async Task<IResult> EditDayAsync(DayEditRequest body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new EditDay(body.Day, body.Kind, body.Decision), cancellationToken)).ToHttp();

    private static async Task<IResult> PolicyAsync(HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var policy = await sender.Send(new ReadReminderPolicy(), cancellationToken);
        if (policy.Succeeded) ETags.Send(context, policy.Value.Version);
        return policy.ToHttp();
    }

    private static async Task<IResult> ChangePolicyAsync(
        ReminderPolicyRequest body, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var version = ETags.Required(context);
        return version.Succeeded
            ? (await sender.Send(new ChangeReminderPolicy(body.Rules, version.Value), cancellationToken)).ToHttp()
            : version.Failures.ToHttp();
    }

    private static async Task<IResult> RequestsAsync(string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadExtensionRequests(cursor, limit), cancellationToken)).ToHttp();

    private static async Task<IResult> AskAsync(Guid id, ExtensionWish body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new RequestExtension(id, body.WantedTo, body.Reason), cancellationToken))
        .ToHttp(request => TypedResults.Created("/api/v1/extension-requests", request));

    private static async Task<IResult> AnswerAsync(Guid id, ExtensionAnswer body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new AnswerExtensionRequest(id, body.Grant, body.ExtendedTo, body.Answer), cancellationToken)).ToHttp();

    private static async Task<IResult> HandOverAsync(Guid id, HandOverRequest body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new HandOverObligation(id, body.ToUnitId, body.Reason), cancellationToken)).ToHttp();
}
