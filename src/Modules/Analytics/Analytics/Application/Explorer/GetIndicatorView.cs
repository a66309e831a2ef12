using LearningCity.Analytics.Application.Boards;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Text;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningCity.Analytics.Application.Explorer;

/// <summary>Everything that the page of an indicator shows of an area.</summary>
/// <param name="Code">Code of the indicator.</param>
/// <param name="Period">Code of the period; the newest that has opened where none is named.</param>
/// <param name="UnitId">The area; what the caller may see where none is named.</param>
/// <param name="Type">The type of units whose spread is shown; the first there is where none is named.</param>
/// <param name="TreeDate">The date whose territory all periods are read on; each its own where none is named.</param>
/// <param name="Edition">Live figures, or those of an edition.</param>
internal sealed record GetIndicatorView(string Code, string? Period, Guid? UnitId, UnitType? Type, DateOnly? TreeDate, EditionChoice Edition = default)
    : IQuery<Result<IndicatorView>>
{
    /// <summary>Units whose spread is shown at once; of more, a smaller area has to be chosen.</summary>
    internal const int MostUnits = 1_000;
}

/// <summary>An indicator in an area.</summary>
/// <param name="Context">Period, edition, tree, relation.</param>
/// <param name="Period">The period.</param>
/// <param name="Area">The area.</param>
/// <param name="Above">The unit that the area lies in; null at the top.</param>
/// <param name="Indicator">The definition.</param>
/// <param name="Set">Code and version of its set.</param>
/// <param name="SetVersion">The version that describes it.</param>
/// <param name="Now">The figure.</param>
/// <param name="Before">The figure of the period before, on the same boundaries; null where there is none.</param>
/// <param name="AllPeriods">Codes of all periods that have opened, oldest first.</param>
/// <param name="Trend">The figure of each period up to this one, oldest first.</param>
/// <param name="Breaks">Positions in the trend before which the area changed.</param>
/// <param name="Types">Types of units below that the figure can be told of, with how many there are.</param>
/// <param name="Type">The type whose units are shown; null where there is none.</param>
/// <param name="IsTooMany">Whether there are too many units of the type to show.</param>
/// <param name="Units">The units with their figures, the best first, those without one last.</param>
internal sealed record IndicatorView(
    FigureContext Context, Period Period, UnitSummary Area, UnitSummary? Above, Indicator Indicator, string Set, int SetVersion, FigureItem Now,
    FigureItem? Before, IReadOnlyList<string> AllPeriods, IReadOnlyList<(string Period, FigureItem? Figure)> Trend, IReadOnlyList<int> Breaks,
    IReadOnlyList<(UnitType Type, int Count)> Types, UnitType? Type, bool IsTooMany, IReadOnlyList<FigureItem> Units)
{
    /// <summary>Ranks by unit; empty unless the city ranks units and enough of them have enough answers.</summary>
    public IReadOnlyDictionary<Guid, int> Ranks { get; init; } = new Dictionary<Guid, int>();
}

internal sealed class GetIndicatorViewHandler(
    IAnalyticsDb db, EditionFrames editions, ChosenFigures figures, AreaHistories histories, TraceBook traces, ReadingScope scope,
    IOptions<LeagueOptions> league)
    : IQueryHandler<GetIndicatorView, Result<IndicatorView>>
{
    public async Task<Result<IndicatorView>> Handle(GetIndicatorView request, CancellationToken cancellationToken)
    {
        var opened = await db.Periods.AsNoTracking().OrderBy(period => period.TreeDate).ToListAsync(cancellationToken);
        var at = request.Period is null ? opened.Count - 1 : opened.FindIndex(period => period.PeriodCode == request.Period);
        if (at < 0) return AnalyticsFailures.PeriodNotFound.On("period", request.Period ?? "");
        var found = await editions.FindAsync(opened[at].PeriodCode, request.Edition, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        var chosen = await figures.OpenAsync(found.Value, request.TreeDate, cancellationToken);
        if (!chosen.Succeeded) return chosen.WithoutValue();
        var area = chosen.Value;
        var column = area.Frame.IndicatorOf(request.Code);
        if (column < 0) return AnalyticsFailures.IndicatorNotFound.On("indicator", request.Code);
        var unitId = request.UnitId ?? area.DefaultUnit(scope);
        var place = area.PlaceOf(unitId);
        if (place < 0) return AnalyticsFailures.UnitNotInTree.On("unitId", area.TreeDate);
        var allowed = await scope.RequireAsync(area.Frame, unitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;

        var indicator = area.Frame.Indicators[column];
        var past = await histories.ReadAsync([.. opened.Take(at + 1)], area.Frame, unitId, request.TreeDate, cancellationToken);
        await traces.EnterAsync(past.Now, [(unitId, column)], cancellationToken);
        var types = TypesBelow(area, place, column);
        var type = types.Exists(one => one.Type == request.Type) ? request.Type : types.Count == 0 ? null : types[0].Type;
        var isTooMany = type is not null && types.Find(one => one.Type == type).Count > GetIndicatorView.MostUnits;
        var version = area.Frame.Versions.First(version => version.Indicators.Any(one => one.Id == indicator.Id));
        var units = type is null || isTooMany ? [] : await UnitsAsync(area, place, type.Value, column, indicator, cancellationToken);
        return new IndicatorView(
            past.Now.Context, area.Frame.Period, past.Now.UnitOf(unitId), area.Forest.Parent(place) is >= 0 and var above ? area.Units[above] : null,
            indicator, version.SetCode, version.Version, AreaHistory.Find(past.Now, column)!, AreaHistory.Find(past.Before, indicator.Id),
            [.. opened.Select(period => period.PeriodCode)],
            [.. opened.Take(at + 1).Zip(past.Periods).Select(pair => (pair.First.PeriodCode, AreaHistory.Find(pair.Second, indicator.Id)))],
            past.Breaks, types, type, isTooMany,
            units)
        {
            Ranks = indicator.Direction == Direction.Neither
                ? new Dictionary<Guid, int>()
                : League.Rank(
                    units.Select(unit => new LeagueEntry(unit.UnitId, unit.Value, unit.Approved, unit.Expected)), indicator.Direction == Direction.Lower, league.Value),
        };
    }

    private async Task<IReadOnlyList<FigureItem>> UnitsAsync(
        ChosenArea area, int top, UnitType type, int column, Indicator indicator, CancellationToken cancellationToken)
    {
        var ids = area.Forest.Subtree(top).ToArray().Where(unit => unit != top && area.Units[unit].Type == type).Select(unit => area.Units[unit].Id).ToList();
        var states = await figures.ReadAsync(area, ids, [column], cancellationToken);
        var sign = indicator.Direction == Direction.Lower ? 1 : -1;
        return [.. ids.Where(states.ByUnit.ContainsKey).Select(id => FigureReader.ItemOf(states, id, column))
            .OrderBy(figure => figure.Value is null).ThenBy(figure => figure.Value * sign)
            .ThenBy(figure => VietnameseOrder.Key(figure.UnitName.Vi), StringComparer.Ordinal)];
    }

    /// <summary>Types of units below: those of the territory, and those that owe the indicator themselves.</summary>
    private static List<(UnitType Type, int Count)> TypesBelow(ChosenArea area, int top, int column) =>
    [
        .. area.Forest.Subtree(top).ToArray().Where(unit => unit != top && IsTold(area, unit, column))
            .CountBy(unit => area.Units[unit].Type).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)),
    ];

    private static bool IsTold(ChosenArea area, int unit, int column)
    {
        if (area.Units[unit].Type is >= UnitType.UrbanDistrict and < UnitType.Preschool) return true;
        return area.Frame.Rollup.UnitOf(area.Units[unit].Id) is >= 0 and var place && area.Frame.Rollup.Owed(place).Has(column);
    }
}
