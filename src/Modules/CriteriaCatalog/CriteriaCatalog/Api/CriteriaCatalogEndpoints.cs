using AutoMapper;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using IResult = Microsoft.AspNetCore.Http.IResult;

namespace LearningCity.CriteriaCatalog.Api;

/// <summary>The module's API.</summary>
internal static class CriteriaCatalogEndpoints
{
    internal static void MapCriteriaCatalog(this IEndpointRouteBuilder api)
    {
        var sets = api.MapGroup("/criteria-sets").WithTags("Criteria sets");
        sets.MapGet("/", List).RequirePermission(CriteriaCatalogPermissions.Read).Produces<Page<CriteriaSetResource>>();
        sets.MapGet("/{code}", Get).RequirePermission(CriteriaCatalogPermissions.Read).Produces<CriteriaSetResource>();
        sets.MapGet("/{code}/versions/{number:int}", GetVersion).RequirePermission(CriteriaCatalogPermissions.Read).Produces<VersionResource>();
        sets.MapGet("/{code}/versions/{number:int}/export", Export).RequirePermission(CriteriaCatalogPermissions.Read);
        sets.MapPost("/import", Import).RequirePermission(CriteriaCatalogPermissions.Edit).Idempotent()
            .Produces<ImportResource>().Produces<ImportResource>(StatusCodes.Status201Created);
        sets.MapPost("/{code}/versions/{number:int}/publish", Publish).RequirePermission(CriteriaCatalogPermissions.Edit).Idempotent();
        sets.MapPost("/{code}/versions/{number:int}/retire", Retire).RequirePermission(CriteriaCatalogPermissions.Edit).Idempotent();
        sets.MapDrafts();
        api.MapGet("/indicators", Search).WithTags("Indicators").RequirePermission(CriteriaCatalogPermissions.Read)
            .Produces<Page<IndicatorListingResource>>();
    }

    private static async Task<IResult> List(
        string? cursor, int? limit, ISender sender, IMapper mapper, CancellationToken cancellationToken)
    {
        var found = await sender.Send(new ListCriteriaSets(cursor, limit), cancellationToken);
        return found.ToHttp(page => TypedResults.Ok(
            new Page<CriteriaSetResource>(mapper.Map<List<CriteriaSetResource>>(page.Items), page.NextCursor)));
    }

    private static async Task<IResult> Get(string code, ISender sender, IMapper mapper, CancellationToken cancellationToken)
    {
        var found = await sender.Send(new ListCriteriaSets(SetCode: code), cancellationToken);
        return found.ToHttp(page => page.Items.Count == 0
            ? new[] { CatalogFailures.SetNotFound.With(code) }.ToHttp()
            : TypedResults.Ok(mapper.Map<CriteriaSetResource>(page.Items[0])));
    }

    private static async Task<IResult> GetVersion(
        string code, int number, HttpContext http, ISender sender, IMapper mapper, CancellationToken cancellationToken)
    {
        var found = await sender.Send(new GetVersion(code, number), cancellationToken);
        return found.ToHttp(details =>
        {
            // The row grows a version whenever anything that is shown here changes; the content itself never does.
            ETags.Send(http, details.Version.Version);
            http.Response.Headers.CacheControl = "private, no-cache";
            if (http.Request.Headers.IfNoneMatch.Contains(http.Response.Headers.ETag.ToString()))
                return TypedResults.StatusCode(StatusCodes.Status304NotModified);
            return TypedResults.Ok(mapper.Map<VersionResource>(
                details.Version, options => options.Items[CatalogMappings.IndicatorIds] = details.IndicatorIds));
        });
    }

    private static async Task<IResult> Export(
        string code, int number, string? format, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        if (!SnakeCase.TryParse<PackFormat>(format ?? "json", out var kind))
            return new[] { PlatformFailures.InvalidParameter.On("format", "format") }.ToHttp();
        var exported = await sender.Send(new ExportVersion(code, number, kind, RequestLanguage.Of(http)), cancellationToken);
        return exported.ToHttp(pack => TypedResults.File(
            pack.Content, kind == PackFormat.Xlsx ? PackBody.Workbook : "application/json", pack.FileName));
    }

    private static async Task<IResult> Search(
        string? q, string? setCode, string? valueType, string? cursor, int? limit, ISender sender, IMapper mapper,
        CancellationToken cancellationToken)
    {
        IndicatorValueType? type = null;
        if (valueType is not null)
        {
            if (!SnakeCase.TryParse<IndicatorValueType>(valueType, out var parsed))
                return new[] { PlatformFailures.InvalidParameter.On("valueType", "valueType") }.ToHttp();
            type = parsed;
        }

        var found = await sender.Send(new SearchIndicators(q, setCode, type, cursor, limit), cancellationToken);
        return found.ToHttp(page => TypedResults.Ok(
            new Page<IndicatorListingResource>(mapper.Map<List<IndicatorListingResource>>(page.Items), page.NextCursor)));
    }

    private static async Task<IResult> Import(
        HttpContext http, ISender sender, CancellationToken cancellationToken, bool dryRun = false, bool publish = false)
    {
        var body = await PackBody.ReadAsync(http.Request, cancellationToken);
        if (!body.Succeeded) return body.Failures.ToHttp();
        var imported = await sender.Send(new ImportCriteriaSet(body.Value.Content, dryRun, publish, body.Value.Format), cancellationToken);
        return imported.ToHttp(report =>
        {
            var resource = Describe(report, RequestLanguage.Of(http));
            return dryRun
                ? TypedResults.Ok(resource)
                : TypedResults.Created($"/api/v1/criteria-sets/{report.SetCode}/versions/{report.Version}", resource);
        });
    }

    private static async Task<IResult> Publish(
        string code, int number, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var seen = ETags.Required(http);
        if (!seen.Succeeded) return seen.Failures.ToHttp();
        return (await sender.Send(new PublishVersion(code, number, seen.Value), cancellationToken)).ToHttp();
    }

    private static async Task<IResult> Retire(
        string code, int number, [FromBody] RetireRequest body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var seen = ETags.Required(http);
        if (!seen.Succeeded) return seen.Failures.ToHttp();
        return (await sender.Send(new RetireVersion(code, number, body.LastDay, seen.Value), cancellationToken)).ToHttp();
    }

    private static ImportResource Describe(ImportReport report, Language language) => new(
        report.SetCode, report.Version, SnakeCase.Of(report.Outcome), report.DryRun, report.NodesPerLevel, report.Indicators,
        report.Problems.Count == 0,
        [.. report.Problems.Select(problem => new ImportProblem(problem.Code, problem.Field, problem.Message(language)))]);
}
