using LearningCity.BuildingBlocks.Security;

namespace LearningCity.CriteriaCatalog;

/// <summary>What people may be allowed to do in this module.</summary>
internal static class CriteriaCatalogPermissions
{
    /// <summary>Published sets are read by everybody who reports, reviews or reads figures; they belong to no unit.</summary>
    internal static readonly Permission Read = new(
        "criteria_catalog.read", new("Xem bộ tiêu chí", "Read criteria sets"), Scoped: false);

    internal static readonly Permission Edit = new(
        "criteria_catalog.edit", new("Soạn, công bố và ngừng áp dụng bộ tiêu chí", "Draft, publish and retire criteria sets"), Scoped: false);

    internal static IReadOnlyList<Permission> All { get; } = [Read, Edit];
}
