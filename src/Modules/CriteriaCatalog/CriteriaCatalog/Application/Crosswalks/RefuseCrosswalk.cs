using FluentValidation;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.Crosswalks;

/// <summary>Turns a proposal down; by the one who proposed it, takes it back.</summary>
/// <param name="Id">The link.</param>
/// <param name="Reason">Why.</param>
/// <param name="SeenVersion">Its state as the caller read it.</param>
internal sealed record RefuseCrosswalk(Guid Id, string? Reason, int SeenVersion) : ICommand;

internal sealed class RefuseCrosswalkValidator : AbstractValidator<RefuseCrosswalk>
{
    public RefuseCrosswalkValidator() => RuleFor(command => command.Reason).RequiredText(2000);
}

internal sealed class RefuseCrosswalkHandler(ICriteriaCatalogDb db, Guardian guardian, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<RefuseCrosswalk>
{
    public async Task<Result> Handle(RefuseCrosswalk request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Edit);
        if (!allowed.Succeeded) return allowed;
        var crosswalk = await db.Crosswalks.Include(c => c.Sources).Include(c => c.Steps)
            .SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken);
        if (crosswalk is null) return CrosswalkFailures.NotFound;
        if (crosswalk.Version != request.SeenVersion) return PlatformFailures.Stale;
        var refused = crosswalk.Refuse(request.Reason!.Trim(), user.Id, clock.GetUtcNow());
        if (!refused.Succeeded) return refused;
        db.Audit(CrosswalkChecks.Entry(
            crosswalk.State == CrosswalkState.Withdrawn ? "crosswalk_withdrawn" : "crosswalk_refused", crosswalk));
        return await db.SaveUnlessStaleAsync(cancellationToken);
    }
}
