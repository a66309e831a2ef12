using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Import;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Submissions.Api;

/// <summary>Values in bulk.</summary>
internal static class ValuesEndpoints
{
    /// <summary>A period of the whole country as JSON.</summary>
    private const long LargestBody = 1024L * 1024 * 1024;

    internal static void Map(IEndpointRouteBuilder api)
    {
        var values = api.MapGroup("/values").WithTags("Values");
        values.MapGet("", ListAsync).RequirePermission(SubmissionsPermissions.Read).Produces<Page<ValueResource>>();
        values.MapPost("", ImportAsync).RequirePermission(SubmissionsPermissions.Import)
            .Accepts<object>("application/json", "application/x-ndjson", "text/csv").Produces<ImportResource>();
    }

    private static async Task<IResult> ListAsync(
        string periodCode, Guid? unitId, string? indicatorCode, string? status, string? cursor, int? limit, ISender sender,
        CancellationToken cancellationToken)
    {
        if (status is not (null or "approved" or "working"))
            return new[] { PlatformFailures.InvalidParameter.On("status", "status") }.ToHttp();
        var page = await sender.Send(
            new ListValues(periodCode, unitId, indicatorCode, status != "working", cursor, limit), cancellationToken);
        return page.ToHttp(rows => TypedResults.Ok(new Page<ValueResource>(
            [.. rows.Items.Select(row => ToResource.Of(row, periodCode))], rows.NextCursor)));
    }

    private static async Task<IResult> ImportAsync(
        HttpContext context, ISender sender, CancellationToken cancellationToken, bool dryRun = false, bool atomic = false,
        bool submit = false)
    {
        if (Reader(context) is not { } reader) return new[] { PlatformFailures.UnsupportedMediaType.With() }.ToHttp();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody;
        var report = await sender.Send(new ImportValues(reader, dryRun, atomic, submit), cancellationToken);
        return report.ToHttp(answer => Answer(answer, dryRun, atomic, context));
    }

    private static IResult Answer(ImportReport report, bool dryRun, bool atomic, HttpContext context)
    {
        var language = RequestLanguage.Of(context);
        var resource = ToResource.Of(report, dryRun, atomic, language);
        if (!atomic || dryRun || report.Rejected == 0) return TypedResults.Ok(resource);
        var problem = Problems.Describe([ImportFailures.Refused.With(report.Rejected)], language);
        problem.Instance = context.Request.Path;
        problem.Extensions["report"] = resource;
        return TypedResults.Json(problem, Json.Options, "application/problem+json", problem.Status);
    }

    private static Func<ImportStage, int, CancellationToken, Task<Result>>? Reader(HttpContext context)
    {
        var type = context.Request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        return type switch
        {
            "application/json" or "application/x-ndjson" => (stage, most, cancellationToken) =>
                new JsonRows(stage, most).ReadAsync(context.Request.BodyReader, cancellationToken),
            "text/csv" => (stage, most, cancellationToken) =>
                new CsvRows(stage, most).ReadAsync(context.Request.Body, cancellationToken),
            _ => null,
        };
    }
}
