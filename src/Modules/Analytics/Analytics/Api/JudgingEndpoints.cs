using System.Text;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Explorer;
using LearningCity.Analytics.Application.Quality;
using LearningCity.Analytics.Application.Scorecards;
using LearningCity.Analytics.Application.Trials;
using LearningCity.Analytics.Domain.Quality;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Http;
using LearningCity.Submissions.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Analytics.Api;

/// <summary>How units stand by the rules of the catalogue, under <c>/api/v1/analytics</c>.</summary>
internal static class JudgingEndpoints
{
    private const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal static void MapJudging(this IEndpointRouteBuilder api)
    {
        var analytics = api.MapGroup("/analytics").WithTags("Analytics");
        analytics.MapGet("/scorecards", ScorecardsAsync).RequirePermission(AnalyticsPermissions.Read).WithName("getScorecards");
        analytics.MapGet("/explore", ExploreAsync).RequirePermission(AnalyticsPermissions.Read).WithName("exploreFigures");
        analytics.MapPost("/trials", TryAsync).RequirePermission(AnalyticsPermissions.EditCatalogue).WithName("tryRules");

        var quality = analytics.MapGroup("/quality");
        quality.MapPost("/checks", CheckAsync).RequirePermission(AnalyticsPermissions.Quality).Idempotent().WithName("checkQuality");
        quality.MapGet("/findings", FindingsAsync).RequirePermission(AnalyticsPermissions.Quality).WithName("listQualityFindings");
        quality.MapGet("/findings/{id:guid}", FindingAsync).RequirePermission(AnalyticsPermissions.Quality).WithName("getQualityFinding");
        quality.MapPut("/findings/{id:guid}/state", SettleAsync).RequirePermission(AnalyticsPermissions.Quality).WithName("settleQualityFinding");
    }

    private static async Task<IResult> ScorecardsAsync(
        string period, Guid? unitId, Guid? parentId, string? type, string? set, string? relation, DateOnly? treeDate, string? edition,
        string? cursor, int? limit, ISender sender, CancellationToken cancellationToken)
    {
        if (!EditionChoice.TryParse(edition, out var choice)) return AnalyticsEndpoints.Wrong("edition");
        if (!AnalyticsEndpoints.TryReadRelation(relation, out var along)) return AnalyticsEndpoints.Wrong("relation");
        if (!TryReadType(type, out var only)) return AnalyticsEndpoints.Wrong("type");
        return (await sender.Send(
            new GetScorecards(period, unitId, parentId, only, set, along, treeDate, cursor, limit, choice), cancellationToken)).ToHttp();
    }

    private static async Task<IResult> ExploreAsync(
        string[] indicator, Guid[]? unitId, Guid? parentId, string[]? period, DateOnly? treeDate, string? edition, string? format, string? cursor,
        int? limit, ISender sender, CancellationToken cancellationToken)
    {
        if (format is not (null or "json" or "csv" or "xlsx")) return AnalyticsEndpoints.Wrong("format");
        if (!EditionChoice.TryParse(edition, out var choice)) return AnalyticsEndpoints.Wrong("edition");
        var isFile = format is "csv" or "xlsx";
        var found = await sender.Send(
            new GetExploration(indicator, unitId ?? [], parentId, period ?? [], treeDate, choice, cursor, isFile ? null : limit ?? Cursor.DefaultLimit),
            cancellationToken);
        return format switch
        {
            "csv" => found.ToHttp(chosen => TypedResults.File(Encoding.UTF8.GetBytes(ExplorationFile.Csv(chosen)), "text/csv; charset=utf-8", "figures.csv")),
            "xlsx" => found.ToHttp(chosen => TypedResults.File(ExplorationFile.Workbook(chosen), ExcelType, "figures.xlsx")),
            _ => found.ToHttp(),
        };
    }

    private static async Task<IResult> CheckAsync(CheckQuality command, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(command, cancellationToken)).ToHttp();

    private static async Task<IResult> FindingsAsync(
        string? period, Guid? unitId, string? kind, string? state, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken)
    {
        var (ofKind, inState) = (default(FigureFlagKind), default(FindingState));
        if (kind is not null && !SnakeCase.TryParse(kind, out ofKind)) return AnalyticsEndpoints.Wrong("kind");
        if (state is not null && !SnakeCase.TryParse(state, out inState)) return AnalyticsEndpoints.Wrong("state");
        return (await sender.Send(
            new ListFindings(period, unitId, kind is null ? null : ofKind, state is null ? null : inState, cursor, limit), cancellationToken)).ToHttp();
    }

    private static async Task<IResult> FindingAsync(Guid id, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetFinding(id), cancellationToken)).ToHttp(finding =>
        {
            ETags.Send(http, finding.Version);
            return TypedResults.Ok(finding);
        });

    private static async Task<IResult> SettleAsync(
        Guid id, FindingSettlement body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var seen = ETags.Required(http);
        if (!seen.Succeeded) return seen.ToHttp();
        return (await sender.Send(new SettleFinding(id, seen.Value, body.State, body.Note), cancellationToken)).ToHttp(version =>
        {
            ETags.Send(http, version);
            return TypedResults.NoContent();
        });
    }

    private static async Task<IResult> TryAsync(TrialRequest body, ISender sender, CancellationToken cancellationToken)
    {
        if (!EditionChoice.TryParse(body.Edition, out var choice)) return AnalyticsEndpoints.Wrong("edition");
        if (!TryReadType(body.Type, out var type)) return AnalyticsEndpoints.Wrong("type");
        return (await sender.Send(new TryRules(body.Set, body.Periods, body.ParentId, type, body.Rules, choice), cancellationToken)).ToHttp();
    }

    private static bool TryReadType(string? text, out UnitType? type)
    {
        type = null;
        if (text is null) return true;
        if (!SnakeCase.TryParse<UnitType>(text, out var known)) return false;
        type = known;
        return true;
    }
}

/// <summary>What became of a conspicuous figure.</summary>
/// <param name="State">Explained, sent back, or open.</param>
/// <param name="Note">Why; what is asked.</param>
internal sealed record FindingSettlement(FindingState State, string? Note);

/// <summary>Rules to try on past periods; it changes nothing.</summary>
/// <param name="Set">Code of the criteria set.</param>
/// <param name="Periods">Codes of periods.</param>
/// <param name="ParentId">The area; the whole of it where none is named.</param>
/// <param name="Type">Type of units in it; the administrative units directly below where none is named.</param>
/// <param name="Edition">Live figures, or of each period those of its newest edition.</param>
/// <param name="Rules">The rules.</param>
internal sealed record TrialRequest(string? Set, IReadOnlyList<string>? Periods, Guid? ParentId, string? Type, string? Edition, TrialRules? Rules);
