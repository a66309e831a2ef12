using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Domain;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>Gives a part of a body's reviewing to one officer: a group of the registry, a list of units, or an indicator.</summary>
/// <param name="BodyId">The reviewing body.</param>
/// <param name="OfficerId">Who answers for it from now on.</param>
/// <param name="GroupId">The group, of today's members.</param>
/// <param name="UnitIds">Units named one by one.</param>
/// <param name="Name">What a list is called.</param>
/// <param name="SetCode">Criteria set of the indicator.</param>
/// <param name="IndicatorCode">The indicator.</param>
internal sealed record ShareReviews(
    Guid BodyId, Guid OfficerId, Guid? GroupId, IReadOnlyList<Guid> UnitIds, string? Name, string? SetCode, string? IndicatorCode)
    : ICommand<Guid>;

internal sealed class ShareReviewsValidator : AbstractValidator<ShareReviews>
{
    private const int MostUnits = 2000;

    public ShareReviewsValidator()
    {
        RuleFor(command => command.UnitIds).Must(units => units is { Count: <= MostUnits })
            .Say($"Vui lòng chọn tối đa {MostUnits} đơn vị.", $"Choose at most {MostUnits} units.");
        RuleFor(command => command.Name).Must(name => name is null || (name.Length <= 200 && !name.Contains('\0', StringComparison.Ordinal)))
            .Say("Tên danh sách dài tối đa 200 ký tự.", "The name of the list may have at most 200 characters.");
    }
}

internal sealed class ShareReviewsHandler(ISubmissionsDb db, ReviewBody body, ICurrentUser user, TimeProvider clock, ISender sender)
    : ICommandHandler<ShareReviews, Guid>
{
    public async Task<Result<Guid>> Handle(ShareReviews request, CancellationToken cancellationToken)
    {
        var allowed = body.Require(request.BodyId);
        if (!allowed.Succeeded) return allowed.Failures[0];
        var officer = await body.RequireOfficerAsync(request.BodyId, request.OfficerId, "officerId", cancellationToken);
        if (!officer.Succeeded) return officer.Failures[0];
        var part = await PartAsync(request, cancellationToken);
        if (!part.Succeeded) return part.Failures[0];
        var (kind, name, units, indicatorId) = part.Value;
        var share = new ReviewShare
        {
            Id = Ids.New(),
            BodyId = request.BodyId,
            OfficerId = request.OfficerId,
            Kind = kind,
            GroupId = kind == ShareKind.Cluster ? request.GroupId : null,
            IndicatorId = indicatorId,
            Name = name,
            SharedBy = user.Id,
            SharedAt = clock.GetUtcNow(),
        };
        db.ReviewShares.Add(share);
        db.ReviewShareUnits.AddRange(units.Select(unit => new ReviewShareUnit { ShareId = share.Id, UnitId = unit }));
        db.Audit(new AuditEntry(
            "submissions.share_review", "review_share", share.Id.ToString(), request.BodyId,
            new { request.OfficerId, kind, name, units = units.Count }));
        await db.SaveChangesAsync(cancellationToken);
        return share.Id;
    }

    private async Task<Result<(ShareKind Kind, string Name, IReadOnlyList<Guid> Units, Guid? IndicatorId)>> PartAsync(
        ShareReviews request, CancellationToken cancellationToken)
    {
        if (request.GroupId is { } groupId)
        {
            var groups = await sender.Send(new ListUnitGroups(CityTime.Today(clock)), cancellationToken);
            return groups.FirstOrDefault(group => group.Id == groupId) is { } found
                ? (ShareKind.Cluster, found.Name.Vi, found.UnitIds, (Guid?)null)
                : ShareFailures.NothingToShare.On("groupId");
        }

        if (!string.IsNullOrWhiteSpace(request.IndicatorCode))
        {
            return await FindIndicatorAsync(request, cancellationToken) is { } indicator
                ? (ShareKind.Indicator, indicator.Code, [], indicator.Id)
                : ShareFailures.NothingToShare.On("indicatorCode");
        }

        var units = request.UnitIds.Distinct().ToList();
        return units.Count > 0
            ? (ShareKind.List, string.IsNullOrWhiteSpace(request.Name) ? $"{units.Count}" : request.Name.Trim(), units, (Guid?)null)
            : ShareFailures.NothingToShare.On("unitIds");
    }

    private async Task<Indicator?> FindIndicatorAsync(ShareReviews request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.SetCode)) return null;
        var set = await sender.Send(new FindCriteriaSetVersion(request.SetCode, CityTime.Today(clock)), cancellationToken);
        return set?.Indicators.FirstOrDefault(indicator => indicator.Code == request.IndicatorCode);
    }
}

/// <summary>Ends a share: its units are nobody's in particular until they are shared out again.</summary>
internal sealed record EndShare(Guid ShareId, string? Reason) : ICommand;

internal sealed class EndShareValidator : AbstractValidator<EndShare>
{
    public EndShareValidator() => RuleFor(command => command.Reason).RequiredText(1000);
}

internal sealed class EndShareHandler(ISubmissionsDb db, ReviewBody body, ICurrentUser user, TimeProvider clock) : ICommandHandler<EndShare>
{
    public async Task<Result> Handle(EndShare request, CancellationToken cancellationToken)
    {
        var share = await db.ReviewShares.FirstOrDefaultAsync(s => s.Id == request.ShareId, cancellationToken);
        if (share is null) return PlatformFailures.NotFound;
        var allowed = body.Require(share.BodyId);
        if (!allowed.Succeeded) return allowed;
        if (share.EndedAt is not null) return ShareFailures.AlreadyEnded;
        share.End(user.Id, clock.GetUtcNow(), request.Reason!.Trim());
        db.Audit(new AuditEntry(
            "submissions.end_share", "review_share", share.Id.ToString(), share.BodyId, new { share.OfficerId, reason = request.Reason }));
        return await ShareSaving.SaveAsync(db, cancellationToken);
    }
}

/// <summary>What changes of shares have in common.</summary>
internal static class ShareSaving
{
    /// <summary>Saves; whoever changed the same share first wins.</summary>
    internal static async Task<Result> SaveAsync(ISubmissionsDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();
            return PlatformFailures.Stale;
        }
    }
}
