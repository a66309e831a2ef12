using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Templates;

/// <summary>The template of a unit.</summary>
/// <param name="UnitId">The unit; null for the city's own.</param>
internal sealed record GetTemplate(Guid? UnitId) : IQuery<Result<TemplateItem>>;

/// <summary>A template as it is edited.</summary>
/// <param name="UnitId">The unit; null for the city's own.</param>
/// <param name="UnitName">Its name; null for the city's own.</param>
/// <param name="Version">0 while nothing is stored.</param>
/// <param name="Own">What is stored here: empty where it is left to the city and the product.</param>
/// <param name="InForce">What documents say: the same, with everything that is left to others.</param>
/// <param name="HasLogo">Whether a logo is stored here.</param>
/// <param name="Logo">The logo that documents carry, as an address that holds it; null for none.</param>
internal sealed record TemplateItem(
    Guid? UnitId, LocalText? UnitName, int Version, TemplateContent Own, TemplateContent InForce, bool HasLogo, string? Logo);

internal sealed class GetTemplateHandler(IAnalyticsDb db, TemplateReader reader, Guardian guardian, ISender sender, TimeProvider clock)
    : IQueryHandler<GetTemplate, Result<TemplateItem>>
{
    public async Task<Result<TemplateItem>> Handle(GetTemplate request, CancellationToken cancellationToken)
    {
        var allowed = request.UnitId is { } id
            ? await guardian.RequireAsync(AnalyticsPermissions.Template, id, cancellationToken)
            : guardian.RequireEverywhere(AnalyticsPermissions.Template);
        if (!allowed.Succeeded) return allowed;
        var today = CityTime.Today(clock);
        var unit = request.UnitId is { } unitId
            ? await sender.Send(new GetUnits([unitId], today), cancellationToken) is [var found, ..] ? found : null
            : CityUnit(today);
        if (unit is null) return PlatformFailures.NotFound;
        var key = request.UnitId ?? DocumentTemplate.City;
        var stored = await db.Templates.AsNoTracking().FirstOrDefaultAsync(template => template.UnitId == key, cancellationToken);
        var inForce = await reader.ReadAsync(unit, cancellationToken);
        return new TemplateItem(
            request.UnitId, request.UnitId is null ? null : unit.Name, stored?.Version ?? 0,
            stored is null ? TemplateContent.Empty : TemplateReader.Parse(stored.Content), inForce.Content, stored?.Logo is not null, inForce.Logo);
    }

    /// <summary>Stands for the whole city: its template is the one without a unit.</summary>
    internal static UnitSummary CityUnit(DateOnly today) => new(
        DocumentTemplate.City, "", new LocalText("", ""), UnitType.Province, null, null, today, null, false);
}
