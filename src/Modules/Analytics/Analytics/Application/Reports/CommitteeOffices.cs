using LearningCity.Analytics.Application.Rollups;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Application.Reports;

/// <summary>Where the committee of an area meets: at the area's own unit, or at a support team or department right below it or beside it at the top.</summary>
internal static class CommitteeOffices
{
    /// <summary>Those units.</summary>
    /// <param name="frame">The period.</param>
    /// <param name="area">The area.</param>
    internal static IReadOnlyList<Guid> Of(PeriodFrame frame, Guid area)
    {
        var root = frame.Rollup.UnitOf(area);
        bool IsOffice(int unit) => frame.Units[unit].Type is UnitType.SupportTeam or UnitType.Department
            && frame.Rollup.Responsibility.Parent(unit) is var above && (above == root || (root == frame.Home && above < 0));
        return [area, .. Enumerable.Range(0, frame.Units.Count).Where(IsOffice).Select(unit => frame.Units[unit].Id)];
    }
}
