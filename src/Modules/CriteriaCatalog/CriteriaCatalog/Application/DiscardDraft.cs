using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>Throws a draft away; a set that has no other version goes with it.</summary>
/// <param name="SetCode">The set.</param>
/// <param name="Number">The version.</param>
/// <param name="SeenVersion">The state of the draft that the caller read.</param>
internal sealed record DiscardDraft(string SetCode, int Number, int SeenVersion) : ICommand;

internal sealed class DiscardDraftHandler(ICriteriaCatalogDb db, Guardian guardian) : ICommandHandler<DiscardDraft>
{
    public async Task<Result> Handle(DiscardDraft request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Edit);
        if (!allowed.Succeeded) return allowed;
        var draft = await db.Versions.SingleOrDefaultAsync(
            v => v.SetCode == request.SetCode && v.Number == request.Number, cancellationToken);
        if (draft is null) return CatalogFailures.VersionNotFound.With(request.SetCode, request.Number);
        if (draft.Version != request.SeenVersion) return PlatformFailures.Stale;
        if (draft.State != VersionState.Draft) return CatalogFailures.VersionIsSettled.With(request.SetCode, request.Number);
        db.Versions.Remove(draft);
        if (!await db.Versions.AnyAsync(v => v.SetCode == request.SetCode && v.Number != request.Number, cancellationToken))
            db.Sets.Remove(await db.Sets.SingleAsync(set => set.Code == request.SetCode, cancellationToken));
        db.Audit(Publication.Entry("criteria_catalog.draft_discarded", draft));
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
