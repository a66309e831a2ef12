using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.Crosswalks;

/// <summary>Approves a link that somebody else proposed, if it keeps every rule beside those that hold.</summary>
/// <param name="Id">The link.</param>
/// <param name="SeenVersion">Its state as the approver read it.</param>
internal sealed record ApproveCrosswalk(Guid Id, int SeenVersion) : ICommand;

internal sealed class ApproveCrosswalkHandler(
    ICriteriaCatalogDb db, Guardian guardian, ICurrentUser user, CrosswalkChecks checks, TimeProvider clock) : ICommandHandler<ApproveCrosswalk>
{
    public async Task<Result> Handle(ApproveCrosswalk request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Edit);
        if (!allowed.Succeeded) return allowed;
        var crosswalk = await db.Crosswalks.Include(c => c.Sources).Include(c => c.Steps)
            .SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken);
        if (crosswalk is null) return CrosswalkFailures.NotFound;
        if (crosswalk.Version != request.SeenVersion) return PlatformFailures.Stale;

        // A key is nobody: with one, whoever proposed a link could approve it in another guise.
        if (user.Caller.Kind == CallerKind.ApiClient) return CrosswalkFailures.NeedsPerson;

        // The head is read before the other links, so that what is approved in between shows as a head that has moved on.
        var head = await db.CrosswalkHeads.SingleOrDefaultAsync(cancellationToken);
        var approved = crosswalk.Approve("", user.Id, clock.GetUtcNow());
        if (!approved.Succeeded) return approved;
        var misfits = await checks.MisfitsAsync(crosswalk, crosswalk.ValidFrom, cancellationToken);
        var conflicts = await checks.ConflictsAsync(crosswalk, cancellationToken);
        if (misfits.Count + conflicts.Count > 0) return Result.Failed([.. misfits, .. conflicts]);

        if (head is null) db.CrosswalkHeads.Add(head = new CrosswalkHead());
        head.Count();
        db.Publish(new CrosswalkApproved(
            Ids.New(), crosswalk.Id, crosswalk.TargetId, crosswalk.TargetSetCode, crosswalk.ValidFrom, crosswalk.ValidTo));
        db.Audit(CrosswalkChecks.Entry("crosswalk_approved", crosswalk));
        return await db.SaveUnlessStaleAsync(cancellationToken);
    }
}
