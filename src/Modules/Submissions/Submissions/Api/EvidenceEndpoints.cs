using System.Globalization;
using LearningCity.BuildingBlocks.Data;
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

        if (!TryReadDay(form["issuedOn"], out var issuedOn)) return new[] { PlatformFailures.InvalidParameter.On("issuedOn", "issuedOn") }.ToHttp();
        if (!TryReadDay(form["validUntil"], out var validUntil)) return new[] { PlatformFailures.InvalidParameter.On("validUntil", "validUntil") }.ToHttp();
        var confidentiality = EvidenceConfidentiality.Ordinary;
        if (form["confidentiality"].ToString() is { Length: > 0 } named && !SnakeCase.TryParse(named, out confidentiality))
            return new[] { PlatformFailures.InvalidParameter.On("confidentiality", "confidentiality") }.ToHttp();
        if (form["kind"].ToString() is not ("" or "file" or "signed_scan")) return new[] { PlatformFailures.InvalidParameter.On("kind", "kind") }.ToHttp();
        var details = new EvidenceDetails(form["documentNumber"].ToString(), issuedOn, validUntil, confidentiality);
        await using var content = form.Files[0].OpenReadStream();
        var attached = await sender.Send(new AttachEvidence(id, indicators, form.Files[0].FileName, content, details, form["kind"] == "signed_scan"), cancellationToken);
        return attached.ToHttp(evidenceId =>
            TypedResults.Created($"/api/v1/evidence/{evidenceId}", new { id = evidenceId }));
    }

    /// <summary>Adds a link.</summary>
    internal static async Task<IResult> LinkAsync(Guid id, EvidenceLinkRequest body, ISender sender, CancellationToken cancellationToken)
    {
        var details = new EvidenceDetails(body.DocumentNumber, body.IssuedOn, body.ValidUntil, body.Confidentiality ?? EvidenceConfidentiality.Ordinary);
        var linked = await sender.Send(new LinkEvidence(id, body.IndicatorIds ?? [], body.Address, body.Title, details), cancellationToken);
        return linked.ToHttp(evidenceId => TypedResults.Created($"/api/v1/evidence/{evidenceId}", new { id = evidenceId }));
    }

    internal static async Task<IResult> UseAsync(Guid id, EvidenceUseRequest body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new UseEvidence(id, body.SubmissionId, body.IndicatorIds ?? []), cancellationToken)).ToHttp(
            evidenceId => TypedResults.Created($"/api/v1/evidence/{evidenceId}", new { id = evidenceId }));

    private static bool TryReadDay(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return false;
        day = read;
        return true;
    }

    internal static async Task<IResult> DownloadAsync(Guid id, HttpContext context, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new OpenEvidence(id), cancellationToken)).ToHttp(file =>
        {
            if (file.Address is { } address)
            {
                context.Response.Headers["Referrer-Policy"] = "no-referrer";
                return TypedResults.Redirect(address);
            }

            // Never shown inside a page of ours: a file is what its sender made it.
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            return TypedResults.File(
                file.Content, file.MediaType, file.FileName, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""),
                enableRangeProcessing: true);
        });
}
