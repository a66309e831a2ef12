using LearningCity.Analytics.Application.Boundaries;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Application.Explorer;

/// <summary>Reads figures of some units of a period, on the period's own territory or on that of another date.</summary>
internal sealed class ChosenFigures(PeriodFrames frames, FigureReader reader, BoundaryReader boundaries, TraceBook traces)
{
    /// <summary>The frame as it is now, and the tree that was asked for; null for the period's own.</summary>
    internal async Task<Result<ChosenArea>> OpenAsync(PeriodFrame frame, DateOnly? treeDate, CancellationToken cancellationToken)
    {
        if (frame.Edition is null && await frames.FindCurrentAsync(frame.PeriodId, cancellationToken) is { } current) frame = current;
        if (treeDate is not { } date || date == frame.TreeDate) return new ChosenArea(frame, null);
        var chosen = await boundaries.TreeAsync(frame, date, cancellationToken);
        return chosen.Succeeded ? new ChosenArea(frame, chosen.Value) : chosen.WithoutValue();
    }

    /// <summary>States of units of the area; units that it does not have are left out.</summary>
    /// <param name="area">The area.</param>
    /// <param name="unitIds">The units.</param>
    /// <param name="columns">The figures that will be shown: their codes are written down.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    internal async Task<UnitStates> ReadAsync(
        ChosenArea area, IReadOnlyCollection<Guid> unitIds, IReadOnlyCollection<int> columns, CancellationToken cancellationToken)
    {
        List<Guid> known = [.. unitIds.Where(id => area.PlaceOf(id) >= 0).Distinct()];
        var states = area.Tree is null
            ? await reader.ReadAsync(area.Frame, UnitRelation.LiesIn, known, cancellationToken)
            : await boundaries.ReadAsync(area.Frame, area.Tree, known, IndicatorSet.Of(columns), cancellationToken);
        await traces.EnterAsync(states, from id in known from column in columns select (id, column), cancellationToken);
        return states;
    }
}

/// <summary>A period with the territory that it is read on.</summary>
/// <param name="Frame">The period.</param>
/// <param name="Tree">The tree of another date; null for the period's own.</param>
internal sealed record ChosenArea(PeriodFrame Frame, ChosenTree? Tree)
{
    /// <summary>The date whose territory it is.</summary>
    internal DateOnly TreeDate => Tree?.Date ?? Frame.TreeDate;

    /// <summary>Its units, by place.</summary>
    internal IReadOnlyList<UnitSummary> Units => Tree?.Units ?? Frame.Units;

    /// <summary>Along <c>lies in</c>.</summary>
    internal Forest Forest => Tree?.Forest ?? Frame.Rollup.Territory;

    /// <summary>Place of a unit; -1 if it is not there.</summary>
    internal int PlaceOf(Guid unitId) => Tree?.PlaceOf(unitId) ?? Frame.Rollup.UnitOf(unitId);

    /// <summary>The unit that a caller sees first.</summary>
    internal Guid DefaultUnit(ReadingScope scope) => Tree is null ? scope.DefaultUnit(Frame) : scope.DefaultUnit(Frame, Tree);
}
