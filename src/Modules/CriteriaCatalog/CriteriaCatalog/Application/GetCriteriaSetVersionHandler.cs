using LearningCity.BuildingBlocks.Messaging;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>Answers other modules; published versions are no secret, so whoever they ask for needs no permission of this module.</summary>
internal sealed class GetCriteriaSetVersionHandler(ICriteriaCatalogDb db, PublishedVersions published)
    : IQueryHandler<GetCriteriaSetVersion, CriteriaSetVersion?>
{
    public Task<CriteriaSetVersion?> Handle(GetCriteriaSetVersion request, CancellationToken cancellationToken) =>
        published.GetAsync(db, request.VersionId, cancellationToken);
}
