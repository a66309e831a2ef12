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
        var read = await guardian.RequireAsync(SubmissionsPermissions.Read, submission.UnitId, cancellationToken);
        return read.Succeeded ? read : await guardian.RequireAsync(SubmissionsPermissions.Report, submission.UnitId, cancellationToken);
    }

    /// <summary>Refuses unless the caller may report for the unit.</summary>
    internal Task<Result> RequireReportAsync(Submission submission, CancellationToken cancellationToken) =>
        guardian.RequireAsync(SubmissionsPermissions.Report, submission.UnitId, cancellationToken);

    /// <summary>Refuses unless the caller reviews for the submission's reviewing body.</summary>
    internal Result RequireReview(Submission submission)
    {
        if (!user.IsSignedIn) return PlatformFailures.NotSignedIn;
        var scope = user.ScopeOf(SubmissionsPermissions.ReviewCode);
        return scope.Everywhere || scope.UnitIds.Contains(submission.ReviewerUnitId) ? Result.Ok : PlatformFailures.NotAllowed;
    }

    /// <summary>Of some units, those for which the caller holds a permission; one query, however many there are.</summary>
    internal async Task<IReadOnlySet<Guid>> AllowedAsync(
        Permission permission, IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken)
    {
        var scope = user.ScopeOf(permission.Code);
        if (scope.Everywhere) return unitIds.ToHashSet();
        if (scope.IsEmpty) return new HashSet<Guid>();
        var allowed = unitIds.Where(scope.UnitIds.Contains).ToHashSet();
        var under = db.UnitPlaces.AsNoTracking().Under(scope.UnitIds, UnitRelation.ReportsTo, CityTime.Today(clock));
        if (unitIds.Count > UnitsAtOnce)
        {
            var all = await under.ToHashSetAsync(cancellationToken);
            allowed.UnionWith(unitIds.Where(all.Contains));
        }
        else if (allowed.Count < unitIds.Count)
        {
            var asked = unitIds.ToArray();
            allowed.UnionWith(await under.Where(unit => asked.Contains(unit)).ToListAsync(cancellationToken));
        }

        return allowed;
    }
}
