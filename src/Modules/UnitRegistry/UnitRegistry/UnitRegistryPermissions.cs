using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.UnitRegistry;

/// <summary>What people may be allowed to do in this module.</summary>
internal static class UnitRegistryPermissions
{
    /// <summary>The code of <see cref="Read"/>, for attributes.</summary>
    internal const string ReadCode = "unit_registry.read";

    /// <summary>The code of <see cref="Keep"/>, for attributes.</summary>
    internal const string KeepCode = "unit_registry.keep";

    internal static readonly Permission Read = new(
        ReadCode, new LocalText("Xem danh bạ đơn vị", "Read the registry of units"), Scoped: false);

    internal static readonly Permission Keep = new(
        KeepCode, new LocalText("Cập nhật đơn vị, sắp xếp lại và Ban Chỉ đạo", "Keep units, reorganisations and committees"));

    internal static IReadOnlyList<Permission> All { get; } = [Read, Keep];
}
