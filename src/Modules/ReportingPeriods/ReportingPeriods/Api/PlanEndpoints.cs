using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.ReportingPeriods.Application.Meetings;
using LearningCity.ReportingPeriods.Application.Plans;
using LearningCity.ReportingPeriods.Domain.Meetings;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace LearningCity.ReportingPeriods.Api;

/// <summary>Plans of units over the API.</summary>
internal static class PlanEndpoints
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var (read, keep) = (ReportingPeriodsPermissions.Read, ReportingPeriodsPermissions.KeepPlans);
        var plans = api.MapGroup("/plans").WithTags("Meetings");
        plans.MapGet("", ListAsync).RequirePermission(read).Produces<Page<PlanItem>>();
        plans.MapPost("", AddAsync).RequirePermission(keep).Idempotent().Produces<PlanItem>(StatusCodes.Status201Created);
        plans.MapGet("/{id:guid}", GetAsync).RequirePermission(read).Produces<PlanItem>();
        plans.MapPut("/{id:guid}", ChangeAsync).RequirePermission(keep).Produces(StatusCodes.Status204NoContent);
        plans.MapPost("/{id:guid}/tasks", GiveAsync).RequirePermission(keep).Idempotent().Produces<TaskItem>(StatusCodes.Status201Created);
        plans.MapGet("/{id:guid}/file", FileAsync).RequirePermission(read).Produces(StatusCodes.Status200OK, contentType: "application/pdf");
        plans.MapPost("/{id:guid}/file", AttachAsync).RequirePermission(keep).Accepts<IFormFile>("multipart/form-data")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(Guid? unitId, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadPlans(unitId, cursor, limit), cancellationToken)).ToHttp();

    private static async Task<IResult> AddAsync(UnitPlanRequest body, ISender sender, CancellationToken cancellationToken)
    {
        var added = await sender.Send(new AddPlan(body.UnitId, body.Input), cancellationToken);
        if (!added.Succeeded) return added.Failures.ToHttp();
        return (await sender.Send(new ReadPlan(added.Value), cancellationToken))
            .ToHttp(plan => TypedResults.Created($"/api/v1/plans/{plan.Id}", plan));
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext context, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadPlan(id), cancellationToken)).ToHttp(plan =>
        {
            ETags.Send(context, plan.Version);
            return TypedResults.Ok(plan);
        });

    private static async Task<IResult> ChangeAsync(
        Guid id, UnitPlanRequest body, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var seen = ETags.Required(context);
        return seen.Succeeded
            ? (await sender.Send(new ChangePlan(id, seen.Value, body.Input), cancellationToken)).ToHttp()
            : seen.Failures.ToHttp();
    }

    private static async Task<IResult> GiveAsync(Guid id, TaskRequest body, ISender sender, CancellationToken cancellationToken) =>
        await MeetingEndpoints.CreatedTaskAsync(
            await sender.Send(
                new GiveTask(null, id, body.Content, body.SetCode, body.IndicatorCodes ?? [], body.MatterIds ?? []), cancellationToken),
            sender, cancellationToken);

    private static async Task<IResult> FileAsync(Guid id, HttpContext context, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadPlanFile(id), cancellationToken)).ToHttp(file =>
        {
            // Never shown inside a page of ours: a file is what its sender made it.
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            return TypedResults.File(file.Content, "application/pdf", file.FileName, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""));
        });

    private static async Task<IResult> AttachAsync(Guid id, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        if (!context.Request.HasFormContentType) return new[] { PlatformFailures.UnsupportedMediaType.With() }.ToHttp();
        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            // What the form reader says of a body that is too large or is no form.
            return new[] { MeetingFailures.FileTooLarge.On("file", AttachPlanFile.Largest / (1024 * 1024)) }.ToHttp();
        }

        if (form.Files.Count != 1) return new[] { MeetingFailures.FileNotPdf.On("file") }.ToHttp();
        await using var content = form.Files[0].OpenReadStream();
        return (await sender.Send(new AttachPlanFile(id, form.Files[0].FileName, content), cancellationToken)).ToHttp();
    }
}
