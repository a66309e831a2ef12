using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.BuildingBlocks.Units;
using LearningCity.Submissions.Domain.Difficulties;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Difficulties;

/// <summary>
/// Who may do what with difficulties and proposals. They are read by those who raised them, who hold or held them, and by whoever reads
/// for a unit above; the unit that holds one acts on it, or a unit above that one; only who raised it says that it is not settled.
/// </summary>
internal sealed class DifficultyAccess(
    ISubmissionsDb db, ICurrentUser user, Guardian guardian, SubmissionAccess submissions, TimeProvider clock)
{
    /// <summary>Keeps of a list what the caller may read.</summary>
    internal IQueryable<Difficulty> Readable(IQueryable<Difficulty> difficulties)
    {
        var scope = user.ScopeOf(SubmissionsPermissions.ReadCode);
        if (scope.Everywhere) return difficulties;
        var roots = scope.UnitIds;
        var today = CityTime.Today(clock);
        var under = db.UnitPlaces.AsNoTracking().Under(roots, UnitRelation.ReportsTo, today);
        return difficulties.Where(d => roots.Contains(d.UnitId) || roots.Contains(d.HolderUnitId) || under.Contains(d.UnitId)
            || under.Contains(d.HolderUnitId) || db.DifficultySteps.Any(s => s.DifficultyId == d.Id && roots.Contains(s.UnitId))
            || db.UnitPlaces.Any(place => place.UnitId == d.UnitId && place.Relation == UnitRelation.ReportsTo
                && roots.Contains(place.AncestorId) && place.ValidFrom <= d.RaisedOn && (place.ValidTo == null || place.ValidTo >= d.RaisedOn)));
    }

    /// <summary>One that the caller may read, to be changed; a refusal where there is none or it is not theirs to see.</summary>
    internal async Task<Result<Difficulty>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!user.IsSignedIn) return PlatformFailures.NotSignedIn;
        var difficulty = await db.Difficulties.FirstOrDefaultAsync(d => d.Id == id, cancellationToken);
        if (difficulty is null) return DifficultyFailures.NotFound;
        var readable = await Readable(db.Difficulties.AsNoTracking()).AnyAsync(d => d.Id == id, cancellationToken);
        return readable ? difficulty : PlatformFailures.NotAllowed;
    }

    /// <summary>Refuses unless the caller acts for the unit that holds it.</summary>
    internal Task<Result> RequireHolderAsync(Difficulty difficulty, CancellationToken cancellationToken) =>
        RequireAsync(SubmissionsPermissions.Answer, difficulty.HolderUnitId, difficulty.RaisedOn, cancellationToken);

    /// <summary>Refuses unless the caller reports for the unit that raised it.</summary>
    internal Task<Result> RequireRaiserAsync(Difficulty difficulty, CancellationToken cancellationToken) =>
        RequireAsync(SubmissionsPermissions.Report, difficulty.UnitId, difficulty.RaisedOn, cancellationToken);

    /// <summary>The units that a unit reports to today, the nearest first.</summary>
    internal Task<List<Guid>> AboveAsync(Guid unitId, CancellationToken cancellationToken)
    {
        var today = CityTime.Today(clock);
        return db.UnitPlaces.AsNoTracking()
            .Where(place => place.UnitId == unitId && place.Relation == UnitRelation.ReportsTo && place.Depth > 0
                && place.ValidFrom <= today && (place.ValidTo == null || place.ValidTo >= today))
            .OrderBy(place => place.Depth).Select(place => place.AncestorId).ToListAsync(cancellationToken);
    }

    /// <summary>By the tree of today, or of the day it was raised: a unit that has ended since stays in the scope of those above it.</summary>
    private async Task<Result> RequireAsync(Permission permission, Guid unitId, DateOnly raisedOn, CancellationToken cancellationToken)
    {
        if (guardian.Require(permission) is { Succeeded: false } refused) return refused;
        return (await submissions.AllowedAsync(permission, [unitId], raisedOn, cancellationToken)).Contains(unitId)
            ? Result.Ok
            : PlatformFailures.NotAllowed;
    }
}
