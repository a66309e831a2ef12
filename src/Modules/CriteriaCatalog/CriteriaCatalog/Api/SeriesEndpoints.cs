using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Application.ReferenceSeries;
using LearningCity.CriteriaCatalog.Domain.ReferenceSeries;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using IResult = Microsoft.AspNetCore.Http.IResult;

namespace LearningCity.CriteriaCatalog.Api;

/// <summary>Reference series: define, import releases, read as of any of them.</summary>
internal static class SeriesEndpoints
{
    private const int LargestMegabytes = 16;

    internal static void MapSeries(this IEndpointRouteBuilder api)
    {
        var series = api.MapGroup("/reference-series").WithTags("Reference series");
        series.MapGet("", ListAsync).RequirePermission(CriteriaCatalogPermissions.Read).Produces<Page<SeriesListing>>();
        series.MapPost("", DefineAsync).RequirePermission(CriteriaCatalogPermissions.Edit).Idempotent()
            .Produces<SeriesListing>(StatusCodes.Status201Created);
        series.MapGet("/{code}", GetAsync).RequirePermission(CriteriaCatalogPermissions.Read).Produces<SeriesListing>();
        series.MapGet("/{code}/releases", ReleasesAsync).RequirePermission(CriteriaCatalogPermissions.Read).Produces<Page<ReleaseListing>>();
        series.MapPost("/{code}/releases", ImportAsync).RequirePermission(CriteriaCatalogPermissions.Edit).Idempotent()
            .Accepts<object>("text/csv", "application/json")
            .Produces<ReleaseResource>().Produces<ReleaseResource>(StatusCodes.Status201Created);
        series.MapGet("/{code}/observations", ObservationsAsync).RequirePermission(CriteriaCatalogPermissions.Read)
            .Produces<Page<ObservationListing>>();
        series.MapGet("/{code}/changes", ChangesAsync).RequirePermission(CriteriaCatalogPermissions.Read)
            .Produces<Page<SeriesChangeListing>>();
    }

    private static async Task<IResult> ListAsync(string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ListSeries(null, cursor, limit), cancellationToken)).ToHttp();

    private static async Task<IResult> GetAsync(string code, ISender sender, CancellationToken cancellationToken)
    {
        var found = await sender.Send(new ListSeries(code), cancellationToken);
        return found.ToHttp(page => page.Items.Count == 0
            ? new[] { SeriesFailures.NotFound.With(code) }.ToHttp()
            : TypedResults.Ok(page.Items[0]));
    }

    private static async Task<IResult> DefineAsync(DefineSeries body, ISender sender, CancellationToken cancellationToken)
    {
        var defined = await sender.Send(body, cancellationToken);
        if (!defined.Succeeded) return defined.Failures.ToHttp();
        var found = await sender.Send(new ListSeries(defined.Value), cancellationToken);
        return found.ToHttp(page => TypedResults.Created($"/api/v1/reference-series/{defined.Value}", page.Items[0]));
    }

    private static async Task<IResult> ReleasesAsync(string code, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ListReleases(code, cursor, limit), cancellationToken)).ToHttp();

    /// <summary>The rows are the body; what they are a release of is in the address, the same for CSV and JSON.</summary>
    private static async Task<IResult> ImportAsync(
        string code, string? label, string? source, DateOnly? publishedOn, HttpContext http, ISender sender,
        CancellationToken cancellationToken, bool dryRun = false)
    {
        if (FormatOf(http.Request) is not { } format) return new[] { PlatformFailures.UnsupportedMediaType.With() }.ToHttp();
        if (await ReadAsync(http.Request, cancellationToken) is not { } content) return new[] { PlatformFailures.BodyTooLarge.With() }.ToHttp();
        var imported = await sender.Send(new ImportRelease(code, label, source, publishedOn, content, format, dryRun), cancellationToken);
        return imported.ToHttp(report =>
        {
            var resource = ReleaseResource.Of(report, RequestLanguage.Of(http));
            return dryRun
                ? TypedResults.Ok(resource)
                : TypedResults.Created($"/api/v1/reference-series/{code}/observations?release={report.Release}", resource);
        });
    }

    private static async Task<IResult> ObservationsAsync(
        string code, int? release, string? unitCode, DateOnly? date, string? cursor, int? limit, ISender sender,
        CancellationToken cancellationToken) =>
        (await sender.Send(new ListObservations(code, release, unitCode, date, cursor, limit), cancellationToken)).ToHttp();

    private static async Task<IResult> ChangesAsync(
        string code, int fromRelease, int toRelease, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ListSeriesChanges(code, fromRelease, toRelease, cursor, limit), cancellationToken)).ToHttp();

    private static ReleaseFormat? FormatOf(HttpRequest request) => request.ContentType?.Split(';')[0].Trim().ToUpperInvariant() switch
    {
        "TEXT/CSV" => ReleaseFormat.Csv,
        "APPLICATION/JSON" => ReleaseFormat.Json,
        _ => null,
    };

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        const int largest = LargestMegabytes * 1024 * 1024;
        if (request.ContentLength > largest) return null;
        using var copy = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (copy.Length + read > largest) return null;
            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }
}

/// <summary>What an import did, or would do.</summary>
/// <param name="Release">Number of the release.</param>
/// <param name="DryRun">Whether nothing was changed.</param>
/// <param name="Added">Observations of cells that had none.</param>
/// <param name="Restated">Observations that say otherwise than the release before.</param>
/// <param name="Unchanged">Rows that repeat what is known.</param>
/// <param name="ProblemCount">How many things have to be put right.</param>
/// <param name="Problems">The first of them, by row and field.</param>
internal sealed record ReleaseResource(
    int Release, bool DryRun, int Added, int Restated, int Unchanged, int ProblemCount, IReadOnlyList<ProblemError> Problems)
{
    private const int MostProblems = 500;

    internal static ReleaseResource Of(ReleaseReport report, Language language) => new(
        report.Release, report.DryRun, report.Added, report.Restated, report.Unchanged, report.Problems.Count,
        [.. report.Problems.Take(MostProblems).Select(problem => new ProblemError(problem.Code, problem.Field, problem.Message(language)))]);
}
