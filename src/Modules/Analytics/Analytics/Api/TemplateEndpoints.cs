using LearningCity.Analytics.Application.Templates;
using LearningCity.BuildingBlocks.Http;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Analytics.Api;

/// <summary>Templates of documents under <c>/api/v1/report-templates</c>; <c>city</c> names the city's own.</summary>
internal static class TemplateEndpoints
{
    internal static void MapTemplates(this IEndpointRouteBuilder api)
    {
        var templates = api.MapGroup("/report-templates").WithTags("Reports");
        templates.MapGet("/city", (HttpContext http, ISender sender, CancellationToken cancellationToken) => GetAsync(null, http, sender, cancellationToken))
            .RequirePermission(AnalyticsPermissions.Template).WithName("getCityTemplate");
        templates.MapPut("/city", (TemplateContent body, HttpContext http, ISender sender, CancellationToken cancellationToken) => SaveAsync(null, body, http, sender, cancellationToken))
            .RequirePermission(AnalyticsPermissions.Template).WithName("saveCityTemplate");
        templates.MapGet("/city/preview", (ISender sender, CancellationToken cancellationToken) => PreviewAsync(null, sender, cancellationToken))
            .RequirePermission(AnalyticsPermissions.Template).WithName("previewCityTemplate");
        templates.MapGet("/{unitId:guid}", (Guid unitId, HttpContext http, ISender sender, CancellationToken cancellationToken) => GetAsync(unitId, http, sender, cancellationToken))
            .RequirePermission(AnalyticsPermissions.Template).WithName("getUnitTemplate");
        templates.MapPut("/{unitId:guid}", (Guid unitId, TemplateContent body, HttpContext http, ISender sender, CancellationToken cancellationToken) => SaveAsync(unitId, body, http, sender, cancellationToken))
            .RequirePermission(AnalyticsPermissions.Template).WithName("saveUnitTemplate");
        templates.MapGet("/{unitId:guid}/preview", (Guid unitId, ISender sender, CancellationToken cancellationToken) => PreviewAsync(unitId, sender, cancellationToken))
            .RequirePermission(AnalyticsPermissions.Template).WithName("previewUnitTemplate");
    }

    private static async Task<IResult> GetAsync(Guid? unitId, HttpContext http, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetTemplate(unitId), cancellationToken)).ToHttp(template =>
        {
            ETags.Send(http, template.Version);
            return TypedResults.Ok(template);
        });

    private static async Task<IResult> SaveAsync(
        Guid? unitId, TemplateContent body, HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        var seen = ETags.Required(http);
        if (!seen.Succeeded) return seen.ToHttp();
        return (await sender.Send(new SaveTemplate(unitId, seen.Value, body), cancellationToken)).ToHttp(version =>
        {
            ETags.Send(http, version);
            return TypedResults.NoContent();
        });
    }

    private static async Task<IResult> PreviewAsync(Guid? unitId, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new PreviewTemplate(unitId), cancellationToken)).ToHttp(file => TypedResults.File(file.Content, ReportEndpoints.WordType, file.Name));
}
