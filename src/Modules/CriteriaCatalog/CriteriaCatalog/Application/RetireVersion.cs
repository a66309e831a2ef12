using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>Ends the validity of a published version; what was reported by it still reads by it.</summary>
/// <param name="SetCode">The set.</param>
/// <param name="Number">The version.</param>
/// <param name="LastDay">Last day in force.</param>
/// <param name="SeenVersion">The state of the version that the caller read.</param>
internal sealed record RetireVersion(string SetCode, int Number, DateOnly LastDay, int SeenVersion) : ICommand;

internal sealed class RetireVersionHandler(ICriteriaCatalogDb db, Guardian guardian) : ICommandHandler<RetireVersion>
{
    public async Task<Result> Handle(RetireVersion request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Edit);
        if (!allowed.Succeeded) return allowed;
        var version = await db.Versions.SingleOrDefaultAsync(
            v => v.SetCode == request.SetCode && v.Number == request.Number, cancellationToken);
        if (version is null) return CatalogFailures.VersionNotFound.With(request.SetCode, request.Number);
        if (version.Version != request.SeenVersion) return PlatformFailures.Stale;
        var retired = version.Retire(request.LastDay);
        if (!retired.Succeeded) return retired;
        db.Audit(Publication.Entry("criteria_catalog.retired", version));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlatformFailures.Stale;
        }
    }
}
