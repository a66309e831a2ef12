using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Figures;

/// <summary>Reads figures: of a unit with others below it by one look-up, of a leaf from its approved sheet.</summary>
internal sealed class FigureReader(IAnalyticsDb db, PeriodFrames frames, ISender sender)
{
    /// <summary>States of some units; units without any are left out.</summary>
    internal async Task<UnitStates> ReadAsync(
        PeriodFrame frame, UnitRelation relation, IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken)
    {
        var rows = await db.Rollups.AsNoTracking()
            .Where(row => row.EditionId == RollupRow.Live && row.PeriodId == frame.PeriodId && row.Relation == relation
                && unitIds.Contains(row.UnitId))
            .ToListAsync(cancellationToken);
        var newest = rows.Count == 0 ? frame.Stamp : rows.Max(row => row.Stamp);
        if (newest > frame.Stamp) frame = await frames.FindAsync(frame.PeriodId, newest, cancellationToken) ?? frame;
        var states = new Dictionary<Guid, RollupState[]>(unitIds.Count);
        foreach (var row in rows) states[row.UnitId] = RollupCodec.Read(row.States, frame.Columns.Count);
        var leaves = unitIds.Where(id => !states.ContainsKey(id)).Select(frame.Rollup.UnitOf).Where(unit => unit >= 0).ToHashSet();
        if (leaves.Count > 0) await AddLeavesAsync(frame, relation, leaves, states, cancellationToken);
        return new(frame, relation, states);
    }

    /// <summary>A figure out of states.</summary>
    internal static FigureItem ItemOf(UnitStates states, Guid unitId, int column)
    {
        var unit = states.UnitOf(unitId);
        return ItemOf(
            states, unit, column, states.ByUnit.GetValueOrDefault(unitId), states.Trace(unitId, column).Code,
            states.Conversion?.Estimates.GetValueOrDefault(unitId)?[column] ?? 0,
            states.Conversion?.Missing.GetValueOrDefault(unitId)?[column] ?? 0);
    }

    /// <summary>What has no place under the chosen root; null where no root was asked for.</summary>
    internal static FigureItem? OutsideOf(UnitStates states, int column) => states.Conversion?.Outside is { } outside
        ? ItemOf(states, UnitStates.OutsideTree, column, outside, "", 0, 0)
        : null;

    private static FigureItem ItemOf(
        UnitStates states, UnitSummary unit, int column, RollupState[]? all, string traceCode, int estimates, int missing)
    {
        var frame = states.Frame;
        var (place, disaggregation) = frame.Columns[column];
        var (indicator, rule) = (frame.Indicators[place], frame.Rollup.Indicators[place]);
        var state = all?[column] ?? default;
        var figure = Figure.Of(state, rule.Summing);

        // What was owed and handed in is known of the total; a breakdown is not owed by itself.
        var (coverage, measure) = (disaggregation.Length == 0 ? state.Coverage : all![place].Coverage, state.Measure);
        var (numerator, denominator) = rule.Summing switch
        {
            Summing.Ratio => (measure.Sum, measure.Denominator),
            Summing.Yes => (measure.Yes, measure.Values),
            Summing.Levels => (measure.Values - measure.Levels[0], measure.Values),
            _ => ((decimal?)null, (decimal?)null),
        };
        return new(
            unit.Id, unit.Code, unit.Name, indicator.Id, indicator.Code, indicator.Name, disaggregation, figure.State,
            figure.Value is { } value ? InMeasureUnit(value, indicator.ValueType, rule.Summing) : null, indicator.MeasureUnit,
            measure.Values == 0 ? null : numerator, measure.Values == 0 ? null : denominator,
            [.. indicator.Levels.Take(rule.Summing == Summing.Levels ? LevelCounts.Most : 0)
                .Select((level, at) => new LevelCount(level.Code, level.Name, measure.Levels[at]))],
            measure.Values, coverage.Expected, coverage.Reported, coverage.Approved, coverage.NotApplicable, coverage.NotAvailable,
            measure.Pending > 0, traceCode, estimates, missing);
    }

    private static decimal InMeasureUnit(decimal value, IndicatorValueType type, Summing summing) =>
        decimal.Round(type == IndicatorValueType.Percent || summing is Summing.Yes or Summing.Levels ? value * 100 : value, 6, MidpointRounding.ToEven);

    private async Task AddLeavesAsync(
        PeriodFrame frame, UnitRelation relation, HashSet<int> leaves, Dictionary<Guid, RollupState[]> states,
        CancellationToken cancellationToken)
    {
        var columns = frame.CopyColumns();
        var contributions = new Contributions(frame, columns, db, sender);
        await contributions.LoadAsync(leaves, cancellationToken);
        var rules = new RollupRules(frame.Rollup, columns, contributions.Of);

        // A leaf of the territory may have others that report to it: what is pending on it is read off there.
        var responsible = relation == UnitRelation.ReportsTo
            ? []
            : leaves.Where(unit => !frame.Rollup.Responsibility.IsLeaf(unit)).Select(unit => (UnitRelation.ReportsTo, unit)).ToHashSet();
        var below = await contributions.StatesAsync(responsible, cancellationToken);
        foreach (var unit in leaves)
        {
            var own = new RollupState[columns.Count];
            var pending = below.TryGetValue((UnitRelation.ReportsTo, unit), out var above)
                ? rules.PendingOf(unit, above, closed: true)
                : default;
            rules.AddOwn(unit, pending, own);
            states.Add(frame.Units[unit].Id, own[..frame.Columns.Count]);
        }
    }
}
