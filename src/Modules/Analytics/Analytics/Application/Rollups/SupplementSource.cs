using LearningCity.Analytics.Application.Editions;
using LearningCity.BuildingBlocks.Data;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>Asks the modules that know what counts in a period beside the sheets, as of its reference date.</summary>
internal sealed class SupplementSource(ISender sender)
{
    /// <summary>Asks; in an order that does not depend on chance, so that equal facts have equal hashes.</summary>
    internal async Task<FrozenSupplements> AskAsync(
        Period period, FrozenUnits units, IEnumerable<Obligation> obligations, CancellationToken cancellationToken)
    {
        var versions = new List<CriteriaSetVersion>();
        foreach (var id in obligations.Select(obligation => obligation.VersionId).Distinct().OrderBy(id => id.ToString("N"), StringComparer.Ordinal))
        {
            if (await sender.Send(new GetCriteriaSetVersion(id), cancellationToken) is { } version) versions.Add(version);
        }

        var indicators = versions.SelectMany(version => version.Indicators).DistinctBy(indicator => indicator.Id).ToList();
        return new(
            await LinksAsync(period.WindowTo, versions, cancellationToken),
            await GivenAsync(period.WindowTo, units, indicators, cancellationToken),
            await CountedAsync(period.WindowTo, units, indicators, cancellationToken));
    }

    /// <summary>Links into the sets that are reported, and from these into others: a value counts in every set that links to it.</summary>
    private async Task<IReadOnlyList<FrozenSupplementLink>> LinksAsync(
        DateOnly on, List<CriteriaSetVersion> versions, CancellationToken cancellationToken)
    {
        var reported = versions.Select(version => version.SetCode).ToHashSet(StringComparer.Ordinal);
        var known = versions.SelectMany(version => version.Indicators).Select(indicator => indicator.Id).ToHashSet();
        var others = (await sender.Send(new ListCriteriaSetVersions(), cancellationToken))
            .Where(version => !reported.Contains(version.SetCode) && version.ValidFrom <= on && (version.ValidTo is not { } last || last >= on))
            .Select(version => version.VersionId);
        var links = new List<FrozenSupplementLink>();
        foreach (var versionId in versions.Select(version => version.VersionId).Concat(others))
        {
            links.AddRange((await sender.Send(new ListCrosswalksInForce(versionId, on), cancellationToken))
                .Where(link => link.Sources.All(source => known.Contains(source.Id)))
                .Select(link => new FrozenSupplementLink(link.Id, versionId)));
        }

        return [.. links.OrderBy(link => link.Id.ToString("N"), StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<FrozenGiven>> GivenAsync(
        DateOnly on, FrozenUnits units, List<Indicator> indicators, CancellationToken cancellationToken)
    {
        var wanted = indicators.Where(indicator => !indicator.IsComputed).SelectMany(FiguresOf).ToList();
        if (wanted.Count == 0) return [];
        var asked = units.Tree.Select(unit => new ReferenceUnit(unit.Code, unit.ValidFrom)).ToList();
        var unitOf = units.Tree.ToLookup(unit => unit.Code, unit => unit.Id, StringComparer.Ordinal);
        var given = new List<FrozenGiven>();
        foreach (var (id, part, figure) in wanted)
        {
            var values = await sender.Send(new FindReferenceValues(figure.Series, asked, on, figure.AgeGroup, figure.Sex), cancellationToken);
            given.AddRange(values.SelectMany(value => unitOf[value.UnitCode].Select(unitId => new FrozenGiven(unitId, id, part, value.Value, value.Release))));
        }

        return
        [
            .. given.OrderBy(one => one.IndicatorId.ToString("N"), StringComparer.Ordinal).ThenBy(one => one.Part)
                .ThenBy(one => one.UnitId.ToString("N"), StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<(Guid IndicatorId, FormulaPart Part, SeriesFigure Figure)> FiguresOf(Indicator indicator)
    {
        if (indicator.ValueSeries is { } value) yield return (indicator.Id, FormulaPart.Value, value);
        if (indicator.NumeratorSeries is { } numerator) yield return (indicator.Id, FormulaPart.Numerator, numerator);
        if (indicator.DenominatorSeries is { } denominator) yield return (indicator.Id, FormulaPart.Denominator, denominator);
    }

    private async Task<IReadOnlyList<FrozenCounted>> CountedAsync(
        DateOnly on, FrozenUnits units, List<Indicator> indicators, CancellationToken cancellationToken)
    {
        var counted = new List<FrozenCounted>();
        foreach (var indicator in indicators.Where(indicator => indicator.RegistryCount is not null).OrderBy(one => one.Id.ToString("N"), StringComparer.Ordinal))
        {
            var count = indicator.RegistryCount!;
            var having = count.Measure switch
            {
                RegistryMeasure.UnitsWithCommittee => await sender.Send(new FindUnitsWithCommittee(on), cancellationToken),
                RegistryMeasure.Recognitions => await sender.Send(new FindRecognizedUnits(on, count.Title ?? "", count.Level), cancellationToken),
                _ => null,
            };
            counted.AddRange(units.Tree
                .Where(unit => count.UnitTypes.Contains(SnakeCase.Of(unit.Type)))
                .OrderBy(unit => unit.Id.ToString("N"), StringComparer.Ordinal)
                .Select(unit => new FrozenCounted(unit.Id, indicator.Id, having?.Contains(unit.Id) ?? true)));
        }

        return counted;
    }
}
