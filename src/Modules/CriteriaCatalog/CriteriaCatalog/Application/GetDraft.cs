using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>A draft as its editor needs it.</summary>
/// <param name="SetCode">The set.</param>
/// <param name="Number">The version.</param>
internal sealed record GetDraft(string SetCode, int Number) : IQuery<Result<DraftDetails>>;

/// <summary>A draft, and what stands between it and its publication.</summary>
/// <param name="Version">The draft.</param>
/// <param name="Problems">What must be put right before it can be published, each with its JSON path.</param>
/// <param name="BasedOn">Number of the version that was published last; null for the first of a set.</param>
internal sealed record DraftDetails(SetVersion Version, IReadOnlyList<Failure> Problems, int? BasedOn);

internal sealed class GetDraftHandler(ICriteriaCatalogDb db, Guardian guardian, Publication publication)
    : IQueryHandler<GetDraft, Result<DraftDetails>>
{
    public async Task<Result<DraftDetails>> Handle(GetDraft request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Edit);
        if (!allowed.Succeeded) return allowed;
        var version = await db.Versions.AsNoTracking()
            .SingleOrDefaultAsync(v => v.SetCode == request.SetCode && v.Number == request.Number, cancellationToken);
        if (version is null) return CatalogFailures.VersionNotFound.With(request.SetCode, request.Number);
        if (version.State != VersionState.Draft) return CatalogFailures.VersionIsSettled.With(request.SetCode, request.Number);
        var earlier = await publication.EarlierAsync(request.SetCode, cancellationToken);
        var problems = await publication.ProblemsAsync(version.Content, earlier, cancellationToken);
        return new DraftDetails(version, problems, earlier.Count == 0 ? null : earlier.Max(lifespan => lifespan.Number));
    }
}
