using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Time;
using LearningCity.UnitRegistry.Application.Import;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.UnitRegistry.Api;

/// <summary>Units in bulk. An import needs no <c>Idempotency-Key</c>: the same file sent again changes nothing.</summary>
internal static class UnitImportEndpoint
{
    /// <summary>The largest file: the country's units three times over, as CSV.</summary>
    internal const long LargestBody = 64L * 1024 * 1024;

    internal static void Map(RouteGroupBuilder units) =>
        units.MapPost("/import", ImportAsync).WithName("importUnits").WithSummary("Take units from a file, CSV or Excel, or check it")
            .RequirePermission(UnitRegistryPermissions.Keep)
            .Accepts<object>("text/csv", UnitFiles.Excel).Produces<UnitImportResource>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static async Task<IResult> ImportAsync(
        HttpContext context, ISender sender, TimeProvider clock, CancellationToken cancellationToken, DateOnly? effectiveOn = null,
        bool dryRun = false, bool atomic = false, bool update = false)
    {
        if (UnitFiles.Reader(context.Request.ContentType, context.Request.Body) is not { } reader)
            return new[] { PlatformFailures.UnsupportedMediaType.With() }.ToHttp();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargestBody;
        var options = new UnitImportOptions(effectiveOn ?? CityTime.Today(clock), dryRun, atomic, update);
        var report = await sender.Send(new ImportUnits(reader, options), cancellationToken);
        return report.ToHttp(answer => Answer(answer, options, context));
    }

    private static IResult Answer(UnitImportReport report, UnitImportOptions options, HttpContext context)
    {
        var language = RequestLanguage.Of(context);
        var resource = UnitImportResource.Of(report, options, language);
        if (!options.Atomic || options.DryRun || report.Rejected == 0) return TypedResults.Ok(resource);
        var problem = Problems.Describe([UnitImportFailures.Refused.With(report.Rejected)], language);
        problem.Instance = context.Request.Path;
        problem.Extensions["report"] = resource;
        return TypedResults.Json(problem, Json.Options, "application/problem+json", problem.Status);
    }
}

/// <summary>What became of an import of units, or would.</summary>
/// <param name="EffectiveOn">The day as of which rows speak that name no day themselves.</param>
/// <param name="DryRun">Whether it was only checked.</param>
/// <param name="Atomic">Whether all rows were to be taken or none.</param>
/// <param name="Update">Whether units of the registry take other values from the file.</param>
/// <param name="Written">Whether anything was written.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Founded">Units entered.</param>
/// <param name="Changed">Units with other values.</param>
/// <param name="Unchanged">Rows that say what is known already.</param>
/// <param name="Rejected">Rows not taken.</param>
/// <param name="ProblemsByCode">How many problems of each code there are.</param>
/// <param name="Problems">The first of them.</param>
/// <param name="Changes">The first rows that enter or change a unit.</param>
internal sealed record UnitImportResource(
    DateOnly EffectiveOn, bool DryRun, bool Atomic, bool Update, bool Written, int Rows, int Founded, int Changed, int Unchanged, int Rejected,
    IReadOnlyDictionary<string, int> ProblemsByCode, IReadOnlyList<UnitImportProblem> Problems, IReadOnlyList<UnitRowChange> Changes)
{
    internal static UnitImportResource Of(UnitImportReport report, UnitImportOptions options, Language language) => new(
        options.EffectiveOn, options.DryRun, options.Atomic, options.Update, report.Written, report.Rows, report.Founded, report.Changed,
        report.Unchanged, report.Rejected, report.CountByCode,
        [.. report.Problems.Select(problem => new UnitImportProblem(
            problem.Row, problem.Failure.Field, problem.Failure.Code, problem.Failure.Message(language)))],
        report.Changes);
}

/// <summary>Why a row was not taken.</summary>
/// <param name="Row">Number of the row, from 1, the header left out.</param>
/// <param name="Field">The column at fault.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">What to do.</param>
internal sealed record UnitImportProblem(int Row, string? Field, string Code, string Message);
