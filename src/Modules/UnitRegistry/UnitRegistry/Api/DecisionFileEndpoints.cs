using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Application;
using LearningCity.UnitRegistry.Domain;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace LearningCity.UnitRegistry.Api;

/// <summary>
/// Scanned decisions. Sending one needs no <c>Idempotency-Key</c>: files are kept by their content, and the same again is the same file.
/// </summary>
internal static class DecisionFileEndpoints
{
    internal static void Map(RouteGroupBuilder reorganisations)
    {
        reorganisations.MapPost("/decision-files", KeepAsync).WithName("keepDecisionFile").WithSummary("Send a scanned decision (PDF) for a reorganisation to name")
            .RequirePermission(UnitRegistryPermissions.Keep)
            .Accepts<IFormFile>("multipart/form-data").Produces<KeptDecisionFile>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        reorganisations.MapGet("/{id:guid}/decision", OpenAsync).WithName("openDecisionFile").WithSummary("The scanned decision of a reorganisation")
            .RequirePermission(UnitRegistryPermissions.Read).Produces(StatusCodes.Status200OK, contentType: "application/pdf")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> KeepAsync(HttpContext context, ISender sender, CancellationToken cancellationToken)
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
            return new[] { UnitRegistryFailures.DecisionTooLarge.On("file", DecisionFile.LargestFile / (1024 * 1024)) }.ToHttp();
        }

        if (form.Files.Count != 1) return new[] { UnitRegistryFailures.DecisionNotPdf.On("file") }.ToHttp();
        await using var content = form.Files[0].OpenReadStream();
        var kept = await sender.Send(new KeepDecisionFile(form.Files[0].FileName, content), cancellationToken);
        return kept.ToHttp(file => TypedResults.Created((string?)null, file));
    }

    private static async Task<IResult> OpenAsync(Guid id, HttpContext context, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new OpenDecisionFile(id), cancellationToken)).ToHttp(file =>
        {
            // Never shown inside a page of ours: a file is what its sender made it.
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            return TypedResults.File(file.Content, "application/pdf", file.FileName, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""));
        });
}
