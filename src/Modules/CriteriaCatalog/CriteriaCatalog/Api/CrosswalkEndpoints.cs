using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Application.Crosswalks;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using IResult = Microsoft.AspNetCore.Http.IResult;

namespace LearningCity.CriteriaCatalog.Api;

/// <summary>Links between indicators of different sets.</summary>
internal static class CrosswalkEndpoints
{
    internal static void MapCrosswalks(this IEndpointRouteBuilder api)
    {
        var links = api.MapGroup("/crosswalks").WithTags("Crosswalks");
        links.MapGet("", ListAsync).RequirePermission(CriteriaCatalogPermissions.Read).Produces<Page<CrosswalkListing>>();
        links.MapGet("/{id:guid}", GetAsync).RequirePermission(CriteriaCatalogPermissions.Read).Produces<CrosswalkResource>();
        links.MapPost("", ProposeAsync).RequirePermission(CriteriaCatalogPermissions.Edit).Idempotent()
            .Produces<CrosswalkResource>(StatusCodes.Status201Created);
        links.MapPost("/{id:guid}/approve", ApproveAsync).RequirePermission(CriteriaCatalogPermissions.Edit)
            .Produces(StatusCodes.Status204NoContent);
        links.MapPost("/{id:guid}/refuse", RefuseAsync).RequirePermission(CriteriaCatalogPermissions.Edit)
            .Produces(StatusCodes.Status204NoContent);
        links.MapPost("/{id:guid}/end", EndAsync).RequirePermission(CriteriaCatalogPermissions.Edit)
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(
        string? state, string? setCode, Guid? indicatorId, DateOnly? on, string? cursor, int? limit, ISender sender,
        CancellationToken cancellationToken)
    {
        CrosswalkState? wanted = null;
        if (state is not null)
        {
            if (!SnakeCase.TryParse<CrosswalkState>(state, out var parsed)) return new[] { PlatformFailures.InvalidParameter.On("state", "state") }.ToHttp();
            wanted = parsed;
        }

        return (await sender.Send(new ListCrosswalks(wanted, setCode, indicatorId, on, cursor, limit), cancellationToken)).ToHttp();
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var found = await sender.Send(new GetCrosswalk(id), cancellationToken);
        return found.ToHttp(details =>
        {
            ETags.Send(http, details.Version);
            return TypedResults.Ok(CrosswalkResource.Of(details, RequestLanguage.Of(http)));
        });
    }

    private static async Task<IResult> ProposeAsync(
        ProposeCrosswalk body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var proposed = await sender.Send(body, cancellationToken);
        if (!proposed.Succeeded) return proposed.Failures.ToHttp();
        var details = await sender.Send(new GetCrosswalk(proposed.Value), cancellationToken);
        return details.ToHttp(link => TypedResults.Created(
            $"/api/v1/crosswalks/{link.Link.Id}", CrosswalkResource.Of(link, RequestLanguage.Of(http))));
    }

    private static async Task<IResult> ApproveAsync(Guid id, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var seen = ETags.Required(http);
        return seen.Succeeded ? (await sender.Send(new ApproveCrosswalk(id, seen.Value), cancellationToken)).ToHttp() : seen.Failures.ToHttp();
    }

    private static async Task<IResult> RefuseAsync(
        Guid id, RefuseRequest body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var seen = ETags.Required(http);
        return seen.Succeeded
            ? (await sender.Send(new RefuseCrosswalk(id, body.Reason, seen.Value), cancellationToken)).ToHttp()
            : seen.Failures.ToHttp();
    }

    private static async Task<IResult> EndAsync(
        Guid id, EndRequest body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var seen = ETags.Required(http);
        return seen.Succeeded
            ? (await sender.Send(new EndCrosswalk(id, body.LastDay, body.Reason, seen.Value), cancellationToken)).ToHttp()
            : seen.Failures.ToHttp();
    }
}

/// <summary>A link with its history.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Number">Counts the proposals for its target.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Kind">How the sources answer the target.</param>
/// <param name="Target">What is answered.</param>
/// <param name="Sources">What answers it.</param>
/// <param name="Formula">The expression over the sources' codes, of a formula.</param>
/// <param name="ValidFrom">First reference date for which it holds.</param>
/// <param name="ValidTo">Last one; before the first for a link that never should have held; null while no end is known.</param>
/// <param name="Steps">What happened to it, in order.</param>
/// <param name="Obstacles">Of a proposal: what keeps it from being approved as things stand.</param>
internal sealed record CrosswalkResource(
    Guid Id, int Number, CrosswalkState State, CrosswalkKind Kind, LinkedIndicator Target, IReadOnlyList<LinkedIndicator> Sources,
    string? Formula, DateOnly ValidFrom, DateOnly? ValidTo, IReadOnlyList<CrosswalkStepResource> Steps, IReadOnlyList<ProblemError> Obstacles)
{
    internal static CrosswalkResource Of(CrosswalkDetails details, Language language) => new(
        details.Link.Id, details.Link.Number, details.Link.State, details.Link.Kind, details.Link.Target, details.Link.Sources, details.Formula,
        details.Link.ValidFrom, details.Link.ValidTo,
        [.. details.Steps.Select(step => new CrosswalkStepResource(step.State, step.ValidTo, step.TakenBy, step.TakenAt, step.Reason))],
        [.. details.Obstacles.Select(failure => new ProblemError(failure.Code, failure.Field, failure.Message(language)))]);
}

/// <summary>One step in the life of a link.</summary>
/// <param name="State">What it made of the link.</param>
/// <param name="ValidTo">Last day from then on.</param>
/// <param name="By">Id of the person or API client; empty for the system.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why; empty for an approval.</param>
internal sealed record CrosswalkStepResource(CrosswalkState State, DateOnly? ValidTo, Guid By, DateTimeOffset At, string Reason);

/// <summary>Why a proposal is turned down, or taken back by the one who made it.</summary>
internal sealed record RefuseRequest(string? Reason);

/// <summary>From when on a link no longer holds, and why.</summary>
/// <param name="LastDay">Last reference date for which it holds.</param>
/// <param name="Reason">Why.</param>
internal sealed record EndRequest(DateOnly LastDay, string? Reason);
