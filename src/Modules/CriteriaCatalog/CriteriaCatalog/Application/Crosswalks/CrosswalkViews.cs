using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.Crosswalks;

/// <summary>Links as they are shown, with the names of their indicators.</summary>
internal static class CrosswalkViews
{
    /// <summary>The indicators at both ends of links, by id.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, LinkedIndicator>> NamesAsync(
        this ICriteriaCatalogDb db, IReadOnlyList<Crosswalk> links, CancellationToken cancellationToken)
    {
        var ids = links.SelectMany(c => c.Sources.Select(source => source.IndicatorId).Append(c.TargetId)).Distinct().ToList();
        return await db.Indicators.AsNoTracking().Where(indicator => ids.Contains(indicator.Id))
            .Select(i => new LinkedIndicator(i.Id, i.SetCode, i.Code, i.VersionNumber, new LocalText(i.NameVi, i.NameEn)))
            .ToDictionaryAsync(indicator => indicator.Id, cancellationToken);
    }

    internal static CrosswalkListing Listing(Crosswalk c, IReadOnlyDictionary<Guid, LinkedIndicator> names) => new(
        c.Id, c.Number, c.State, c.Kind, names[c.TargetId],
        [.. c.Sources.OrderBy(source => source.Place).Select(source => names[source.IndicatorId])], c.ValidFrom, c.ValidTo);
}
