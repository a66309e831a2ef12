using LearningCity.Access.Contracts;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Time;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>How a reviewing body shares out its work, with the record of what ended.</summary>
/// <param name="BodyId">The body; null for the caller's own.</param>
internal sealed record ListShares(Guid? BodyId) : IQuery<Result<SharesView>>;

/// <summary>The work of a body, shared out.</summary>
/// <param name="BodyId">The body.</param>
/// <param name="BodyName">Its name.</param>
/// <param name="Officers">Who reviews for it.</param>
/// <param name="Groups">Groups of the registry with units that the body reviews.</param>
/// <param name="Shares">The shares, those in force first.</param>
/// <param name="Delegations">Who stands in for whom, the latest first.</param>
/// <param name="Names">Names of everybody mentioned.</param>
internal sealed record SharesView(
    Guid BodyId, LocalText BodyName, IReadOnlyList<PersonOfUnit> Officers, IReadOnlyList<UnitGroupSummary> Groups,
    IReadOnlyList<ShareItem> Shares, IReadOnlyList<ReviewDelegation> Delegations, IReadOnlyDictionary<Guid, string> Names);

/// <summary>A share with how much waits in it.</summary>
internal sealed record ShareItem(ReviewShare Share, int Units, int Waiting);

internal sealed class ListSharesHandler(ISubmissionsDb db, ReviewBody body, Names names, TimeProvider clock, ISender sender)
    : IQueryHandler<ListShares, Result<SharesView>>
{
    /// <summary>Ended shares and delegations shown; the audit log has all.</summary>
    private const int MostEnded = 100;

    public async Task<Result<SharesView>> Handle(ListShares request, CancellationToken cancellationToken)
    {
        if (body.Choose(request.BodyId) is not { } bodyId) return PlatformFailures.NotFound;
        var allowed = body.Require(bodyId);
        if (!allowed.Succeeded) return allowed.Failures[0];
        var today = CityTime.Today(clock);
        var shares = await db.ReviewShares.AsNoTracking().Where(s => s.BodyId == bodyId)
            .OrderBy(s => s.EndedAt != null).ThenByDescending(s => s.SharedAt).ThenBy(s => s.Name).Take(MostEnded * 2)
            .Select(s => new ShareItem(
                s, db.ReviewShareUnits.Count(u => u.ShareId == s.Id),
                db.Submissions.Count(one => one.ReviewerUnitId == bodyId && one.State == SubmissionState.Submitted
                    && db.ReviewShareUnits.Any(u => u.ShareId == s.Id && u.UnitId == one.UnitId))))
            .ToListAsync(cancellationToken);
        var delegations = await db.ReviewDelegations.AsNoTracking().Where(d => d.BodyId == bodyId)
            .OrderByDescending(d => d.ToDay).ThenByDescending(d => d.MadeAt).Take(MostEnded).ToListAsync(cancellationToken);
        var officers = await body.OfficersAsync(bodyId, cancellationToken);
        var people = await names.ActorsAsync(
            officers.Select(o => o.PersonId).Concat(shares.Select(s => s.Share.OfficerId)).Concat(shares.Select(s => s.Share.SharedBy))
                .Concat(delegations.Select(d => d.FromOfficerId)).Concat(delegations.Select(d => d.ToOfficerId)),
            cancellationToken);
        var own = await db.Submissions.AsNoTracking().Where(s => s.ReviewerUnitId == bodyId).Select(s => s.UnitId).Distinct()
            .ToHashSetAsync(cancellationToken);
        var groups = (await sender.Send(new ListUnitGroups(today), cancellationToken)).Where(group => group.UnitIds.Any(own.Contains)).ToList();
        var named = await names.UnitsAsync([bodyId], today, cancellationToken);
        return new SharesView(bodyId, named[bodyId].Name, officers, groups, shares, delegations, people);
    }
}
