using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>A version with its whole tree; a draft only for those who edit.</summary>
/// <param name="SetCode">The set.</param>
/// <param name="Number">The version.</param>
internal sealed record GetVersion(string SetCode, int Number) : IQuery<Result<VersionDetails>>;

/// <summary>A version with its whole tree.</summary>
/// <param name="Version">The version.</param>
/// <param name="IndicatorIds">Lasting ids of its indicators by code; a draft's new ones have none yet.</param>
internal sealed record VersionDetails(SetVersion Version, IReadOnlyDictionary<string, Guid> IndicatorIds);

internal sealed class GetVersionHandler(ICriteriaCatalogDb db, Guardian guardian, ICurrentUser user)
    : IQueryHandler<GetVersion, Result<VersionDetails>>
{
    public async Task<Result<VersionDetails>> Handle(GetVersion request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        var version = await db.Versions.AsNoTracking()
            .SingleOrDefaultAsync(v => v.SetCode == request.SetCode && v.Number == request.Number, cancellationToken);
        if (version is null || (version.State == VersionState.Draft && !user.Has(CriteriaCatalogPermissions.Edit.Code)))
            return CatalogFailures.VersionNotFound.With(request.SetCode, request.Number);
        var ids = await db.Indicators.AsNoTracking()
            .Where(indicator => indicator.SetId == version.SetId)
            .ToDictionaryAsync(indicator => indicator.Code, indicator => indicator.Id, cancellationToken);
        return new VersionDetails(version, ids);
    }
}
