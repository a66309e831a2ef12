using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.ReportingPeriods.Application;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.ReportingPeriods.Api;

/// <summary>The module's API.</summary>
internal static class PeriodEndpoints
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var read = ReportingPeriodsPermissions.Read;
        var manage = ReportingPeriodsPermissions.Manage;
        var periods = api.MapGroup("/periods").WithTags("Periods");
        periods.MapGet("", ListAsync).RequirePermission(read).Produces<Page<PeriodDetails>>();
        periods.MapPost("", PlanAsync).RequirePermission(manage).Idempotent().Produces<PeriodDetails>(StatusCodes.Status201Created);
        periods.MapGet("/preview", PreviewAsync).RequirePermission(read).Produces<PeriodDetails>();
        periods.MapGet("/{code}", GetAsync).RequirePermission(read).Produces<PeriodDetails>();
        periods.MapPost("/{code}/open", OpenAsync).RequirePermission(manage).Produces(StatusCodes.Status204NoContent);
        periods.MapPost("/{code}/close", CloseAsync).RequirePermission(manage).Produces(StatusCodes.Status204NoContent);
        periods.MapGet("/{code}/obligations", ObligationsAsync).RequirePermission(read).Produces<Page<ObligationItem>>();
        periods.MapGet("/{code}/reminders", RemindersAsync).RequirePermission(read).Produces<Page<ReminderItem>>();
        api.MapPost("/obligations/{id:guid}/extension", ExtendAsync).WithTags("Periods").RequirePermission(manage)
            .Produces(StatusCodes.Status204NoContent);
        periods.MapPost("/{code}/remind", RulesEndpoints.RemindAsync).RequirePermission(ReportingPeriodsPermissions.Remind).Produces<RemindedResource>();
        periods.MapGet("/{code}/opening", RulesEndpoints.OpeningAsync).RequirePermission(manage).Produces<OpeningPreview>();
        periods.MapGet("/{code}/hand-overs", RulesEndpoints.HandOversAsync).RequirePermission(manage).Produces<IReadOnlyList<HandOverItem>>();
        api.MapGet("/calendar", CalendarAsync).WithTags("Periods").RequirePermission(read).Produces<CalendarSpan>();

        RulesEndpoints.Map(api);
        MeetingEndpoints.Map(api);

        var cycles = api.MapGroup("/cycles").WithTags("Periods");
        cycles.MapGet("", CyclesAsync).RequirePermission(read).Produces<IReadOnlyList<CycleDetails>>();
        cycles.MapPost("", RulesEndpoints.AddCycleAsync).RequirePermission(manage).Idempotent().Produces(StatusCodes.Status204NoContent);
        cycles.MapPut("/{code}", ChangeCycleAsync).RequirePermission(manage).Produces(StatusCodes.Status204NoContent);
        cycles.MapPost("/{code}/assignments", AssignAsync).RequirePermission(manage).Idempotent()
            .Produces(StatusCodes.Status204NoContent);
        cycles.MapPost("/{code}/assignments/{assignment}/end", RulesEndpoints.EndAssignmentAsync).RequirePermission(manage)
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadPeriods(cursor, limit), cancellationToken)).ToHttp();

    private static async Task<IResult> GetAsync(string code, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadPeriod(code), cancellationToken)).ToHttp();

    private static async Task<IResult> PreviewAsync(string cycle, string code, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new PreviewPeriod(cycle, code), cancellationToken)).ToHttp();

    private static async Task<IResult> PlanAsync(PlanRequest body, ISender sender, CancellationToken cancellationToken)
    {
        var planned = await sender.Send(new PlanPeriod(body.Cycle ?? "", body.Code ?? ""), cancellationToken);
        if (!planned.Succeeded) return planned.Failures.ToHttp();
        var period = await sender.Send(new ReadPeriod(body.Code!), cancellationToken);
        return period.ToHttp(details => TypedResults.Created($"/api/v1/periods/{details.Code}", details));
    }

    private static async Task<IResult> OpenAsync(string code, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new OpenPeriod(code), cancellationToken)).ToHttp();

    private static async Task<IResult> CloseAsync(string code, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ClosePeriod(code), cancellationToken)).ToHttp();

    private static async Task<IResult> ObligationsAsync(
        string code, Guid? unitId, string? type, string? state, string? cursor, int? limit, ISender sender,
        CancellationToken cancellationToken) =>
        (await sender.Send(new ReadObligations(code, unitId, type, state, cursor, limit), cancellationToken)).ToHttp();

    private static async Task<IResult> RemindersAsync(
        string code, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadReminders(code, cursor, limit), cancellationToken)).ToHttp();

    private static async Task<IResult> ExtendAsync(
        Guid id, ExtensionRequest body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ExtendObligation(id, body.ExtendedTo, body.Reason ?? ""), cancellationToken)).ToHttp();

    private static async Task<IResult> CalendarAsync(DateOnly from, DateOnly to, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadCalendar(from, to), cancellationToken)).ToHttp();

    private static async Task<IResult> CyclesAsync(ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadCycles(), cancellationToken)).ToHttp();

    private static async Task<IResult> ChangeCycleAsync(
        string code, CycleRequest body, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var version = ETags.Required(context);
        if (!version.Succeeded) return version.Failures.ToHttp();
        return (await sender.Send(
            new ChangeCycle(
                code, version.Value, RulesEndpoints.Windows(body.Windows), body.SchoolDueDays, body.LocalityDueDays, body.DepartmentDueDays,
                body.ClosingDays, body.From, body.Dormant),
            cancellationToken)).ToHttp();
    }

    private static async Task<IResult> AssignAsync(
        string code, AssignmentRequest body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(
            new AddAssignment(
                code, body.Code ?? "", body.SetCode ?? "", body.UnitTypes ?? [], body.RootUnitId, body.IndicatorCodes,
                body.ReviewerUnitId, body.ValidFrom, body.ValidTo, body.IncludedUnitIds, body.ExcludedUnitIds, body.GroupIds),
            cancellationToken)).ToHttp();
}
