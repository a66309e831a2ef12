using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.Analytics.Domain.Supplements;
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
    /// <param name="facts">What counts beside the sheets.</param>
    /// <param name="edition">The edition that the facts are of; null for live ones.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    internal async Task<PeriodFrame> BuildAsync(
        Period period, int stamp, string columns, FrozenUnits units, IReadOnlyCollection<Obligation> obligations, FrozenSupplements facts,
        SealedEdition? edition, CancellationToken cancellationToken)
    {
        IReadOnlyList<UnitSummary> all = units.Strangers.Count == 0 ? units.Tree : [.. units.Tree, .. units.Strangers];
        var places = new Dictionary<Guid, int>(all.Count);
        for (var i = 0; i < all.Count; i++) places.Add(all[i].Id, i);
        var reported = obligations.Select(obligation => obligation.VersionId).ToHashSet();
        var versions = await VersionsAsync(reported.Concat(facts.Links.Select(link => link.VersionId)).Distinct(), cancellationToken);
        var links = facts.Links.Count == 0
            ? [] : await sender.Send(new GetCrosswalkLinks([.. facts.Links.Select(link => link.Id)]), cancellationToken);

        // Of a set that nobody reports, what links answer.
        var targets = links.Select(link => link.TargetId).ToHashSet();
        var indicators = versions.SelectMany(version => version.Indicators.Where(indicator => reported.Contains(version.VersionId) || targets.Contains(indicator.Id)))
            .DistinctBy(indicator => indicator.Id).ToList();
        var types = new string?[all.Count];
        foreach (var obligation in obligations) types[places[obligation.UnitId]] = obligation.UnitType;
        var supplements = new SupplementBuilder(all, places, indicators, versions).Build(
            Owed(places, indicators, obligations), links.OrderBy(link => link.Id.ToString("N"), StringComparer.Ordinal), facts);
        var rollup = new RollupFrame(
            [.. all.Select(unit => unit.Id)],
            new Forest([.. all.Select(unit => Place(unit.ReportsToId))]),
            new Forest([.. all.Select(unit => Place(unit.LiesInId))]),
            [.. indicators.Select((indicator, place) => IndicatorRules.Of(indicator, IsReplacedInSource(indicators, supplements, place)))],
            supplements.Cells);
        return new PeriodFrame(period, stamp, columns, all, versions, indicators, rollup, types) { Edition = edition, Supplements = supplements };

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

    /// <summary>
    /// Whether a link brings values of which one stands in place of those below it: so it does in the target, or they would be counted twice.
    /// </summary>
    private static bool IsReplacedInSource(List<Indicator> indicators, UnitSupplements supplements, int target) => supplements.Links
        .Any(link => link.Target == target && link.Sources.Any(source => indicators[source.Indicator].OwnValue == OwnValue.Replace));
}
