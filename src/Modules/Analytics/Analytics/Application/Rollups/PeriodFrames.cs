using System.Collections.Concurrent;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>The frames that this host keeps in memory.</summary>
internal sealed class FrameCache
{
    private readonly ConcurrentDictionary<Guid, PeriodFrame> _frames = new();

    internal PeriodFrame? Find(Guid periodId) => _frames.GetValueOrDefault(periodId);

    internal PeriodFrame? Find(string periodCode) => _frames.Values.FirstOrDefault(frame => frame.Period.Code == periodCode);

    internal void Keep(PeriodFrame frame) =>
        _frames.AddOrUpdate(frame.PeriodId, frame, (_, known) => known.Stamp > frame.Stamp ? known : frame);
}

/// <summary>Finds the frame of a period: in memory, or asked for from the modules that know.</summary>
internal sealed class PeriodFrames(FrameCache cache, IAnalyticsDb db, ISender sender)
{
    /// <summary>The frame by the period's code, as this host has it; null if the period is unknown or has not opened.</summary>
    internal async Task<PeriodFrame?> FindAsync(string periodCode, CancellationToken cancellationToken)
    {
        if (cache.Find(periodCode) is { } known) return known;
        var row = await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.PeriodCode == periodCode, cancellationToken);
        return row is null ? null : await LoadAsync(row.PeriodId, row.Stamp, row.Columns, cancellationToken);
    }

    /// <summary>The frame at a stamp or a later one; null if the period is unknown or has not opened.</summary>
    internal async Task<PeriodFrame?> FindAsync(Guid periodId, int stamp, CancellationToken cancellationToken)
    {
        if (cache.Find(periodId) is { } known && known.Stamp >= stamp) return known;
        var row = await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.PeriodId == periodId, cancellationToken);
        return row is null ? null : await LoadAsync(periodId, row.Stamp, row.Columns, cancellationToken);
    }

    /// <summary>The frame at the newest stamp; null if the period is unknown or has not opened.</summary>
    internal async Task<PeriodFrame?> FindCurrentAsync(Guid periodId, CancellationToken cancellationToken)
    {
        var row = await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.PeriodId == periodId, cancellationToken);
        return row is null ? null : await FindAsync(periodId, row.Stamp, cancellationToken);
    }

    private async Task<PeriodFrame?> LoadAsync(Guid periodId, int stamp, string columns, CancellationToken cancellationToken)
    {
        if (await sender.Send(new GetPeriod(periodId), cancellationToken) is not { } period) return null;
        var tree = await sender.Send(new GetTree(period.WindowTo, UnitRelation.LiesIn), cancellationToken);
        var places = new Dictionary<Guid, int>(tree.Count);
        for (var i = 0; i < tree.Count; i++) places.Add(tree[i].Id, i);

        var obligations = new List<(int Unit, Guid VersionId, IReadOnlyList<Guid> IndicatorIds)>();
        var types = new List<string?>(new string?[tree.Count]);
        var strangers = new List<Guid>();
        await foreach (var obligation in sender.CreateStream(new StreamObligations(periodId), cancellationToken))
        {
            // A unit that the tree does not have (any more) still owes: it stands for itself, outside the tree.
            if (!places.TryGetValue(obligation.UnitId, out var unit))
            {
                places.Add(obligation.UnitId, unit = places.Count);
                strangers.Add(obligation.UnitId);
                types.Add(null);
            }

            types[unit] = obligation.UnitType;
            obligations.Add((unit, obligation.VersionId, obligation.IndicatorIds));
        }

        var units = strangers.Count == 0 ? tree : [.. tree, .. await OutsideAsync(strangers, period.WindowTo, cancellationToken)];
        var versions = await VersionsAsync(obligations.Select(obligation => obligation.VersionId).Distinct(), cancellationToken);
        var indicators = versions.SelectMany(version => version.Indicators).DistinctBy(indicator => indicator.Id).ToList();
        var rollup = new RollupFrame(
            [.. units.Select(unit => unit.Id)],
            new Forest([.. units.Select(unit => Place(unit.ReportsToId))]),
            new Forest([.. units.Select(unit => Place(unit.LiesInId))]),
            [.. indicators.Select(RuleOf)],
            Owed(units.Count, indicators, obligations));
        var frame = new PeriodFrame(period, stamp, columns, units, versions, indicators, rollup, types);
        cache.Keep(frame);
        return frame;

        int Place(Guid? unitId) => unitId is { } id && places.TryGetValue(id, out var place) && place < tree.Count ? place : -1;
    }

    private async Task<IReadOnlyList<UnitSummary>> OutsideAsync(List<Guid> unitIds, DateOnly on, CancellationToken cancellationToken)
    {
        var known = (await sender.Send(new GetUnits(unitIds, on), cancellationToken)).ToDictionary(unit => unit.Id);
        return [.. unitIds.Select(id => known.TryGetValue(id, out var unit)
            ? unit with { ReportsToId = null, LiesInId = null }
            : new UnitSummary(id, "?", new LocalText("?", "?"), UnitType.Department, null, null, on, on, false))];
    }

    private async Task<IReadOnlyList<CriteriaSetVersion>> VersionsAsync(IEnumerable<Guid> versionIds, CancellationToken cancellationToken)
    {
        var versions = new List<CriteriaSetVersion>();
        foreach (var id in versionIds)
        {
            if (await sender.Send(new GetCriteriaSetVersion(id), cancellationToken) is { } version) versions.Add(version);
        }

        return [.. versions.OrderBy(version => version.SetCode, StringComparer.Ordinal).ThenBy(version => version.Version)];
    }

    private static IndicatorSet[] Owed(
        int units, List<Indicator> indicators, List<(int Unit, Guid VersionId, IReadOnlyList<Guid> IndicatorIds)> obligations)
    {
        var places = indicators.Select((indicator, place) => (indicator.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        var owed = new IndicatorSet[units];
        foreach (var (unit, _, ids) in obligations)
            owed[unit] = owed[unit].Union(IndicatorSet.Of(ids.Where(places.ContainsKey).Select(id => places[id])));
        return owed;
    }

    private static IndicatorRule RuleOf(Indicator indicator)
    {
        var summing = SummingOf(indicator);
        return new(indicator.Id, summing, indicator.OwnValue == OwnValue.Replace)
        {
            Shown = summing == Summing.None ? OwnSummingOf(indicator.ValueType) : summing,
        };
    }

    private static Summing SummingOf(Indicator indicator) => indicator.Aggregation switch
    {
        // Values of a survey or an expert review belong to one unit and never roll up (semantics, "What counts once").
        _ when indicator.DataSource != IndicatorDataSource.OfficialData => Summing.None,
        AggregationRule.Sum => Summing.Sum,
        AggregationRule.RatioOfSums => Summing.Ratio,
        AggregationRule.ShareYes => Summing.Yes,
        AggregationRule.ShareByLevel => Summing.Levels,
        AggregationRule.Average => Summing.Average,
        AggregationRule.Minimum => Summing.Minimum,
        AggregationRule.Maximum => Summing.Maximum,

        // What was reported last is a matter of one unit: above it there is no figure.
        _ => Summing.None,
    };

    /// <summary>How the value of one unit reads where it stands by itself.</summary>
    private static Summing OwnSummingOf(IndicatorValueType type) => type switch
    {
        IndicatorValueType.Text => Summing.None,
        IndicatorValueType.Percent or IndicatorValueType.Ratio => Summing.Ratio,
        IndicatorValueType.YesNo => Summing.Yes,
        IndicatorValueType.Level => Summing.Levels,
        _ => Summing.Sum,
    };
}
