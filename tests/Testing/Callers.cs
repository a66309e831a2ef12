using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Testing;

/// <summary>Callers for tests that send messages past the front door.</summary>
public static class Callers
{
    /// <summary>A person who holds permissions for every unit.</summary>
    public static Caller Everywhere(params string[] permissions) =>
        new(Ids.New(), CallerKind.Person, "Người thử", null, [.. permissions.Select(permission => new Grant(permission, null))]);

    /// <summary>A person of a unit who holds permissions for it and all below it.</summary>
    public static Caller Of(Guid unitId, params string[] permissions) =>
        new(Ids.New(), CallerKind.Person, "Người thử", unitId, [.. permissions.Select(permission => new Grant(permission, unitId))]);
}
