using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Formulas;
using LearningCity.CriteriaCatalog.Domain.ReferenceSeries;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>What an indicator must keep whose figures come from reference series, by itself and beside the series that there are.</summary>
internal static class SeriesRules
{
    /// <summary>The figures that an indicator takes from series, each with its name in a pack.</summary>
    internal static IEnumerable<(string Field, SeriesFigure Figure)> Of(IndicatorDefinition indicator)
    {
        if (indicator.ValueSeries is { } value) yield return ("valueSeries", value);
        if (indicator.NumeratorSeries is { } numerator) yield return ("numeratorSeries", numerator);
        if (indicator.DenominatorSeries is { } denominator) yield return ("denominatorSeries", denominator);
    }

    internal static void Check(IndicatorDefinition indicator, string path, List<Failure> problems)
    {
        foreach (var (field, figure) in Of(indicator))
        {
            if (!AgeGroup.TryParse(figure.AgeGroup, out _)) problems.Add(SeriesFailures.AgeGroupMalformed.On($"{path}.{field}.ageGroup"));
            if (indicator.IsComputed) problems.Add(IndicatorFailures.OneSourceOnly.On($"{path}.{field}"));
            else if (!indicator.IsNumber || indicator.IsFraction == (field == "valueSeries"))
                problems.Add(IndicatorFailures.SeriesPartUnfit.On($"{path}.{field}"));
        }
    }

    /// <summary>Series that are not there, and series that measure something else than the indicator asks for.</summary>
    /// <param name="placed">The indicator.</param>
    /// <param name="measures">The unit of measure of each series, by code.</param>
    internal static IEnumerable<Failure> Problems(PlacedIndicator placed, IReadOnlyDictionary<string, LocalText> measures)
    {
        var indicator = placed.Indicator;
        foreach (var (field, figure) in Of(indicator))
        {
            var at = $"{placed.Path}.{field}.series";
            if (!measures.TryGetValue(figure.Series, out var measure)) yield return IndicatorFailures.SeriesUnknown.On(at, figure.Series);
            else if (Wanted(indicator, field) is var wanted && !MeasureUnit.Of(measure).Fits(wanted))
                yield return IndicatorFailures.SeriesMeasureUnfit.On(at, measure, wanted.Text);
        }

        if (Measure(indicator.NumeratorSeries, measures) is not { } top || Measure(indicator.DenominatorSeries, measures) is not { } bottom) yield break;
        var shown = MeasureUnit.Of(indicator.MeasureUnit).Times(indicator.EffectiveFactor);
        if (top.Times(bottom, -1) is var quotient && !quotient.Fits(shown))
            yield return IndicatorFailures.SeriesMeasureUnfit.On($"{placed.Path}.denominatorSeries.series", quotient.Text, indicator.MeasureUnit);
    }

    /// <summary>
    /// What a series has to be measured in. "Pupils / class" says it of its two sides; how many of them one is, only both sides together
    /// show. Of a percentage each side may be anything.
    /// </summary>
    private static MeasureUnit Wanted(IndicatorDefinition indicator, string field)
    {
        if (field == "valueSeries") return MeasureUnit.Of(indicator.MeasureUnit);
        return indicator.MeasureUnit.Vi.Split('/') is [var top, var bottom]
            ? MeasureUnit.Of(new LocalText(field == "numeratorSeries" ? top.Trim() : bottom.Trim(), "")).OfAnySize()
            : MeasureUnit.Unknown;
    }

    private static MeasureUnit? Measure(SeriesFigure? figure, IReadOnlyDictionary<string, LocalText> measures) =>
        figure is not null && measures.TryGetValue(figure.Series, out var measure) ? MeasureUnit.Of(measure) : null;
}
