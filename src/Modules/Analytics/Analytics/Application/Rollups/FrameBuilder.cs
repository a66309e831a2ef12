using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>Makes the frame of a period out of facts, asked for a moment ago or frozen with an edition: one way for both.</summary>
internal sealed class FrameBuilder(ISender sender)
{
    /// <summary>The frame.</summary>
    /// <param name="period">The period.</param>
    /// <param name="stamp">Its stamp.</param>
    /// <param name="columns">The disaggregated columns, as they are stored.</param>
    /// <param name="units">The units.</param>
    /// <param name="obligations">What they owe.</param>
    /// <param name="edition">The edition that the facts are of; null for live ones.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    internal async Task<PeriodFrame> BuildAsync(
        Period period, int stamp, string columns, FrozenUnits units, IReadOnlyCollection<Obligation> obligations, SealedEdition? edition,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<UnitSummary> all = units.Strangers.Count == 0 ? units.Tree : [.. units.Tree, .. units.Strangers];
        var places = new Dictionary<Guid, int>(all.Count);
        for (var i = 0; i < all.Count; i++) places.Add(all[i].Id, i);
        var versions = await VersionsAsync(obligations.Select(obligation => obligation.VersionId).Distinct(), cancellationToken);
        var indicators = versions.SelectMany(version => version.Indicators).DistinctBy(indicator => indicator.Id).ToList();
        var types = new string?[all.Count];
        foreach (var obligation in obligations) types[places[obligation.UnitId]] = obligation.UnitType;
        var rollup = new RollupFrame(
            [.. all.Select(unit => unit.Id)],
            new Forest([.. all.Select(unit => Place(unit.ReportsToId))]),
            new Forest([.. all.Select(unit => Place(unit.LiesInId))]),
            [.. indicators.Select(RuleOf)],
            Owed(places, indicators, obligations));
        return new PeriodFrame(period, stamp, columns, all, versions, indicators, rollup, types) { Edition = edition };

        int Place(Guid? unitId) => unitId is { } id && places.TryGetValue(id, out var place) && place < units.Tree.Count ? place : -1;
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

    private static IndicatorSet[] Owed(Dictionary<Guid, int> units, List<Indicator> indicators, IReadOnlyCollection<Obligation> obligations)
    {
        var places = indicators.Select((indicator, place) => (indicator.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        var owed = new IndicatorSet[units.Count];
        foreach (var obligation in obligations)
        {
            ref var cells = ref owed[units[obligation.UnitId]];
            cells = cells.Union(IndicatorSet.Of(obligation.IndicatorIds.Where(places.ContainsKey).Select(id => places[id])));
        }

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
