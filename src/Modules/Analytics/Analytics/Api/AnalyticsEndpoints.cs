using System.Text;
using LearningCity.Analytics.Application.Boards;
using LearningCity.Analytics.Application.Briefings;
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
        string period, Guid? unitId, Guid? parentId, string? indicator, string? relation, DateOnly? treeDate, string? cursor, int? limit,
        ISender sender, CancellationToken cancellationToken) =>
        TryReadRelation(relation, out var along)
            ? (await sender.Send(new GetRollups(period, unitId, parentId, indicator, along, treeDate, cursor, limit), cancellationToken)).ToHttp()
            : Wrong("relation");

    private static async Task<IResult> CompletenessAsync(
        string period, string? by, Guid? unitId, DateOnly? treeDate, ISender sender, CancellationToken cancellationToken)
    {
        var what = CompletenessBy.Type;
        return by is null || SnakeCase.TryParse(by, out what)
            ? (await sender.Send(new GetCompleteness(period, what, unitId, treeDate), cancellationToken)).ToHttp()
            : Wrong("by");
    }

    private static async Task<IResult> TrendsAsync(
        string indicator, Guid? unitId, string? relation, DateOnly? treeDate, ISender sender, CancellationToken cancellationToken) =>
        TryReadRelation(relation, out var along)
            ? (await sender.Send(new GetTrends(indicator, unitId, along, treeDate), cancellationToken)).ToHttp()
            : Wrong("relation");

    private static async Task<IResult> YearAsync(
        int year, Guid? unitId, string? indicator, DateOnly? treeDate, string? cursor, int? limit, ISender sender,
        CancellationToken cancellationToken) =>
        (await sender.Send(new GetYear(year, unitId, indicator, treeDate, cursor, limit), cancellationToken)).ToHttp();

    private static async Task<IResult> ExportAsync(
        string period, Guid? unitId, DateOnly? treeDate, string? format, ISender sender, CancellationToken cancellationToken)
    {
        if (format is not (null or "json" or "csv")) return Wrong("format");
        var exported = await sender.Send(new GetFigureExport(period, unitId, treeDate), cancellationToken);
        return format == "csv"
            ? exported.ToHttp(export => TypedResults.File(Encoding.UTF8.GetBytes(ExportField.Csv(export)), "text/csv; charset=utf-8", FileName(export)))
            : exported.ToHttp();
    }

    /// <summary>The description names the very file that the same query gives.</summary>
    private static async Task<IResult> DataPackageAsync(
        string period, Guid? unitId, DateOnly? treeDate, HttpRequest request, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetFigureExport(period, unitId, treeDate), cancellationToken)).ToHttp(export =>
            TypedResults.Ok(DataPackage.Of(export.Context, UriHelper.BuildAbsolute(
                request.Scheme, request.Host, request.PathBase, "/api/v1/analytics/export", request.QueryString.Add("format", "csv")))));

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

    private static bool TryReadRelation(string? text, out UnitRelation relation)
    {
        relation = UnitRelation.LiesIn;
        return text is null || SnakeCase.TryParse(text, out relation);
    }

    internal static IResult Wrong(string parameter) => new[] { PlatformFailures.InvalidParameter.On(parameter, parameter) }.ToHttp();
}
