using LearningCity.BuildingBlocks.Messaging;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>Answers other modules.</summary>
internal sealed class FindCriteriaSetVersionHandler(ICriteriaCatalogDb db, PublishedVersions published)
    : IQueryHandler<FindCriteriaSetVersion, CriteriaSetVersion?>
{
    public Task<CriteriaSetVersion?> Handle(FindCriteriaSetVersion request, CancellationToken cancellationToken) =>
        published.FindAsync(db, request.SetCode, request.On, cancellationToken);
}
