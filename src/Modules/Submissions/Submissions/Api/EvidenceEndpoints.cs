using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LearningCity.Submissions.Api;

/// <summary>Evidence over the API.</summary>
internal static class EvidenceEndpoints
{
    internal static async Task<IResult> AttachAsync(Guid id, HttpContext context, ISender sender, CancellationToken cancellationToken)
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
            return new[] { EvidenceFailures.TooLarge.On("file", AttachEvidence.LargestFile / (1024 * 1024)) }.ToHttp();
        }

        if (form.Files.Count != 1) return new[] { EvidenceFailures.Missing.On("file") }.ToHttp();
        var indicators = new List<Guid>();
        foreach (var text in form["indicatorId"])
        {
            if (!Guid.TryParse(text, out var indicatorId))
                return new[] { PlatformFailures.InvalidParameter.On("indicatorId", "indicatorId") }.ToHttp();
            indicators.Add(indicatorId);
        }

        await using var content = form.Files[0].OpenReadStream();
        var attached = await sender.Send(new AttachEvidence(id, indicators, form.Files[0].FileName, content), cancellationToken);
        return attached.ToHttp(evidenceId =>
            TypedResults.Created($"/api/v1/evidence/{evidenceId}", new { id = evidenceId }));
    }

    internal static async Task<IResult> DownloadAsync(Guid id, HttpContext context, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new OpenEvidence(id), cancellationToken)).ToHttp(file =>
        {
            // Never shown inside a page of ours: a file is what its sender made it.
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            return TypedResults.File(
                file.Content, file.MediaType, file.FileName, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""),
                enableRangeProcessing: true);
        });
}
