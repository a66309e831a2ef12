using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Figures;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Explorer;

/// <summary>Some indicators of some units over some periods, side by side.</summary>
/// <param name="Indicators">Codes of indicators.</param>
/// <param name="UnitIds">The units; what the caller may see where neither these nor a parent is named.</param>
/// <param name="ParentId">Besides them: the units of the territory directly below this one.</param>
/// <param name="Periods">Codes of periods; the newest that has opened where none is named.</param>
/// <param name="TreeDate">The date whose territory all are read on, so that like areas are compared; null for each period its own.</param>
/// <param name="Edition">Live figures, or of each period those of its newest edition.</param>
/// <param name="Cursor">Where to read on.</param>
/// <param name="Limit">How many figures on a page; null for all, which are few enough.</param>
internal sealed record GetExploration(
    IReadOnlyList<string> Indicators, IReadOnlyList<Guid> UnitIds, Guid? ParentId, IReadOnlyList<string> Periods, DateOnly? TreeDate,
    EditionChoice Edition, string? Cursor, int? Limit) : IQuery<Result<Exploration>>
{
    /// <summary>Indicators that may be chosen at once.</summary>
    internal const int MostIndicators = 12;

    /// <summary>Units that may be chosen at once: every ward of a province, and some.</summary>
    internal const int MostUnits = 250;

    /// <summary>Periods that may be chosen at once.</summary>
    internal const int MostPeriods = 20;

    /// <summary>Figures of one choice at most.</summary>
    internal const int MostFigures = 5_000;
}

/// <summary>Figures that were chosen, by period, unit and indicator.</summary>
/// <param name="Indicators">The indicators, as the newest of the periods defines them.</param>
/// <param name="Contexts">Of each period shown: edition, tree, relation, and what was converted.</param>
/// <param name="Items">The figures.</param>
/// <param name="NextCursor">Where to read on; null at the end.</param>
internal sealed record Exploration(
    IReadOnlyList<ExploredIndicator> Indicators, IReadOnlyList<FigureContext> Contexts, IReadOnlyList<ExploredFigure> Items, string? NextCursor);

/// <summary>An indicator that was chosen.</summary>
internal sealed record ExploredIndicator(string Code, LocalText Name, LocalText MeasureUnit)
{
    internal Indicator Definition { get; init; } = null!;
}

/// <summary>One figure that was chosen.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Figure">The figure; null where the unit or the indicator did not exist in the period.</param>
internal sealed record ExploredFigure(string Period, Guid UnitId, string Indicator, FigureItem? Figure);

internal sealed class GetExplorationHandler(IAnalyticsDb db, EditionFrames editions, ChosenFigures figures, ReadingScope scope)
    : IQueryHandler<GetExploration, Result<Exploration>>
{
    public async Task<Result<Exploration>> Handle(GetExploration request, CancellationToken cancellationToken)
    {
        if (!Cursor.TryRead<string>(request.Cursor, out var after) || !TryReadPlace(after, out var start)) return PlatformFailures.InvalidCursor;
        if (Refuse(request) is { } refusal) return refusal;
        var opened = await PeriodsAsync(request.Periods, cancellationToken);
        if (!opened.Succeeded) return opened.WithoutValue();
        var areas = new List<ChosenArea>();
        foreach (var period in opened.Value)
        {
            var found = await editions.FindAsync(period, request.Edition, cancellationToken);
            if (!found.Succeeded) return found.WithoutValue();
            var area = await figures.OpenAsync(found.Value, request.TreeDate, cancellationToken);
            if (!area.Succeeded) return area.WithoutValue();
            areas.Add(area.Value);
        }

        var indicators = IndicatorsOf(request.Indicators, areas);
        if (!indicators.Succeeded) return indicators.WithoutValue();
        var units = UnitsOf(request, areas);
        if (!units.Succeeded) return units.WithoutValue();
        if ((long)areas.Count * units.Value.Count * indicators.Value.Count > GetExploration.MostFigures || units.Value.Count > GetExploration.MostUnits)
            return AnalyticsFailures.TooMuchChosen.On("units", GetExploration.MostUnits, GetExploration.MostFigures);
        foreach (var unit in units.Value)
        {
            // Of the newest period that has it: whoever answers for a unit may read what it said before.
            var area = areas.FindLast(area => area.PlaceOf(unit) >= 0);
            if (area is null) return AnalyticsFailures.UnitNotInTree.On("units", areas[^1].TreeDate);
            var allowed = await scope.RequireAsync(area.Frame, unit, cancellationToken);
            if (!allowed.Succeeded) return allowed;
        }

        return await ReadAsync(request, areas, units.Value, indicators.Value, start, cancellationToken);
    }

    private async Task<Result<Exploration>> ReadAsync(
        GetExploration request, List<ChosenArea> areas, IReadOnlyList<Guid> units, IReadOnlyList<ExploredIndicator> indicators, int start,
        CancellationToken cancellationToken)
    {
        var limit = request.Limit is null ? GetExploration.MostFigures : Cursor.Limit(request.Limit);
        var all = (from area in areas from unit in units from indicator in indicators select (area, unit, indicator)).Skip(start).Take(limit + 1).ToList();
        var (contexts, items) = (new List<FigureContext>(), new List<ExploredFigure>());
        foreach (var shown in all.Take(limit).GroupBy(place => place.area))
        {
            var area = shown.Key;
            var columns = indicators.Select(indicator => area.Frame.IndicatorOf(indicator.Code)).Where(column => column >= 0).Distinct().ToList();
            var states = await figures.ReadAsync(area, [.. shown.Select(place => place.unit)], columns, cancellationToken);
            contexts.Add(states.Context);
            items.AddRange(shown.Select(place => new ExploredFigure(
                area.Frame.Period.Code, place.unit, place.indicator.Code,
                states.ByUnit.ContainsKey(place.unit) && states.Frame.IndicatorOf(place.indicator.Code) is >= 0 and var column
                    ? FigureReader.ItemOf(states, place.unit, column)
                    : null)));
        }

        return new Exploration(
            indicators, contexts, items, all.Count > limit ? Cursor.Write(FormattableString.Invariant($"{start + limit}")) : null);
    }

    private static Failure? Refuse(GetExploration request) =>
        request.Edition is { IsLive: false, IsNewest: false } ? AnalyticsFailures.EditionOfManyPeriods.On("edition")
        : request.Indicators.Count is 0 or > GetExploration.MostIndicators ? AnalyticsFailures.IndicatorsToChoose.On("indicators", GetExploration.MostIndicators)
        : request.Periods.Count > GetExploration.MostPeriods ? AnalyticsFailures.PeriodsToChoose.On("periods", GetExploration.MostPeriods)
        : null;

    /// <summary>The periods asked for, oldest first.</summary>
    private async Task<Result<IReadOnlyList<string>>> PeriodsAsync(IReadOnlyList<string> asked, CancellationToken cancellationToken)
    {
        var opened = await db.Periods.AsNoTracking().OrderBy(period => period.TreeDate).Select(period => period.PeriodCode).ToListAsync(cancellationToken);
        if (opened.Count == 0) return AnalyticsFailures.NothingOpened.With();
        if (asked.FirstOrDefault(code => !opened.Contains(code)) is { } unknown) return AnalyticsFailures.PeriodNotFound.On("periods", unknown);
        return asked.Count == 0 ? [opened[^1]] : (List<string>)[.. opened.Where(asked.Contains)];
    }

    private static Result<IReadOnlyList<ExploredIndicator>> IndicatorsOf(IReadOnlyList<string> codes, List<ChosenArea> areas)
    {
        var indicators = new List<ExploredIndicator>();
        foreach (var code in codes.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var frame = areas.FindLast(area => area.Frame.IndicatorOf(code) >= 0)?.Frame;
            if (frame is null) return AnalyticsFailures.IndicatorNotFound.On("indicators", code);
            var definition = frame.Indicators[frame.IndicatorOf(code)];
            indicators.Add(new(definition.Code, definition.Name, definition.MeasureUnit) { Definition = definition });
        }

        return indicators;
    }

    private Result<IReadOnlyList<Guid>> UnitsOf(GetExploration request, List<ChosenArea> areas)
    {
        var units = request.UnitIds.Distinct().ToList();
        if (request.ParentId is { } parent)
        {
            if (areas[^1].PlaceOf(parent) is not (>= 0 and var place)) return AnalyticsFailures.UnitNotInTree.On("parentId", areas[^1].TreeDate);
            var below = areas[^1].Forest.Children(place).ToArray().Select(child => areas[^1].Units[child]).ToList();

            // Whoever asks for the units of a city means its wards, not the departments that have their seat there.
            var territory = below.Where(unit => unit.Type is >= UnitType.UrbanDistrict and < UnitType.Preschool).ToList();
            units.AddRange((territory.Count > 0 ? territory : below)
                .OrderBy(unit => unit.Type).ThenBy(unit => unit.Code, StringComparer.Ordinal).Select(unit => unit.Id).Except(units));
        }

        return units.Count > 0 || request.ParentId is not null ? units : [areas[^1].DefaultUnit(scope)];
    }

    private static bool TryReadPlace(string? after, out int start)
    {
        start = 0;
        return after is null || (int.TryParse(after, out start) && start >= 0);
    }
}
