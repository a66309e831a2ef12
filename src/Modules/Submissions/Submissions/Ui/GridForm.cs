using System.Globalization;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Submissions.Ui;

/// <summary>
/// The entry grid as a form: what its fields are called, what they hold, and how they are read. What cannot be read as a number is kept
/// as a draft, so that nothing typed is lost.
/// </summary>
internal static class GridForm
{
    /// <summary>Fields of one cell begin with this and the cell's key.</summary>
    internal static string Field(string part, CellView cell) => $"{part}.{cell.Key}";

    /// <summary>The id of a cell's first input, where problems lead.</summary>
    internal static string Id(CellView cell) => $"c-{cell.Key.Replace('|', '-').Replace('=', '-')}";

    /// <summary>The value as the input shows it.</summary>
    internal static string Shown(CellView cell, string part, Language language)
    {
        if (IsGiven(cell, part)) return Number(cell.Given!.Value, language);
        var now = cell.Now;
        if (cell.Prefilled is { } filled) return Number(part switch { "n" => filled.Numerator, "d" => filled.Denominator, _ => filled.Number }, language);
        if (now.State == CellState.NotReported) return part == "d" ? "" : now.Text ?? "";
        return part switch
        {
            "n" => Number(now.Numerator, language),
            "d" => Number(now.Denominator, language),
            _ => cell.Indicator.ValueType == IndicatorValueType.Text ? now.Text ?? "" : Number(now.Number, language),
        };
    }

    /// <summary>Whether a reference series gives the number that an input shows.</summary>
    internal static bool IsGiven(CellView cell, string part) => cell.Given?.Part switch
    {
        FormulaPart.Numerator => part == "n",
        FormulaPart.Denominator => part == "d",
        _ => false,
    };

    /// <summary>Whether the indicator is chosen from a list.</summary>
    internal static bool IsChoice(Indicator indicator) =>
        indicator.ValueType is IndicatorValueType.YesNo or IndicatorValueType.Level or IndicatorValueType.Rating;

    internal static bool IsPair(Indicator indicator) => indicator.ValueType is IndicatorValueType.Percent or IndicatorValueType.Ratio;

    /// <summary>The list of a choice: what is sent, what is shown, and what the API answers where that is something else.</summary>
    internal static IEnumerable<(string Value, string Label, string? Code)> Choices(Indicator indicator, Language language)
    {
        if (indicator.ValueType == IndicatorValueType.YesNo)
            return [("1", language == Language.En ? "Yes" : "Có", null), ("0", language == Language.En ? "No" : "Không", null)];
        return indicator.ValueType == IndicatorValueType.Rating
            ? indicator.Levels.Select(level => (level.Code, level.Name.In(language), (string?)null))
            : indicator.Levels.Select((level, place) => (place.ToString(CultureInfo.InvariantCulture), level.Name.In(language), (string?)level.Code));
    }

    /// <summary>Reads what was sent for the cells that may be changed.</summary>
    internal static List<CellSave> Read(SubmissionView view, IFormCollection form, Language language)
    {
        var cells = new List<CellSave>();
        foreach (var cell in view.Cells.SelectMany(cell => cell.Parts.Prepend(cell)).Where(cell => cell.IsEditable))
        {
            if (ReadOne(cell, form, language) is { } save) cells.Add(ConsolidationForm.Apply(cell, save, form, language));
        }

        return cells;
    }

    /// <summary>Reads what was sent for one cell; null where nothing was.</summary>
    internal static CellSave? ReadOne(CellView cell, IFormCollection form, Language language)
    {
        if (!form.ContainsKey(Field("r", cell))) return null;

        // The other answers of a part have no input here and stay as they are.
        if (cell.Part is not null && cell.Now.State is CellState.NotApplicable or CellState.NotAvailable && IsEmpty(cell, form)) return null;
        var seen = int.TryParse(form[Field("r", cell)], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        var comment = form[Field("c", cell)].ToString().Trim();
        return Read(cell, seen, comment.Length == 0 ? null : comment, form, language);
    }

    private static bool IsEmpty(CellView cell, IFormCollection form) =>
        ((string[])["v", "n", "d"]).All(part => string.IsNullOrWhiteSpace(form[Field(part, cell)]));

    private static CellSave Read(CellView cell, int seen, string? comment, IFormCollection form, Language language)
    {
        var indicator = cell.Indicator;
        CellSave Save(RawEntry entry, string? typed = null, Failure? problem = null) =>
            new(indicator.Id, cell.Part?.Key ?? "", seen, entry with { Comment = comment }, typed, problem);

        switch (form[Field("s", cell)].ToString())
        {
            case "not_applicable":
                return Save(new RawEntry(CellState.NotApplicable));
            case "not_available":
                return Save(new RawEntry(CellState.NotAvailable));
            default:
                break;
        }

        var typed = form[Field("v", cell)].ToString().Trim();
        if (IsPair(indicator))
        {
            var above = form[Field("n", cell)].ToString().Trim();
            var below = form[Field("d", cell)].ToString().Trim();
            // With one number given, nothing typed into the other is nothing said.
            if ((IsGiven(cell, "d") && above.Length == 0) || (IsGiven(cell, "n") && below.Length == 0)) (above, below) = ("", "");
            return Pair(indicator, above, below, language, Save);
        }

        if (typed.Length == 0) return Save(new RawEntry(CellState.NotReported));
        if (indicator.ValueType == IndicatorValueType.Text) return Save(new RawEntry(null, Text: typed), typed);
        var read = NumberInput.Read(typed, IsChoice(indicator) ? Language.En : language);
        return read.Value is { } number
            ? Save(new RawEntry(null, number), typed)
            : Save(default, typed, Problem(indicator, typed, read, language));
    }

    private static CellSave Pair(
        Indicator indicator, string above, string below, Language language, Func<RawEntry, string?, Failure?, CellSave> save)
    {
        if (above.Length == 0 && below.Length == 0) return save(new RawEntry(CellState.NotReported), null, null);
        var typed = $"{above} / {below}";
        var numerator = NumberInput.Read(above, language);
        if (!numerator.IsReadable) return save(default, typed, Problem(indicator, above, numerator, language));
        var denominator = NumberInput.Read(below, language);
        return denominator.IsReadable
            ? save(new RawEntry(null, Numerator: numerator.Value, Denominator: denominator.Value), typed, null)
            : save(default, typed, Problem(indicator, below, denominator, language));
    }

    private static Failure Problem(Indicator indicator, string typed, NumberReading read, Language language) => read.Suggested is { } number
        ? CellFailures.AmbiguousNumber.On("value", indicator.Name, Display.Number(number, language))
        : CellFailures.Unreadable.On("value", indicator.Name, typed);

    private static string Number(decimal? number, Language language) => number is { } value ? Display.Number(value, language) : "";
}
