using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
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
internal sealed record GetAreaFigures(string Period, Guid UnitId, string Indicator) : IQuery<Result<AreaFigures>>;

/// <summary>An indicator and its figures.</summary>
internal sealed record AreaFigures(Indicator Indicator, IReadOnlyList<AreaFigure> Rows);

/// <summary>A unit, its figure, and where it lies, if that is known.</summary>
internal sealed record AreaFigure(UnitSummary Unit, FigureItem Figure, UnitPoint? Point);

internal sealed class GetAreaFiguresHandler(PeriodFrames frames, FigureReader reader, TraceBook traces, ReadingScope scope, ISender sender)
    : IQueryHandler<GetAreaFigures, Result<AreaFigures>>
{
    public async Task<Result<AreaFigures>> Handle(GetAreaFigures request, CancellationToken cancellationToken)
    {
        if (await frames.FindAsync(request.Period, cancellationToken) is not { } frame)
            return AnalyticsFailures.PeriodNotFound.On("period", request.Period);
        var (top, column) = (frame.Rollup.UnitOf(request.UnitId), frame.IndicatorOf(request.Indicator));
        if (top < 0) return AnalyticsFailures.UnitNotInTree.On("unitId", frame.TreeDate);
        if (column < 0) return AnalyticsFailures.IndicatorNotFound.On("indicator", request.Indicator);
        var allowed = await scope.RequireAsync(frame, request.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var below = frame.Rollup.Territory.Children(top).ToArray()
            .Where(child => frame.Units[child].Type is >= UnitType.UrbanDistrict and < UnitType.Preschool)
            .Select(child => frame.Units[child]).OrderBy(unit => VietnameseOrder.Key(unit.Name.Vi), StringComparer.Ordinal).ToList();
        var ids = below.Select(unit => unit.Id).ToList();
        var states = await reader.ReadAsync(frame, UnitRelation.LiesIn, ids, cancellationToken);
        await traces.EnterAsync(states.Frame, UnitRelation.LiesIn, ids.Select(id => (id, column)), cancellationToken);
        var points = (await sender.Send(new GetUnitPoints(frame.TreeDate), cancellationToken)).ToDictionary(point => point.UnitId);
        return new AreaFigures(
            frame.Indicators[column],
            [.. below.Select(unit => new AreaFigure(unit, FigureReader.ItemOf(states, unit.Id, column), points.GetValueOrDefault(unit.Id)))]);
    }
}
