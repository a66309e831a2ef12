using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.BuildingBlocks.Units;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>
/// Who may do what with submissions. Reading and reporting follow the tree (a unit and all below it); reviewing does not: each
/// submission has one reviewing body, and only who reviews for that body itself may decide.
/// </summary>
internal sealed class SubmissionAccess(ISubmissionsDb db, ICurrentUser user, Guardian guardian, TimeProvider clock)
{
    /// <summary>Units asked about in one query: fewer than the parameters that any of the databases takes.</summary>
    private const int UnitsAtOnce = 500;

    /// <summary>Refuses unless the caller may see the submission: its unit's reporters, its reviewers, readers above.</summary>
    internal async Task<Result> RequireReadAsync(Submission submission, CancellationToken cancellationToken)
    {
        if (RequireReview(submission).Succeeded) return Result.Ok;
        var read = await RequireAsync(SubmissionsPermissions.Read, submission, cancellationToken);
        return read.Succeeded ? read : await RequireReportAsync(submission, cancellationToken);
    }

    /// <summary>Refuses unless the caller may report for the unit, or for the one that took its obligation over.</summary>
    internal Task<Result> RequireReportAsync(Submission submission, CancellationToken cancellationToken) =>
        RequireAsync(SubmissionsPermissions.Report, submission, cancellationToken);

    /// <summary>Refuses unless the caller may hand in as the unit's head does.</summary>
    internal Task<Result> RequireReleaseAsync(Submission submission, CancellationToken cancellationToken) =>
        RequireAsync(SubmissionsPermissions.Release, submission, cancellationToken);

    /// <summary>The unit above in whose name the caller reports in the unit's place; null for the unit's own people.</summary>
    internal Guid? ReportsOnBehalf(Submission submission)
    {
        var own = user.ScopeOf(SubmissionsPermissions.ReportCode).UnitIds;
        if (own.Contains(submission.UnitId) || (submission.CarriedByUnitId is { } carrier && own.Contains(carrier))) return null;
        return user.Caller.UnitId is { } unit && unit != submission.UnitId && unit != submission.CarriedByUnitId ? unit : null;
    }

    /// <summary>Refuses unless the caller reviews for the submission's reviewing body.</summary>
    internal Result RequireReview(Submission submission)
    {
        if (!user.IsSignedIn) return PlatformFailures.NotSignedIn;
        var scope = user.ScopeOf(SubmissionsPermissions.ReviewCode);
        return scope.Everywhere || scope.UnitIds.Contains(submission.ReviewerUnitId) ? Result.Ok : PlatformFailures.NotAllowed;
    }

    /// <summary>
    /// Whether the caller reviews for a body that stands above the submission's reviewing body: it may question a cell, and does not decide.
    /// </summary>
    internal async Task<bool> MayAskAsync(Submission submission, CancellationToken cancellationToken)
    {
        if (RequireReview(submission).Succeeded) return false;
        var above = await AllowedAsync(SubmissionsPermissions.Review, [submission.ReviewerUnitId], submission.ReferenceOn, cancellationToken);
        return above.Contains(submission.ReviewerUnitId);
    }

    /// <summary>The body in whose name the caller asks.</summary>
    internal Guid AskingBody()
    {
        var bodies = user.ScopeOf(SubmissionsPermissions.ReviewCode).UnitIds;
        return user.Caller.UnitId is { } own && bodies.Contains(own) ? own : bodies[0];
    }

    /// <summary>Whether the caller is head or deputy of the reviewing body itself.</summary>
    internal bool IsHeadOfReviewer(Submission submission)
    {
        var scope = user.ScopeOf(SubmissionsPermissions.ReleaseCode);
        return scope.Everywhere || scope.UnitIds.Contains(submission.ReviewerUnitId);
    }

    /// <summary>Of some submissions, those for whose unit, or the unit that took its obligation over, the caller holds a permission.</summary>
    internal async Task<IReadOnlySet<Guid>> AllowedAsync(
        Permission permission, IReadOnlyCollection<Submission> submissions, CancellationToken cancellationToken)
    {
        var allowed = new HashSet<Guid>();
        foreach (var period in submissions.GroupBy(s => s.ReferenceOn))
        {
            var units = period.Select(s => s.UnitId).Concat(period.Select(s => s.AnsweringUnitId)).Distinct().ToList();
            var covered = await AllowedAsync(permission, units, period.Key, cancellationToken);
            allowed.UnionWith(period.Where(s => covered.Contains(s.UnitId) || covered.Contains(s.AnsweringUnitId)).Select(s => s.Id));
        }

        return allowed;
    }

    /// <summary>
    /// Of some units, those for which the caller holds a permission, by the tree of today or of a reference date: a unit that has ended
    /// since stays in the scope of whoever it reported to.
    /// </summary>
    internal async Task<IReadOnlySet<Guid>> AllowedAsync(
        Permission permission, IReadOnlyCollection<Guid> unitIds, DateOnly referenceOn, CancellationToken cancellationToken)
    {
        var scope = user.ScopeOf(permission.Code);
        if (scope.Everywhere) return unitIds.ToHashSet();
        if (scope.IsEmpty) return new HashSet<Guid>();
        var allowed = unitIds.Where(scope.UnitIds.Contains).ToHashSet();
        if (allowed.Count == unitIds.Count) return allowed;
        foreach (var day in new[] { CityTime.Today(clock), referenceOn }.Distinct())
        {
            var under = db.UnitPlaces.AsNoTracking().Under(scope.UnitIds, UnitRelation.ReportsTo, day);
            if (unitIds.Count > UnitsAtOnce)
            {
                var all = await under.ToHashSetAsync(cancellationToken);
                allowed.UnionWith(unitIds.Where(all.Contains));
                continue;
            }

            var asked = unitIds.ToArray();
            allowed.UnionWith(await under.Where(unit => asked.Contains(unit)).ToListAsync(cancellationToken));
        }

        return allowed;
    }

    /// <summary>Keeps of a list what the caller may read, by the tree of today or of each submission's reference date.</summary>
    internal IQueryable<Submission> Readable(IQueryable<Submission> submissions)
    {
        var scope = user.ScopeOf(SubmissionsPermissions.ReadCode);
        if (scope.Everywhere) return submissions;
        var roots = scope.UnitIds;
        var today = CityTime.Today(clock);
        return submissions.Where(s => roots.Contains(s.UnitId) || db.UnitPlaces.Any(place =>
            (place.UnitId == s.UnitId || place.UnitId == s.CarriedByUnitId) && place.Relation == UnitRelation.ReportsTo && roots.Contains(place.AncestorId)
            && ((place.ValidFrom <= today && (place.ValidTo == null || place.ValidTo >= today))
                || (place.ValidFrom <= s.ReferenceOn && (place.ValidTo == null || place.ValidTo >= s.ReferenceOn)))));
    }

    private async Task<Result> RequireAsync(Permission permission, Submission submission, CancellationToken cancellationToken)
    {
        var today = await guardian.RequireAsync(permission, submission.AnsweringUnitId, cancellationToken);
        if (today.Succeeded) return today;
        var then = await AllowedAsync(permission, [submission.UnitId], submission.ReferenceOn, cancellationToken);
        return then.Contains(submission.UnitId) ? Result.Ok : today;
    }
}
