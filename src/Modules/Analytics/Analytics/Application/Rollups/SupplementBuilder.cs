using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.Analytics.Domain.Supplements;
using LearningCity.BuildingBlocks.Data;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>Says facts beside the sheets in terms of a frame: units and indicators by their places.</summary>
internal sealed class SupplementBuilder(
    IReadOnlyList<UnitSummary> units, Dictionary<Guid, int> unitPlaces, List<Indicator> indicators, IReadOnlyList<CriteriaSetVersion> versions)
{
    private readonly Dictionary<Guid, int> _places = indicators.Select((indicator, place) => (indicator.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);

    /// <summary>Builds them.</summary>
    /// <param name="asked">By unit: the cells of its obligations.</param>
    /// <param name="links">The links in force, in a fixed order.</param>
    /// <param name="facts">Everything else.</param>
    internal UnitSupplements Build(IndicatorSet[] asked, IEnumerable<CrosswalkLink> links, FrozenSupplements facts) =>
        new(asked, [.. links.Select(LinkOf).OfType<IndicatorLink>()], Given(facts), Reporting());

    private IndicatorLink? LinkOf(CrosswalkLink link)
    {
        if (!_places.TryGetValue(link.TargetId, out var target) || !link.Sources.All(source => _places.ContainsKey(source.Id))) return null;
        return new(link.Id, link.Kind, target, [.. link.Sources.Select(SourceOf)], link.Formula);
    }

    private LinkSource SourceOf(CrosswalkIndicator source)
    {
        var place = _places[source.Id];
        return new(
            place, $"{source.SetCode}/{source.Code}",
            indicators[place].ValueType is IndicatorValueType.Percent or IndicatorValueType.Ratio, indicators[place].Factor);
    }

    private Dictionary<int, IReadOnlyList<GivenPart>> Given(FrozenSupplements facts)
    {
        var given = new Dictionary<int, List<GivenPart>>();
        foreach (var one in facts.Given) Add(one.UnitId, one.IndicatorId, one.Part, one.Value);
        foreach (var one in facts.Counted)
        {
            if (!_places.TryGetValue(one.IndicatorId, out var place)) continue;
            var isShare = indicators[place].ValueType == IndicatorValueType.Percent;
            Add(one.UnitId, one.IndicatorId, isShare ? FormulaPart.Numerator : FormulaPart.Value, one.Counts ? 1 : 0);
            if (isShare) Add(one.UnitId, one.IndicatorId, FormulaPart.Denominator, 1);
        }

        return given.ToDictionary(unit => unit.Key, IReadOnlyList<GivenPart> (unit) => unit.Value);

        void Add(Guid unitId, Guid indicatorId, FormulaPart part, decimal value)
        {
            if (!unitPlaces.TryGetValue(unitId, out var unit) || !_places.TryGetValue(indicatorId, out var place)) return;
            if (!given.TryGetValue(unit, out var list)) given.Add(unit, list = []);
            list.Add(new(place, part, value));
        }
    }

    private List<ReportingIndicator> Reporting() =>
    [
        .. versions.SelectMany(version => version.Indicators).DistinctBy(indicator => indicator.Id)
            .Where(indicator => indicator.ReportingCount is not null && _places.ContainsKey(indicator.Id))
            .Select(indicator => new ReportingIndicator(
                _places[indicator.Id], indicator.ReportingCount!.Measure,
                Enumerable.Range(0, units.Count).Where(unit => indicator.ReportingCount.UnitTypes.Contains(SnakeCase.Of(units[unit].Type))).ToHashSet())),
    ];
}
