using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.Crosswalks;

/// <summary>A link with its history, and with what stands in the way of approving it.</summary>
internal sealed record GetCrosswalk(Guid Id) : IQuery<Result<CrosswalkDetails>>;

/// <summary>A link with its history.</summary>
/// <param name="Link">The link.</param>
/// <param name="Formula">The expression, of a formula.</param>
/// <param name="Version">Its state, for who changes it.</param>
/// <param name="IsMine">Whether the caller proposed it, and so cannot approve it.</param>
/// <param name="Steps">What happened to it, in order.</param>
/// <param name="Obstacles">Of a proposal: rules that it breaks beside the links that hold now.</param>
internal sealed record CrosswalkDetails(
    CrosswalkListing Link, string? Formula, int Version, bool IsMine, IReadOnlyList<CrosswalkStep> Steps, IReadOnlyList<Failure> Obstacles);

internal sealed class GetCrosswalkHandler(ICriteriaCatalogDb db, Guardian guardian, ICurrentUser user, CrosswalkChecks checks)
    : IQueryHandler<GetCrosswalk, Result<CrosswalkDetails>>
{
    public async Task<Result<CrosswalkDetails>> Handle(GetCrosswalk request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        var crosswalk = await db.Crosswalks.AsNoTracking().Include(c => c.Sources).Include(c => c.Steps).AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken);
        if (crosswalk is null) return CrosswalkFailures.NotFound;
        IReadOnlyList<Failure> obstacles = crosswalk.State != CrosswalkState.Proposed
            ? []
            : [
                .. await checks.MisfitsAsync(crosswalk, crosswalk.ValidFrom, cancellationToken),
                .. await checks.ConflictsAsync(crosswalk, cancellationToken),
            ];
        var names = await db.NamesAsync([crosswalk], cancellationToken);
        return new CrosswalkDetails(
            CrosswalkViews.Listing(crosswalk, names), crosswalk.Formula, crosswalk.Version, crosswalk.ProposedBy == user.Id,
            [.. crosswalk.Steps.OrderBy(step => step.Number)], obstacles);
    }
}
