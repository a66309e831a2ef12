using LearningCity.Analytics.Application.Explorer;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.BuildingBlocks.Ui.Charts;

namespace LearningCity.Analytics.Ui.Explorer;

/// <summary>One indicator as the explorer draws it: lines over several periods, bars for one.</summary>
/// <param name="Title">The indicator.</param>
/// <param name="Subtitle">Unit of measure and period.</param>
/// <param name="Periods">Codes of the periods, oldest first.</param>
/// <param name="Lines">A line for each unit; those beyond the fourth are context.</param>
/// <param name="Bars">A bar for each unit, where there is one period.</param>
/// <param name="ValueText">How a value reads.</param>
public sealed record ExploredSeries(
    string Title, string Subtitle, IReadOnlyList<string> Periods, IReadOnlyList<TrendSeries> Lines, IReadOnlyList<Bar> Bars,
    Func<decimal, string> ValueText)
{
    private const int MostLines = 8;
    private const int MostBars = 25;
    private const int InColour = 4;

    internal static ExploredSeries Of(Exploration shown, ExploredIndicator indicator, Language language, IReadOnlyList<string> periods)
    {
        var units = shown.Items.Where(item => item.Indicator == indicator.Code && item.Figure is not null).GroupBy(item => item.UnitId)
            .Where(unit => unit.Any(item => item.Figure!.Value is not null)).ToList();
        var lines = units.Take(MostLines).Select((unit, at) =>
        {
            var values = unit.ToDictionary(item => item.Period, item => item.Figure!.Value, StringComparer.Ordinal);
            return new TrendSeries(unit.Last().Figure!.UnitName.In(language), [.. periods.Select(period => values.GetValueOrDefault(period))], at >= InColour);
        });
        var bars = units.Select(unit => unit.Last().Figure!).OrderByDescending(figure => figure.Value ?? decimal.MinValue).Take(MostBars)
            .Select(figure => new Bar(
                figure.UnitName.In(language), figure.Value, Words.Value(figure, indicator.Definition, language), Fill: ChartFill.Series1, Partial: Words.IsPartial(figure)));
        return new(
            $"{indicator.Code} {indicator.Name.In(language)}", $"{indicator.MeasureUnit.In(language)}, {string.Join(", ", periods)}", periods, [.. lines],
            periods.Count == 1 ? [.. bars] : [], value => Words.Number(value, indicator.Definition, language));
    }
}

/// <summary>One figure in the explorer's table.</summary>
/// <param name="Unit">The unit as it was called on the tree date.</param>
/// <param name="Indicator">Code and name of the indicator.</param>
/// <param name="MeasureUnit">Unit of measure.</param>
/// <param name="Period">Code of the period.</param>
/// <param name="Edition">The edition in words.</param>
/// <param name="Value">The figure, or the sign that stands for its absence.</param>
/// <param name="Target">The value to reach.</param>
/// <param name="Coverage">Approved out of expected.</param>
/// <param name="TraceCode">Code by which it is traced.</param>
public sealed record ExploredRow(
    string Unit, string Indicator, string MeasureUnit, string Period, string Edition, string Value, string Target, string Coverage, string TraceCode)
{
    internal static IReadOnlyList<ExploredRow> Of(Exploration shown, Language language)
    {
        var definitions = shown.Indicators.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);
        var notes = shown.Contexts.ToDictionary(context => context.Period, context => context.Note.In(language), StringComparer.Ordinal);
        return
        [
            .. shown.Items.Where(item => item.Figure is not null).Select(item =>
            {
                var (figure, indicator) = (item.Figure!, definitions[item.Indicator]);
                var estimate = figure.Estimates > 0 ? language == Language.En ? " (estimate)" : " (ước tính)" : "";
                return new ExploredRow(
                    figure.UnitName.In(language), $"{indicator.Code} {indicator.Name.In(language)}", indicator.MeasureUnit.In(language), item.Period,
                    notes[item.Period], Words.Value(figure, indicator.Definition, language) + (figure.Provisional ? "*" : "") + estimate,
                    Words.Target(figure.Target?.Value, indicator.Definition, language),
                    Display.Fraction(figure.Approved, figure.Expected, language), figure.TraceCode);
            }),
        ];
    }
}
