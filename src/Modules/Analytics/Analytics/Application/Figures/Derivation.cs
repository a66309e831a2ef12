using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;

namespace LearningCity.Analytics.Application.Figures;

/// <summary>
/// Works out derived indicators: at each place from what was rolled up there, never by adding derived figures. So it is the same rule for a
/// school, a ward and the city, on every tree and in every edition.
/// </summary>
internal static class Derivation
{
    /// <summary>The indicators that a derived one is made from, over other derived ones too; none for one that is not derived.</summary>
    internal static IndicatorSet InputsOf(PeriodFrame frame, int indicator)
    {
        var (inputs, waiting) = (new HashSet<int>(), new Stack<int>([indicator]));
        while (waiting.TryPop(out var next))
        {
            foreach (var place in PlacesOf(frame, next))
            {
                if (inputs.Add(place)) waiting.Push(place);
            }
        }

        return inputs.Count == 0 ? default : IndicatorSet.Of(inputs.Where(place => frame.Indicators[place].Formula is null));
    }

    /// <summary>Some indicators, and all that these are made from.</summary>
    internal static IndicatorSet WithInputs(PeriodFrame frame, IndicatorSet indicators)
    {
        var all = indicators;
        foreach (var indicator in indicators) all = all.Union(InputsOf(frame, indicator));
        return all;
    }

    /// <summary>Fills a figure in.</summary>
    /// <param name="frame">The period.</param>
    /// <param name="empty">The figure as it is without a value.</param>
    /// <param name="indicator">Place of the derived indicator.</param>
    /// <param name="figureOf">The figures of the same place.</param>
    internal static FigureItem Fill(PeriodFrame frame, FigureItem empty, int indicator, Func<int, FigureItem> figureOf)
    {
        var inputs = new List<FigureItem>();
        foreach (var input in InputsOf(frame, indicator)) inputs.Add(figureOf(input));
        if (inputs.Count == 0) return empty;
        var byCode = inputs.ToDictionary(input => input.Indicator, StringComparer.Ordinal);
        var value = new DerivedFigures(VersionOf(frame, indicator), reference => byCode.GetValueOrDefault(reference.Code) is not { } input ? null
            : reference.Part switch
            {
                FormulaPart.Numerator => input.Numerator,
                FormulaPart.Denominator => input.Denominator,
                _ => input.Value,
            }).ValueOf(frame.Indicators[indicator].Code);

        // It is as complete as the least complete of what it is made from.
        var least = inputs.MinBy(input => input.Expected == 0 ? 0 : (decimal)input.Approved / input.Expected)!;
        return empty with
        {
            State = value is not null ? FigureState.Value
                : inputs.Exists(input => input.State == FigureState.NotReported) ? FigureState.NotReported
                : inputs.TrueForAll(input => input.State == FigureState.NotApplicable) ? FigureState.NotApplicable
                : FigureState.NotAvailable,
            Value = value is { } known ? decimal.Round(known, 6, MidpointRounding.ToEven) : null,
            Values = least.Values,
            Expected = least.Expected,
            Reported = least.Reported,
            Approved = least.Approved,
            NotApplicable = least.NotApplicable,
            NotAvailable = least.NotAvailable,
            Provisional = inputs.Exists(input => input.Provisional),
            Estimates = inputs.Sum(input => input.Estimates),
            NotConvertible = inputs.Sum(input => input.NotConvertible),
            Linked = inputs.Sum(input => input.Linked),
            Partial = inputs.Sum(input => input.Partial),
        };
    }

    private static IEnumerable<int> PlacesOf(PeriodFrame frame, int indicator)
    {
        if (frame.Indicators[indicator].Formula is not { } formula) return [];
        var codes = VersionOf(frame, indicator).Indicators.ToDictionary(one => one.Code, one => one.Id, StringComparer.Ordinal);
        return formula.References.Where(reference => codes.ContainsKey(reference.Code))
            .Select(reference => frame.Rollup.IndicatorOf(codes[reference.Code])).Where(place => place >= 0);
    }

    private static CriteriaSetVersion VersionOf(PeriodFrame frame, int indicator) =>
        frame.Versions.First(version => version.Indicators.Any(one => one.Id == frame.Indicators[indicator].Id));
}
