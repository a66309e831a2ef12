using LearningCity.Analytics.Application.Reports;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Http;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Analytics.Api;

/// <summary>Reports under <c>/api/v1/reports</c>.</summary>
internal static class ReportEndpoints
{
    internal const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    internal static void MapReports(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports");
        reports.MapPost("/", RequestAsync).RequirePermission(AnalyticsPermissions.Brief).Idempotent().WithName("requestReport");
        reports.MapPost("/unit-briefs", RequestBriefsAsync).RequirePermission(AnalyticsPermissions.Brief).Idempotent().WithName("requestUnitBriefs");
        reports.MapGet("/unit-briefs", ProgressAsync).RequirePermission(AnalyticsPermissions.Read).WithName("getUnitBriefProgress");
        reports.MapGet("/", ListAsync).RequirePermission(AnalyticsPermissions.Read).WithName("listReports");
        reports.MapGet("/{id:guid}", GetAsync).RequirePermission(AnalyticsPermissions.Read).WithName("getReport");
        reports.MapGet("/{id:guid}/pdf", PdfAsync).RequirePermission(AnalyticsPermissions.Read).WithName("getReportPdf");
        reports.MapGet("/{id:guid}/docx", WordAsync).RequirePermission(AnalyticsPermissions.Read).WithName("getReportWord");
        reports.MapPost("/{id:guid}/retry", RetryAsync).RequirePermission(AnalyticsPermissions.Brief).WithName("retryReport");
    }

    private static async Task<IResult> RequestAsync(RequestReport command, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(command, cancellationToken)).ToHttp(report => TypedResults.Accepted($"/api/v1/reports/{report.Id}", report));

    private static async Task<IResult> RequestBriefsAsync(RequestUnitBriefs command, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(command, cancellationToken)).ToHttp(run => TypedResults.Accepted($"/api/v1/reports/unit-briefs?period={run.Period}", run));

    private static async Task<IResult> ProgressAsync(string period, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetBriefProgress(period), cancellationToken)).ToHttp();

    private static async Task<IResult> ListAsync(
        string? period, string? kind, Guid? unitId, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken)
    {
        DocumentKind? wanted = null;
        if (kind is not null)
        {
            if (!SnakeCase.TryParse<DocumentKind>(kind, out var known)) return AnalyticsEndpoints.Wrong("kind");
            wanted = known;
        }

        return (await sender.Send(new ListReports(period, wanted, unitId, cursor, limit), cancellationToken)).ToHttp();
    }

    private static async Task<IResult> GetAsync(Guid id, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetReport(id), cancellationToken)).ToHttp();

    private static async Task<IResult> PdfAsync(Guid id, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetReportFile(id, Word: false), cancellationToken)).ToHttp(file =>
            TypedResults.File(file.Content, "application/pdf", file.Name));

    private static async Task<IResult> WordAsync(Guid id, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetReportFile(id, Word: true), cancellationToken)).ToHttp(file => TypedResults.File(file.Content, WordType, file.Name));

    private static async Task<IResult> RetryAsync(Guid id, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new RetryReport(id), cancellationToken)).ToHttp();
}
