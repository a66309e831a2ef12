using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>While one officer is absent, another of the same body sees their shares as their own.</summary>
internal sealed record DelegateReviews(Guid BodyId, Guid FromOfficerId, Guid ToOfficerId, DateOnly FromDay, DateOnly ToDay, string? Reason)
    : ICommand<Guid>;

internal sealed class DelegateReviewsValidator : AbstractValidator<DelegateReviews>
{
    public DelegateReviewsValidator() => RuleFor(command => command.Reason).RequiredText(1000);
}

internal sealed class DelegateReviewsHandler(ISubmissionsDb db, ReviewBody body, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<DelegateReviews, Guid>
{
    public async Task<Result<Guid>> Handle(DelegateReviews request, CancellationToken cancellationToken)
    {
        var allowed = body.Require(request.BodyId);
        if (!allowed.Succeeded) return allowed.Failures[0];
        if (request.FromOfficerId == request.ToOfficerId) return ShareFailures.SamePerson.On("toOfficerId");
        if (request.ToDay < request.FromDay || request.ToDay < CityTime.Today(clock)) return ShareFailures.DaysReversed.On("toDay");

        // Whoever is absent may have lost the role already; who stands in for them must hold it.
        var officer = await body.RequireOfficerAsync(request.BodyId, request.ToOfficerId, "toOfficerId", cancellationToken);
        if (!officer.Succeeded) return officer.Failures[0];
        var delegation = new ReviewDelegation
        {
            Id = Ids.New(),
            BodyId = request.BodyId,
            FromOfficerId = request.FromOfficerId,
            ToOfficerId = request.ToOfficerId,
            FromDay = request.FromDay,
            ToDay = request.ToDay,
            Reason = request.Reason!.Trim(),
            MadeBy = user.Id,
            MadeAt = clock.GetUtcNow(),
        };
        db.ReviewDelegations.Add(delegation);
        db.Audit(new AuditEntry(
            "submissions.delegate_review", "review_delegation", delegation.Id.ToString(), request.BodyId,
            new { request.FromOfficerId, request.ToOfficerId, request.FromDay, request.ToDay, request.Reason }));
        await db.SaveChangesAsync(cancellationToken);
        return delegation.Id;
    }
}

/// <summary>The absent officer is back early, or it was a mistake.</summary>
internal sealed record RevokeDelegation(Guid DelegationId) : ICommand;

internal sealed class RevokeDelegationHandler(ISubmissionsDb db, ReviewBody body, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<RevokeDelegation>
{
    public async Task<Result> Handle(RevokeDelegation request, CancellationToken cancellationToken)
    {
        var delegation = await db.ReviewDelegations.FirstOrDefaultAsync(d => d.Id == request.DelegationId, cancellationToken);
        if (delegation is null) return PlatformFailures.NotFound;
        var allowed = body.Require(delegation.BodyId);
        if (!allowed.Succeeded) return allowed;
        if (delegation.RevokedAt is not null) return ShareFailures.AlreadyEnded;
        delegation.Revoke(user.Id, clock.GetUtcNow());
        db.Audit(new AuditEntry("submissions.revoke_delegation", "review_delegation", delegation.Id.ToString(), delegation.BodyId));
        return await ShareSaving.SaveAsync(db, cancellationToken);
    }
}

/// <summary>Somebody leaves: another officer of the body takes over all that they answer for, and who they stand in for.</summary>
internal sealed record HandOverReviews(Guid BodyId, Guid FromOfficerId, Guid ToOfficerId, string? Reason) : ICommand<int>;

internal sealed class HandOverReviewsValidator : AbstractValidator<HandOverReviews>
{
    public HandOverReviewsValidator() => RuleFor(command => command.Reason).RequiredText(1000);
}

internal sealed class HandOverReviewsHandler(ISubmissionsDb db, ReviewBody body, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<HandOverReviews, int>
{
    public async Task<Result<int>> Handle(HandOverReviews request, CancellationToken cancellationToken)
    {
        var allowed = body.Require(request.BodyId);
        if (!allowed.Succeeded) return allowed.Failures[0];
        if (request.FromOfficerId == request.ToOfficerId) return ShareFailures.SamePerson.On("toOfficerId");
        var officer = await body.RequireOfficerAsync(request.BodyId, request.ToOfficerId, "toOfficerId", cancellationToken);
        if (!officer.Succeeded) return officer.Failures[0];
        var shares = await db.ReviewShares
            .Where(s => s.BodyId == request.BodyId && s.OfficerId == request.FromOfficerId && s.EndedAt == null).ToListAsync(cancellationToken);
        if (shares.Count == 0) return ShareFailures.NothingToHandOver;
        var ids = shares.Select(share => share.Id).ToArray();
        var units = (await db.ReviewShareUnits.AsNoTracking().Where(u => ids.Contains(u.ShareId)).ToListAsync(cancellationToken))
            .ToLookup(unit => unit.ShareId, unit => unit.UnitId);
        var now = clock.GetUtcNow();
        foreach (var share in shares) TakeOver(share, request, units[share.Id], now);
        var standing = await db.ReviewDelegations.Where(d => d.BodyId == request.BodyId && d.RevokedAt == null
            && (d.ToOfficerId == request.FromOfficerId || d.FromOfficerId == request.FromOfficerId)).ToListAsync(cancellationToken);
        foreach (var delegation in standing) delegation.Revoke(user.Id, now);
        db.Audit(new AuditEntry(
            "submissions.hand_over_reviews", "unit", request.BodyId.ToString(), request.BodyId,
            new { request.FromOfficerId, request.ToOfficerId, shares = shares.Count, reason = request.Reason }));
        var saved = await ShareSaving.SaveAsync(db, cancellationToken);
        return saved.Succeeded ? shares.Count : saved.Failures[0];
    }

    /// <summary>The old share ends with the reason and the new one says where it comes from: who answered for what, and when, stays readable.</summary>
    private void TakeOver(ReviewShare share, HandOverReviews request, IEnumerable<Guid> units, DateTimeOffset now)
    {
        share.End(user.Id, now, request.Reason!.Trim());
        var next = new ReviewShare
        {
            Id = Ids.New(),
            BodyId = share.BodyId,
            OfficerId = request.ToOfficerId,
            Kind = share.Kind,
            GroupId = share.GroupId,
            IndicatorId = share.IndicatorId,
            Name = share.Name,
            SharedBy = user.Id,
            SharedAt = now,
            TakenOverFromId = share.Id,
        };
        db.ReviewShares.Add(next);
        db.ReviewShareUnits.AddRange(units.Select(unit => new ReviewShareUnit { ShareId = next.Id, UnitId = unit }));
    }
}
