using LearningCity.Analytics.Application.Boundaries;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Text;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;

namespace LearningCity.Analytics.Application.Boards;

/// <summary>One indicator of every unit of the territory directly below an area, in the order of their names: for a map and its table.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="UnitId">The area.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="TreeDate">The date whose territory it is; the period's own reference date where none is named.</param>
/// <param name="Edition">Live figures, or those of an edition.</param>
internal sealed record GetAreaFigures(string Period, Guid UnitId, string Indicator, DateOnly? TreeDate, EditionChoice Edition = default) : IQuery<Result<AreaFigures>>;

/// <summary>An indicator and its figures.</summary>
/// <param name="Context">Period, edition, tree, relation.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Rows">The figures.</param>
internal sealed record AreaFigures(FigureContext Context, Indicator Indicator, IReadOnlyList<AreaFigure> Rows);

/// <summary>A unit, its figure, and where it lies, if that is known.</summary>
internal sealed record AreaFigure(UnitSummary Unit, FigureItem Figure, UnitPoint? Point);

internal sealed class GetAreaFiguresHandler(
    EditionFrames frames, FigureReader reader, BoundaryReader boundaries, TraceBook traces, ReadingScope scope, ISender sender)
    : IQueryHandler<GetAreaFigures, Result<AreaFigures>>
{
    public async Task<Result<AreaFigures>> Handle(GetAreaFigures request, CancellationToken cancellationToken)
    {
        var found = await frames.FindAsync(request.Period, request.Edition, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        var frame = found.Value;
        var column = frame.IndicatorOf(request.Indicator);
        if (column < 0) return AnalyticsFailures.IndicatorNotFound.On("indicator", request.Indicator);
        var allowed = await scope.RequireAsync(frame, request.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        ChosenTree? tree = null;
        if (request.TreeDate is { } date && date != frame.TreeDate)
        {
            var chosen = await boundaries.TreeAsync(frame, date, cancellationToken);
            if (!chosen.Succeeded) return chosen.WithoutValue();
            tree = chosen.Value;
        }

        var top = tree?.PlaceOf(request.UnitId) ?? frame.Rollup.UnitOf(request.UnitId);
        if (top < 0) return AnalyticsFailures.UnitNotInTree.On("unitId", tree?.Date ?? frame.TreeDate);
        var (territory, units) = tree is null ? (frame.Rollup.Territory, frame.Units) : (tree.Forest, tree.Units);
        var below = territory.Children(top).ToArray()
            .Where(child => units[child].Type is >= UnitType.UrbanDistrict and < UnitType.Preschool)
            .Select(child => units[child]).OrderBy(unit => VietnameseOrder.Key(unit.Name.Vi), StringComparer.Ordinal).ToList();
        var ids = below.Select(unit => unit.Id).ToList();
        var states = tree is null
            ? await reader.ReadAsync(frame, UnitRelation.LiesIn, ids, cancellationToken)
            : await boundaries.ReadAsync(frame, tree, [request.UnitId, .. ids], IndicatorSet.Of([column]), cancellationToken);
        await traces.EnterAsync(states, ids.Select(id => (id, column)), cancellationToken);
        var points = (await sender.Send(new GetUnitPoints(states.TreeDate), cancellationToken)).ToDictionary(point => point.UnitId);
        return new AreaFigures(
            states.Context, frame.Indicators[column],
            [.. below.Select(unit => new AreaFigure(unit, FigureReader.ItemOf(states, unit.Id, column), points.GetValueOrDefault(unit.Id)))]);
    }
}
