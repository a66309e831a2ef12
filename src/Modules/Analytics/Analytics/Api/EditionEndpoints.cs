using LearningCity.Analytics.Application.Editions;
using LearningCity.BuildingBlocks.Http;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Analytics.Api;

/// <summary>Editions under <c>/api/v1/editions</c>: sealed once, read for ever.</summary>
internal static class EditionEndpoints
{
    internal static void MapEditions(this IEndpointRouteBuilder api)
    {
        var editions = api.MapGroup("/editions").WithTags("Editions");
        editions.MapGet("/", ListAsync).RequirePermission(AnalyticsPermissions.Read).WithName("listEditions");
        editions.MapPost("/", SealAsync).RequirePermission(AnalyticsPermissions.Seal).Idempotent().WithName("sealPeriod");
        editions.MapGet("/sealing", SealingAsync).RequirePermission(AnalyticsPermissions.Read).WithName("getSealing");
        editions.MapGet("/{id:guid}", EditionAsync).RequirePermission(AnalyticsPermissions.Read).WithName("getEdition");
        editions.MapGet("/{id:guid}/restatements", RestatementsAsync).RequirePermission(AnalyticsPermissions.Read).WithName("getRestatements");
        editions.MapGet("/{id:guid}/pending-restatements", PendingAsync).RequirePermission(AnalyticsPermissions.Read).WithName("getPendingRestatements");
        editions.MapPost("/{id:guid}/verify", VerifyAsync).RequirePermission(AnalyticsPermissions.Recompute).WithName("verifyEdition");
    }

    private static async Task<IResult> ListAsync(string? period, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ListEditions(period, cursor, limit), cancellationToken)).ToHttp();

    private static async Task<IResult> SealAsync(SealPeriod command, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(command, cancellationToken)).ToHttp(details =>
            TypedResults.Created($"/api/v1/editions/{details.Edition.Id}", details));

    private static async Task<IResult> SealingAsync(string period, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetSealing(period), cancellationToken)).ToHttp();

    private static async Task<IResult> EditionAsync(Guid id, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetEdition(id), cancellationToken)).ToHttp();

    private static async Task<IResult> RestatementsAsync(
        Guid id, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetRestatements(id, cursor, limit), cancellationToken)).ToHttp();

    private static async Task<IResult> PendingAsync(
        Guid id, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetPendingRestatements(id, cursor, limit), cancellationToken)).ToHttp();

    private static async Task<IResult> VerifyAsync(Guid id, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new VerifyEdition(id), cancellationToken)).ToHttp();
}
