using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Time;

namespace LearningCity.BuildingBlocks.Security;

/// <summary>Checks, inside a handler, whether the caller may do something.</summary>
public sealed class Guardian(ICurrentUser user, IUnitScope scope, TimeProvider clock)
{
    /// <summary>Refuses unless the caller holds the permission for at least one unit.</summary>
    public Result Require(Permission permission)
    {
        ArgumentNullException.ThrowIfNull(permission);
        if (!user.IsSignedIn) return PlatformFailures.NotSignedIn;
        return user.Has(permission.Code) ? Result.Ok : PlatformFailures.NotAllowed;
    }

    /// <summary>Refuses unless the caller holds the permission for every unit.</summary>
    public Result RequireEverywhere(Permission permission)
    {
        ArgumentNullException.ThrowIfNull(permission);
        if (!user.IsSignedIn) return PlatformFailures.NotSignedIn;
        return user.ScopeOf(permission.Code).Everywhere ? Result.Ok : PlatformFailures.NotAllowed;
    }

    /// <summary>Refuses unless the caller holds the permission for this unit, or for one that it reports to today.</summary>
    public async Task<Result> RequireAsync(Permission permission, Guid unitId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(permission);
        if (!user.IsSignedIn) return PlatformFailures.NotSignedIn;
        var roots = user.ScopeOf(permission.Code);
        if (roots.Everywhere) return Result.Ok;
        if (roots.IsEmpty) return PlatformFailures.NotAllowed;
        if (roots.UnitIds.Contains(unitId)) return Result.Ok;
        return await scope.CoversAsync(roots.UnitIds, unitId, CityTime.Today(clock), cancellationToken)
            ? Result.Ok
            : PlatformFailures.NotAllowed;
    }
}
