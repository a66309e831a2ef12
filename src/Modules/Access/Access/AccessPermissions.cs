using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Access;

/// <summary>What people may be allowed to do in this module.</summary>
internal static class AccessPermissions
{
    internal static IReadOnlyList<Permission> All { get; } = [];
}
