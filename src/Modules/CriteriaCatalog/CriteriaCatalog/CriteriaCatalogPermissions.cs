using LearningCity.BuildingBlocks.Security;

namespace LearningCity.CriteriaCatalog;

/// <summary>What people may be allowed to do in this module.</summary>
internal static class CriteriaCatalogPermissions
{
    internal static IReadOnlyList<Permission> All { get; } = [];
}
