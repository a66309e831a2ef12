using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Analytics;

/// <summary>What people may be allowed to do in this module.</summary>
internal static class AnalyticsPermissions
{
    internal static IReadOnlyList<Permission> All { get; } = [];
}
