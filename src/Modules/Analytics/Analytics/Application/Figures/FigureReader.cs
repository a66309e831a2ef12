using LearningCity.Analytics.Application.Rollups;
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
            .Where(row => row.EditionId == frame.EditionId && row.PeriodId == frame.PeriodId && row.Relation == relation
                && unitIds.Contains(row.UnitId))
            .ToListAsync(cancellationToken);
        var newest = rows.Count == 0 ? frame.Stamp : rows.Max(row => row.Stamp);
        if (frame.Edition is null && newest > frame.Stamp) frame = await frames.FindAsync(frame.PeriodId, newest, cancellationToken) ?? frame;
        var states = new Dictionary<Guid, RollupState[]>(unitIds.Count);
        foreach (var row in rows) states[row.UnitId] = RollupCodec.Read(row.States, frame.Columns.Count);
        var leaves = unitIds.Where(id => !states.ContainsKey(id)).Select(frame.Rollup.UnitOf).Where(unit => unit >= 0).ToHashSet();
        if (leaves.Count > 0) await AddLeavesAsync(frame, relation, leaves, states, cancellationToken);
        if (!frame.Rollup.Apart.IsEmpty) await ShowOwnAsync(frame, states, cancellationToken);
        return new(frame, relation, states);
    }

    /// <summary>A figure out of states.</summary>
    internal static FigureItem ItemOf(UnitStates states, Guid unitId, int column)
    {
        var unit = states.UnitOf(unitId);
        var item = ItemOf(
            states, unit, column, states.ByUnit.GetValueOrDefault(unitId), states.Trace(unitId, column).Code,
            states.Conversion?.Estimates.GetValueOrDefault(unitId)?[column] ?? 0,
            states.Conversion?.Missing.GetValueOrDefault(unitId)?[column] ?? 0);
        if (IsDerived(states, column)) item = Derivation.Fill(states.Frame, item, column, input => ItemOf(states, unitId, input));
        return item with { Target = FigureTargets.Of(states, unit, column, item) };
    }

    /// <summary>What has no place under the chosen root; null where no root was asked for.</summary>
    internal static FigureItem? OutsideOf(UnitStates states, int column)
    {
        if (states.Conversion?.Outside is not { } outside) return null;
        var item = ItemOf(states, UnitStates.OutsideTree, column, outside, "", 0, 0);
        return IsDerived(states, column) ? Derivation.Fill(states.Frame, item, column, input => OutsideOf(states, input)!) : item;
    }

    /// <summary>A figure put together from several periods; it has no code of its own.</summary>
    internal static FigureItem CombinedOf(
        UnitStates states, Guid unitId, int column, in RollupState state, in Coverage coverage, int estimates) =>
        ItemOf(states, states.UnitOf(unitId), column, state, coverage, "", estimates, 0);

    private static bool IsDerived(UnitStates states, int column) =>
        column < states.Frame.Indicators.Count && states.Frame.Indicators[column].Formula is not null;

    private static FigureItem ItemOf(
        UnitStates states, UnitSummary unit, int column, RollupState[]? all, string traceCode, int estimates, int missing)
    {
        // What was owed and handed in is known of the total; a breakdown is not owed by itself.
        var state = all?[column] ?? default;
        var (place, disaggregation) = states.Frame.Columns[column];
        return ItemOf(states, unit, column, state, disaggregation.Length == 0 ? state.Coverage : all?[place].Coverage ?? default, traceCode, estimates, missing);
    }

    private static FigureItem ItemOf(
        UnitStates states, UnitSummary unit, int column, in RollupState state, in Coverage coverage, string traceCode, int estimates, int missing)
    {
        var frame = states.Frame;
        var (place, disaggregation) = frame.Columns[column];
        var (indicator, rule) = (frame.Indicators[place], frame.Rollup.Indicators[place]);
        var measure = state.Measure;

        // On another tree a value that belongs to one unit of the period has no place of its own.
        var summing = states.Conversion is null ? rule.Shown : rule.Summing;
        var figure = Figure.Of(state, summing);
        var (numerator, denominator) = summing switch
        {
            Summing.Ratio => (measure.Sum, measure.Denominator),
            Summing.Yes => (measure.Yes, measure.Values),
            Summing.Levels => (measure.Values - measure.Levels[0], measure.Values),
            _ => ((decimal?)null, (decimal?)null),
        };
        return new(
            unit.Id, unit.Code, unit.Name, indicator.Id, indicator.Code, indicator.Name, disaggregation, figure.State,
            figure.Value is { } value ? InMeasureUnit(value, indicator, summing) : null, indicator.MeasureUnit,
            measure.Values == 0 ? null : numerator, measure.Values == 0 ? null : denominator,
            [.. indicator.Levels.Take(summing == Summing.Levels ? LevelCounts.Most : 0)
                .Select((level, at) => new LevelCount(level.Code, level.Name, measure.Levels[at]))],
            measure.Values, coverage.Expected, coverage.Reported, coverage.Approved, coverage.NotApplicable, coverage.NotAvailable,
            measure.Pending > 0, traceCode, estimates, missing, measure.Linked, measure.Partial);
    }

    private static decimal InMeasureUnit(decimal value, Indicator indicator, Summing summing)
    {
        var factor = summing switch
        {
            Summing.Ratio => indicator.Factor,
            Summing.Yes or Summing.Levels => 100,
            _ => indicator.ValueType == IndicatorValueType.Percent ? 100 : 1,
        };
        return decimal.Round(value * factor, 6, MidpointRounding.ToEven);
    }

    /// <summary>Values that never go up the tree are shown at the unit that they belong to, and there alone.</summary>
    private async Task ShowOwnAsync(PeriodFrame frame, Dictionary<Guid, RollupState[]> states, CancellationToken cancellationToken)
    {
        var apart = frame.Rollup.Apart;
        foreach (var all in states.Values)
        {
            for (var column = 0; column < all.Length; column++)
            {
                if (apart.Has(frame.Columns[column].Indicator)) all[column].Measure = default;
            }
        }

        var units = states.Keys.Select(frame.Rollup.UnitOf).Where(unit => unit >= 0 && frame.Rollup.Owed(unit).Overlaps(apart)).ToHashSet();
        if (units.Count == 0) return;
        var columns = frame.CopyColumns();
        var contributions = new Contributions(frame, columns, db, sender);
        await contributions.LoadAsync(units, cancellationToken);
        foreach (var unit in units)
        {
            var all = states[frame.Units[unit].Id];
            foreach (var cell in contributions.Of(unit).Cells.ToArray())
            {
                var indicator = columns[cell.Column].Indicator;
                if (cell.Column < all.Length && apart.Has(indicator) && frame.Rollup.Owed(unit).Has(indicator))
                    all[cell.Column].Measure.Count(cell, frame.Rollup.Indicators[indicator].Shown);
            }
        }
    }

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
