using LearningCity.BuildingBlocks.Security;

namespace LearningCity.UnitRegistry;

/// <summary>What people may be allowed to do in this module.</summary>
internal static class UnitRegistryPermissions
{
    internal static IReadOnlyList<Permission> All { get; } = [];
}
