using LearningCity.BuildingBlocks.Messaging;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>Answers other modules: a city has a dozen versions, not thousands, so the list comes whole.</summary>
internal sealed class ListCriteriaSetVersionsHandler(ICriteriaCatalogDb db)
    : IQueryHandler<ListCriteriaSetVersions, IReadOnlyList<CriteriaSetVersionSummary>>
{
    public async Task<IReadOnlyList<CriteriaSetVersionSummary>> Handle(
        ListCriteriaSetVersions request, CancellationToken cancellationToken)
    {
        var rows = await db.Versions.AsNoTracking()
            .Where(version => version.State != VersionState.Draft)
            .OrderBy(version => version.SetCode).ThenBy(version => version.Number)
            .Select(version => new CriteriaSetVersionSummary(
                version.Id, version.SetCode, version.Number, new(version.NameVi, version.NameEn), version.Origin, version.ValidFrom,
                version.ValidTo, version.IndicatorCount))
            .ToListAsync(cancellationToken);
        return rows;
    }
}
