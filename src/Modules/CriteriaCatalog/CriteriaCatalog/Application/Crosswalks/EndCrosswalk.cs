using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.Crosswalks;

/// <summary>Gives an approved link a last day; what it answered until then stays.</summary>
/// <param name="Id">The link.</param>
/// <param name="LastDay">Last reference date for which it holds; the day before its first for one that never should have held.</param>
/// <param name="Reason">Why.</param>
/// <param name="SeenVersion">Its state as the caller read it.</param>
internal sealed record EndCrosswalk(Guid Id, DateOnly LastDay, string? Reason, int SeenVersion) : ICommand;

internal sealed class EndCrosswalkValidator : AbstractValidator<EndCrosswalk>
{
    public EndCrosswalkValidator() => RuleFor(command => command.Reason).RequiredText(2000);
}

internal sealed class EndCrosswalkHandler(ICriteriaCatalogDb db, Guardian guardian, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<EndCrosswalk>
{
    public async Task<Result> Handle(EndCrosswalk request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Edit);
        if (!allowed.Succeeded) return allowed;
        var crosswalk = await db.Crosswalks.Include(c => c.Sources).Include(c => c.Steps)
            .SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken);
        if (crosswalk is null) return CrosswalkFailures.NotFound;
        if (crosswalk.Version != request.SeenVersion) return PlatformFailures.Stale;
        var ended = crosswalk.End(request.LastDay, request.Reason!.Trim(), user.Id, clock.GetUtcNow());
        if (!ended.Succeeded) return ended;
        db.Publish(new CrosswalkEnded(
            Ids.New(), crosswalk.Id, crosswalk.TargetId, crosswalk.TargetSetCode, crosswalk.ValidFrom, request.LastDay));
        db.Audit(CrosswalkChecks.Entry("crosswalk_ended", crosswalk));
        return await db.SaveUnlessStaleAsync(cancellationToken);
    }
}
