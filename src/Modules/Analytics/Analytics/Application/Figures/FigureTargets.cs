using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Data;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Contracts.Targets;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Application.Figures;

/// <summary>
/// Sets figures against what the catalogue asks: one reading of a figure for targets, scorecards and trials alike. Targets are those of the
/// period's reference date (semantics, "Dates and trees"), whatever boundaries the figure is read on.
/// </summary>
internal static class FigureTargets
{
    /// <summary>The target of a figure; null for a breakdown, or where none holds.</summary>
    internal static FigureTarget? Of(UnitStates states, UnitSummary unit, int column, FigureItem item)
    {
        if (column >= states.Frame.Indicators.Count) return null;
        var indicator = states.Frame.Indicators[column];
        if (TargetResolver.Resolve(indicator, QuestionOf(states, unit)) is not { } target) return null;
        var measured = ScoredOf(item, indicator).Value;
        return new(
            target.Value, target.Year, target.UnitType, measured,
            measured is { } value ? Scorer.Reaches(value, target.Value, indicator.Direction) : null);
    }

    /// <summary>What the catalogue has to know of a unit to say what it is asked for.</summary>
    internal static TargetQuestion QuestionOf(UnitStates states, UnitSummary unit)
    {
        // The type as its obligation names it; and a code of another date's tree names another unit.
        var place = states.Frame.Rollup.UnitOf(unit.Id);
        return new(
            states.Frame.TreeDate, (place < 0 ? null : states.Frame.ReporterTypes[place]) ?? SnakeCase.Of(unit.Type),
            place < 0 ? null : states.Frame.Units[place].Code, states.Frame.Period.Code);
    }

    /// <summary>A figure as targets and scores count it.</summary>
    internal static ScoredValue ScoredOf(FigureItem item, Indicator indicator) => item.State switch
    {
        FigureState.Value when item.Levels.Count > 0 => ScoredValue.Of(PlaceOf(item.Levels, indicator)),
        FigureState.Value => ScoredValue.Of(item.Value!.Value),
        FigureState.NotApplicable => ScoredValue.NotApplicable,
        FigureState.NotAvailable => ScoredValue.NotAvailable,

        // Whoever is not asked does not owe an answer: that is no gap.
        _ => IsAsked(item) ? default : ScoredValue.NotApplicable,
    };

    /// <summary>Whether anybody at or below the unit owes the figure, or it is there all the same.</summary>
    internal static bool IsAsked(FigureItem item) => item.Expected > 0 || item.Values > 0 || item.State != FigureState.NotReported;

    /// <summary>The place that at least half of the units reach; of one unit its own. A rating names its place itself, a level counts from 0.</summary>
    private static decimal PlaceOf(IReadOnlyList<LevelCount> levels, Indicator indicator)
    {
        var (all, reached) = (levels.Sum(level => level.Count), 0);
        for (var place = levels.Count - 1; place > 0; place--)
        {
            reached += levels[place].Count;
            if (reached * 2 >= all) return indicator.ValueType == IndicatorValueType.Rating ? place : place + 1;
        }

        return indicator.ValueType == IndicatorValueType.Rating ? 0 : 1;
    }
}
