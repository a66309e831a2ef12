using LearningCity.BuildingBlocks.Security;

namespace LearningCity.ReportingPeriods;

/// <summary>What people may be allowed to do in this module.</summary>
internal static class ReportingPeriodsPermissions
{
    internal static IReadOnlyList<Permission> All { get; } = [];
}
