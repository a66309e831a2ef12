using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Submissions;

/// <summary>What people may be allowed to do in this module.</summary>
internal static class SubmissionsPermissions
{
    internal static IReadOnlyList<Permission> All { get; } = [];
}
