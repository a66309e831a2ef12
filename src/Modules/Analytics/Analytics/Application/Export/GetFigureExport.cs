using LearningCity.Analytics.Application.Boundaries;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Application.Export;

/// <summary>All figures of an area and of the administrative units directly below it, for open data.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="UnitId">The area; the whole of it where none is named.</param>
/// <param name="TreeDate">The date whose territory it is; the period's own reference date where none is named.</param>
/// <param name="Edition">Live figures, or those of an edition.</param>
internal sealed record GetFigureExport(string Period, Guid? UnitId, DateOnly? TreeDate, EditionChoice Edition = default) : IQuery<Result<FigureExport>>;

/// <summary>Figures for open data.</summary>
/// <param name="Context">Period, edition, tree, relation.</param>
/// <param name="Rows">The figures, units in the order of their codes, the area first; what lies outside a chosen tree last.</param>
internal sealed record FigureExport(FigureContext Context, IReadOnlyList<FigureItem> Rows);

internal sealed class GetFigureExportHandler(
    EditionFrames editions, PeriodFrames frames, FigureReader reader, BoundaryReader boundaries, TraceBook traces, ReadingScope scope)
    : IQueryHandler<GetFigureExport, Result<FigureExport>>
{
    public async Task<Result<FigureExport>> Handle(GetFigureExport request, CancellationToken cancellationToken)
    {
        var found = await editions.FindAsync(request.Period, request.Edition, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        var frame = found.Value;
        if (frame.Edition is null && await frames.FindCurrentAsync(frame.PeriodId, cancellationToken) is { } current) frame = current;
        ChosenTree? tree = null;
        if (request.TreeDate is { } date && date != frame.TreeDate)
        {
            var chosen = await boundaries.TreeAsync(frame, date, cancellationToken);
            if (!chosen.Succeeded) return chosen.WithoutValue();
            tree = chosen.Value;
        }

        var top = request.UnitId ?? (tree is null ? scope.DefaultUnit(frame) : scope.DefaultUnit(frame, tree));
        var place = tree?.PlaceOf(top) ?? frame.Rollup.UnitOf(top);
        if (place < 0) return AnalyticsFailures.UnitNotInTree.On("unitId", tree?.Date ?? frame.TreeDate);
        var allowed = await scope.RequireAsync(frame, top, cancellationToken);
        if (!allowed.Succeeded) return allowed;

        var (territory, units) = tree is null ? (frame.Rollup.Territory, frame.Units) : (tree.Forest, tree.Units);
        List<Guid> ids =
        [
            top,
            .. territory.Children(place).ToArray().Select(child => units[child])
                .Where(unit => unit.Type is >= UnitType.UrbanDistrict and < UnitType.Preschool)
                .OrderBy(unit => unit.Code, StringComparer.Ordinal).Select(unit => unit.Id),
        ];
        var states = tree is null
            ? await reader.ReadAsync(frame, UnitRelation.LiesIn, ids, cancellationToken)
            : await boundaries.ReadAsync(frame, tree, ids, IndicatorSet.Of(Enumerable.Range(0, frame.Indicators.Count)), cancellationToken);
        var columns = Enumerable.Range(0, states.Frame.Columns.Count).ToList();
        await traces.EnterAsync(states, from id in ids from column in columns select (id, column), cancellationToken);
        return new FigureExport(
            states.Context,
            [
                .. from id in ids from column in columns select FigureReader.ItemOf(states, id, column),
                .. columns.Select(column => FigureReader.OutsideOf(states, column)).OfType<FigureItem>(),
            ]);
    }
}
