using System.Text;
using LearningCity.Analytics.Application.Boards;
using LearningCity.Analytics.Application.Briefings;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Export;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Application.Years;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Analytics.Api;

/// <summary>The module's addresses under <c>/api/v1</c>.</summary>
internal static class AnalyticsEndpoints
{
    internal static void MapAnalytics(this IEndpointRouteBuilder api)
    {
        var analytics = api.MapGroup("/analytics").WithTags("Analytics");
        analytics.MapGet("/rollups", RollupsAsync).RequirePermission(AnalyticsPermissions.Read).WithName("getRollups");
        analytics.MapGet("/completeness", CompletenessAsync).RequirePermission(AnalyticsPermissions.Read).WithName("getCompleteness");
        analytics.MapGet("/trends", TrendsAsync).RequirePermission(AnalyticsPermissions.Read).WithName("getTrends");
        analytics.MapGet("/years/{year:int}", YearAsync).RequirePermission(AnalyticsPermissions.Read).WithName("getYear");
        analytics.MapGet("/export", ExportAsync).RequirePermission(AnalyticsPermissions.Read).WithName("exportFigures");
        analytics.MapGet("/export/datapackage.json", DataPackageAsync).RequirePermission(AnalyticsPermissions.Read).WithName("describeExport");
        analytics.MapGet("/committees", CommitteesAsync).RequirePermission(AnalyticsPermissions.Read).WithName("getCommitteeShare");
        analytics.MapPost("/recompute", RecomputeAsync).RequirePermission(AnalyticsPermissions.Recompute).WithName("recompute");
        api.MapGet("/trace/{code}", TraceAsync).RequirePermission(AnalyticsPermissions.Read).WithTags("Analytics").WithName("getTrace");

        var briefings = api.MapGroup("/briefings").WithTags("Briefings");
        briefings.MapPost("/", RequestBriefingAsync).RequirePermission(AnalyticsPermissions.Brief).Idempotent().WithName("requestBriefing");
        briefings.MapGet("/", ListBriefingsAsync).RequirePermission(AnalyticsPermissions.Read).WithName("listBriefings");
        briefings.MapGet("/{id:guid}", BriefingAsync).RequirePermission(AnalyticsPermissions.Read).WithName("getBriefing");
        briefings.MapGet("/{id:guid}/pdf", BriefingFileAsync).RequirePermission(AnalyticsPermissions.Read).WithName("getBriefingPdf");
    }

    private static async Task<IResult> RollupsAsync(
        string period, Guid? unitId, Guid? parentId, string? indicator, string? relation, DateOnly? treeDate, string? edition, string? cursor,
        int? limit, ISender sender, CancellationToken cancellationToken) =>
        !EditionChoice.TryParse(edition, out var choice) ? Wrong("edition")
            : TryReadRelation(relation, out var along)
            ? (await sender.Send(new GetRollups(period, unitId, parentId, indicator, along, treeDate, cursor, limit, choice), cancellationToken)).ToHttp()
            : Wrong("relation");

    private static async Task<IResult> CompletenessAsync(
        string period, string? by, Guid? unitId, DateOnly? treeDate, string? edition, ISender sender, CancellationToken cancellationToken)
    {
        if (!EditionChoice.TryParse(edition, out var choice)) return Wrong("edition");
        var what = CompletenessBy.Type;
        return by is null || SnakeCase.TryParse(by, out what)
            ? (await sender.Send(new GetCompleteness(period, what, unitId, treeDate, choice), cancellationToken)).ToHttp()
            : Wrong("by");
    }

    private static async Task<IResult> TrendsAsync(
        string indicator, Guid? unitId, string? relation, DateOnly? treeDate, string? edition, ISender sender,
        CancellationToken cancellationToken) =>
        !EditionChoice.TryParse(edition, out var choice) ? Wrong("edition")
            : TryReadRelation(relation, out var along)
            ? (await sender.Send(new GetTrends(indicator, unitId, along, treeDate, choice), cancellationToken)).ToHttp()
            : Wrong("relation");

    private static async Task<IResult> YearAsync(
        int year, Guid? unitId, string? indicator, DateOnly? treeDate, string? edition, string? cursor, int? limit, ISender sender,
        CancellationToken cancellationToken) =>
        EditionChoice.TryParse(edition, out var choice)
            ? (await sender.Send(new GetYear(year, unitId, indicator, treeDate, cursor, limit, choice), cancellationToken)).ToHttp()
            : Wrong("edition");

    private static async Task<IResult> ExportAsync(
        string period, Guid? unitId, DateOnly? treeDate, string? edition, string? format, ISender sender, CancellationToken cancellationToken)
    {
        if (format is not (null or "json" or "csv")) return Wrong("format");
        if (!EditionChoice.TryParse(edition, out var choice)) return Wrong("edition");
        var exported = await sender.Send(new GetFigureExport(period, unitId, treeDate, choice), cancellationToken);
        return format == "csv"
            ? exported.ToHttp(export => TypedResults.File(Encoding.UTF8.GetBytes(ExportField.Csv(export)), "text/csv; charset=utf-8", FileName(export)))
            : exported.ToHttp();
    }

    /// <summary>The description names the very file that the same query gives.</summary>
    private static async Task<IResult> DataPackageAsync(
        string period, Guid? unitId, DateOnly? treeDate, string? edition, HttpRequest request, ISender sender,
        CancellationToken cancellationToken) =>
        EditionChoice.TryParse(edition, out var choice)
            ? (await sender.Send(new GetFigureExport(period, unitId, treeDate, choice), cancellationToken)).ToHttp(export =>
                TypedResults.Ok(DataPackage.Of(export.Context, UriHelper.BuildAbsolute(
                    request.Scheme, request.Host, request.PathBase, "/api/v1/analytics/export", request.QueryString.Add("format", "csv")))))
            : Wrong("edition");

    private static string FileName(FigureExport export) =>
        FormattableString.Invariant($"figures-{export.Context.Period}-{export.Context.Edition}-{export.Context.TreeDate:yyyyMMdd}.csv");

    private static async Task<IResult> CommitteesAsync(
        DateOnly asOf, Guid? unitId, ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new GetCommitteeCoverage(asOf, unitId), cancellationToken));

    private static async Task<IResult> RecomputeAsync(RecomputeRollups command, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(command, cancellationToken)).ToHttp();

    private static async Task<IResult> TraceAsync(string code, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetTrace(code), cancellationToken)).ToHttp();

    private static async Task<IResult> RequestBriefingAsync(
        RequestBriefing command, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(command, cancellationToken)).ToHttp(briefing => TypedResults.Accepted($"/api/v1/briefings/{briefing.Id}", briefing));

    private static async Task<IResult> ListBriefingsAsync(
        string? period, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ListBriefings(period, cursor, limit), cancellationToken)).ToHttp();

    private static async Task<IResult> BriefingAsync(Guid id, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetBriefing(id), cancellationToken)).ToHttp();

    private static async Task<IResult> BriefingFileAsync(Guid id, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetBriefingFile(id), cancellationToken)).ToHttp(file =>
            TypedResults.File(file.Content, "application/pdf", file.Name));

    internal static bool TryReadRelation(string? text, out UnitRelation relation)
    {
        relation = UnitRelation.LiesIn;
        return text is null || SnakeCase.TryParse(text, out relation);
    }

    internal static IResult Wrong(string parameter) => new[] { PlatformFailures.InvalidParameter.On(parameter, parameter) }.ToHttp();
}
