using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.Submissions.Domain;
using LearningCity.UnitRegistry.Contracts;
using MediatR;

namespace LearningCity.Submissions.Application;

/// <summary>Asks the catalogue what its reference series give for units: a question for each series' figure, however many units there are.</summary>
internal sealed class GivenFigures(ISender sender)
{
    private static readonly IReadOnlyDictionary<int, GivenFigure> None = new Dictionary<int, GivenFigure>();

    /// <summary>Of one unit, by place.</summary>
    internal async Task<IReadOnlyDictionary<int, GivenFigure>> OfAsync(Form form, Guid unitId, DateOnly on, CancellationToken cancellationToken) =>
        (await OfAsync(form, [unitId], on, cancellationToken)).GetValueOrDefault(unitId) ?? None;

    /// <summary>Of units, by place; a unit that no series knows is left out.</summary>
    internal async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<int, GivenFigure>>> OfAsync(
        Form form, IReadOnlyCollection<Guid> unitIds, DateOnly on, CancellationToken cancellationToken)
    {
        var wanted = form.Indicators.SelectMany((indicator, place) => FiguresOf(indicator).Select(figure => (place, figure.Part, figure.Figure))).ToList();
        var given = new Dictionary<Guid, IReadOnlyDictionary<int, GivenFigure>>();
        if (wanted.Count == 0) return given;
        var series = (await sender.Send(new ListReferenceSeries(), cancellationToken)).ToDictionary(one => one.Code, StringComparer.Ordinal);
        var units = await sender.Send(new GetUnits(unitIds, on), cancellationToken);
        var unitOf = units.ToLookup(unit => unit.Code, unit => unit.Id, StringComparer.Ordinal);
        var asked = units.Select(unit => new ReferenceUnit(unit.Code, unit.ValidFrom)).ToList();
        foreach (var (place, part, figure) in wanted)
        {
            if (!series.TryGetValue(figure.Series, out var summary)) continue;
            foreach (var value in await sender.Send(new FindReferenceValues(figure.Series, asked, on, figure.AgeGroup, figure.Sex), cancellationToken))
            {
                foreach (var unitId in unitOf[value.UnitCode])
                {
                    if (!given.TryGetValue(unitId, out var ofUnit)) given[unitId] = ofUnit = new Dictionary<int, GivenFigure>();
                    ((Dictionary<int, GivenFigure>)ofUnit)[place] = new GivenFigure(part, summary, value.Value, value.ObservedOn, value.Release);
                }
            }
        }

        return given;
    }

    /// <summary>Figures that a series gives beside others that units give; what series give whole is asked of nobody.</summary>
    private static IEnumerable<(FormulaPart Part, SeriesFigure Figure)> FiguresOf(Indicator indicator)
    {
        if (indicator.ValueSeries is { } value) yield return (FormulaPart.Value, value);
        if (indicator is { DenominatorSeries: { } denominator, NumeratorSeries: null }) yield return (FormulaPart.Denominator, denominator);
        if (indicator is { NumeratorSeries: { } numerator, DenominatorSeries: null }) yield return (FormulaPart.Numerator, numerator);
    }
}
