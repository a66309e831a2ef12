using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Domain;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>For every type of unit, whether its head releases what is handed in.</summary>
internal sealed record GetReleaseRules : IQuery<Result<ReleaseRules>>;

/// <summary>The rule by type.</summary>
/// <param name="Version">Grows with every change.</param>
/// <param name="UnitTypes">Types whose head releases, in snake case.</param>
internal sealed record ReleaseRules(int Version, IReadOnlySet<string> UnitTypes);

/// <summary>Says which types of units hand in with the release of their head only; reports that wait for their head already still do.</summary>
/// <param name="UnitTypes">The types, in snake case.</param>
/// <param name="Version">The version seen; null replaces whatever is there.</param>
internal sealed record SetReleaseRules(IReadOnlyList<string> UnitTypes, int? Version) : ICommand<int>;

internal sealed class SetReleaseRulesValidator : AbstractValidator<SetReleaseRules>
{
    public SetReleaseRulesValidator() => RuleFor(command => command.UnitTypes)
        .Must(types => types is not null && types.All(type => SnakeCase.TryParse<UnitType>(type, out _)))
        .Say("Có loại đơn vị chưa đúng. Vui lòng chọn trong danh sách.", "A type of unit is not known. Choose from the list.");
}

internal sealed class ReleaseRulesHandler(ISubmissionsDb db, Guardian guardian, ICurrentUser user, TimeProvider clock)
    : IQueryHandler<GetReleaseRules, Result<ReleaseRules>>, ICommandHandler<SetReleaseRules, int>
{
    public async Task<Result<ReleaseRules>> Handle(GetReleaseRules request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(SubmissionsPermissions.Read);
        if (!allowed.Succeeded) return allowed.Failures[0];
        var rules = await db.ReleaseRules.AsNoTracking().ToListAsync(cancellationToken);
        return new ReleaseRules(
            rules.Sum(rule => rule.Version), rules.Where(rule => rule.NeedsHead).Select(rule => rule.UnitType).ToHashSet(StringComparer.Ordinal));
    }

    public async Task<Result<int>> Handle(SetReleaseRules request, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(SubmissionsPermissions.Manage);
        if (!allowed.Succeeded) return allowed.Failures[0];
        var rules = await db.ReleaseRules.ToDictionaryAsync(rule => rule.UnitType, StringComparer.Ordinal, cancellationToken);
        if (request.Version is { } seen && seen != rules.Values.Sum(rule => rule.Version)) return PlatformFailures.Stale;
        var wanted = request.UnitTypes.ToHashSet(StringComparer.Ordinal);
        foreach (var type in rules.Keys.Concat(wanted).Distinct(StringComparer.Ordinal).ToList())
        {
            if (!rules.TryGetValue(type, out var rule)) rules.Add(type, rule = db.ReleaseRules.Add(new ReleaseRule { UnitType = type }).Entity);
            if (rule.NeedsHead == wanted.Contains(type)) continue;
            (rule.NeedsHead, rule.ChangedBy, rule.ChangedAt) = (wanted.Contains(type), user.Id, clock.GetUtcNow());
        }

        db.Audit(new AuditEntry("submissions.set_release_rules", "release_rules", "head", null, new { unitTypes = wanted.Order(StringComparer.Ordinal) }));
        var saved = await ShareSaving.SaveAsync(db, cancellationToken);
        return saved.Succeeded ? rules.Values.Sum(rule => rule.Version) : saved.Failures[0];
    }
}
