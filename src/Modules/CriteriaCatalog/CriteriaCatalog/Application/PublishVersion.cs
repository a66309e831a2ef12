using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>Settles a draft for ever.</summary>
/// <param name="SetCode">The set.</param>
/// <param name="Number">The version.</param>
/// <param name="SeenVersion">The state of the draft that the caller read: nobody publishes what they have not seen.</param>
internal sealed record PublishVersion(string SetCode, int Number, int SeenVersion) : ICommand;

internal sealed class PublishVersionHandler(ICriteriaCatalogDb db, Guardian guardian, Publication publication) : ICommandHandler<PublishVersion>
{
    public async Task<Result> Handle(PublishVersion request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Edit);
        if (!allowed.Succeeded) return allowed;
        var version = await db.Versions.SingleOrDefaultAsync(
            v => v.SetCode == request.SetCode && v.Number == request.Number, cancellationToken);
        if (version is null) return CatalogFailures.VersionNotFound.With(request.SetCode, request.Number);
        if (version.Version != request.SeenVersion) return PlatformFailures.Stale;
        var published = await publication.PublishAsync(version, cancellationToken);
        if (!published.Succeeded) return published;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlatformFailures.Stale;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            // Another version of the set that was published at this moment made the same indicators.
            return PlatformFailures.Stale;
        }
    }
}
