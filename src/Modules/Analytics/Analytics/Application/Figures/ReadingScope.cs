using LearningCity.Analytics.Application.Boundaries;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Analytics.Application.Figures;

/// <summary>Which figures a caller may read: of their unit and all below it, on the tree of the period as well as on that of today.</summary>
internal sealed class ReadingScope(ICurrentUser user, Guardian guardian)
{
    /// <summary>Refuses unless the caller may read figures of this unit.</summary>
    internal async Task<Result> RequireAsync(PeriodFrame frame, Guid unitId, CancellationToken cancellationToken)
    {
        var unit = frame.Rollup.UnitOf(unitId);
        var held = user.ScopeOf(AnalyticsPermissions.ReadCode);
        return held.Everywhere || Roots(frame, held).Any(root => IsTop(frame, root) || (unit >= 0 && frame.Rollup.Responsibility.Contains(root, unit)))
            ? Result.Ok
            : await guardian.RequireAsync(AnalyticsPermissions.Read, unitId, cancellationToken);
    }

    /// <summary>The unit that a caller sees first: the whole area, or their own unit if that is all they may read.</summary>
    internal Guid DefaultUnit(PeriodFrame frame)
    {
        var held = user.ScopeOf(AnalyticsPermissions.ReadCode);
        var roots = Roots(frame, held).ToList();
        return frame.Units[held.Everywhere || roots.Count == 0 || roots.Exists(root => IsTop(frame, root)) ? frame.Home : roots[0]].Id;
    }

    /// <summary>The same on the tree of another date.</summary>
    internal Guid DefaultUnit(PeriodFrame frame, ChosenTree tree)
    {
        var unitId = DefaultUnit(frame);
        return unitId == frame.Units[frame.Home].Id ? tree.RootLike(unitId) : unitId;
    }

    private static IEnumerable<int> Roots(PeriodFrame frame, ScopeRoots held) =>
        held.UnitIds.Select(frame.Rollup.UnitOf).Where(unit => unit >= 0);

    /// <summary>Whoever stands at the top of responsibility is responsible for the whole territory.</summary>
    private static bool IsTop(PeriodFrame frame, int unit) =>
        frame.Rollup.Responsibility.Parent(unit) < 0 && !frame.Rollup.Responsibility.IsLeaf(unit);
}
