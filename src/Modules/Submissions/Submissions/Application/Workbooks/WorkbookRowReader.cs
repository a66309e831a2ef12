using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Spreadsheets;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application.Workbooks;

/// <summary>
/// Reads the row of one indicator: numbers as numbers, numbers kept as text by the rules of the language that the workbook is in, choices
/// in either language.
/// </summary>
internal static class WorkbookRowReader
{
    private const int LongestShown = 60;

    internal static ReadRow Read(Indicator indicator, BuildingBlocks.Spreadsheets.SheetRow row, Language language)
    {
        var value = row[WorkbookPlan.ValueColumn];
        var below = row[WorkbookPlan.DenominatorColumn];
        var state = row[WorkbookPlan.StateColumn];
        var comment = row[WorkbookPlan.CommentColumn];
        var said = comment.IsBlank ? null : Unify(comment.Text).Trim();
        ReadRow Done(RawEntry entry, CellValue at, bool asText = false) => new(at.Address, entry with { Comment = said }, null, asText);
        ReadRow Refused(Failure failure, CellValue at) => new(at.Address, default, failure, false);

        if (!state.IsBlank)
        {
            if (WorkbookPlan.StateOf(state.Text) is not { } answer)
                return Refused(WorkbookFailures.UnknownChoice.On("state", indicator.Name, Clip(state.Text)), state);
            var figure = !value.IsBlank || (WorkbookPlan.IsPair(indicator) && !below.IsBlank);
            return figure ? Refused(CellFailures.NoValueExpected.On("state", indicator.Name), value) : Done(new RawEntry(answer), state);
        }

        if (WorkbookPlan.IsPair(indicator)) return Pair(indicator, value, below, language, Done, Refused);
        if (IsUnknown(value)) return Refused(Unreadable(indicator, value), value);
        if (value.IsBlank) return Done(new RawEntry(CellState.NotReported), value);
        if (indicator.ValueType == IndicatorValueType.Text) return Done(new RawEntry(null, Text: Unify(value.Text)), value);
        if (WorkbookPlan.Choices(indicator).Count > 0)
        {
            return Choice(indicator, value) is { } chosen
                ? Done(new RawEntry(null, chosen), value)
                : Refused(WorkbookFailures.UnknownChoice.On("value", indicator.Name, Clip(value.Text)), value);
        }

        var read = Number(indicator, value, language, out var number);
        return read is null ? Done(new RawEntry(null, number), value, value.Kind == CellKind.Text) : Refused(read, value);
    }

    private static ReadRow Pair(
        Indicator indicator, CellValue above, CellValue below, Language language, Func<RawEntry, CellValue, bool, ReadRow> done,
        Func<Failure, CellValue, ReadRow> refused)
    {
        if (above is { IsBlank: true, IsFormula: false } && below is { IsBlank: true, IsFormula: false })
            return done(new RawEntry(CellState.NotReported), above, false);
        if (Number(indicator, above, language, out var numerator) is { } first) return refused(first, above);
        if (Number(indicator, below, language, out var denominator) is { } second) return refused(second, below);
        return done(
            new RawEntry(null, Numerator: numerator, Denominator: denominator), above,
            above.Kind == CellKind.Text || below.Kind == CellKind.Text);
    }

    private static Failure? Number(Indicator indicator, CellValue cell, Language language, out decimal? number)
    {
        number = null;
        switch (cell.Kind)
        {
            case CellKind.Number:
                number = cell.Number;
                return null;
            case CellKind.Text:
                var read = NumberInput.Read(cell.Text, language);
                number = read.Value;
                if (read.IsReadable) return null;
                return read.Suggested is { } suggested
                    ? CellFailures.AmbiguousNumber.On("value", indicator.Name, Shown(suggested, language))
                    : Unreadable(indicator, cell);
            case CellKind.Empty when !cell.IsFormula:
                return null;
            default:
                return Unreadable(indicator, cell);
        }
    }

    private static decimal? Choice(Indicator indicator, CellValue cell) => cell.Kind switch
    {
        CellKind.Boolean when indicator.ValueType == IndicatorValueType.YesNo => cell.Number,
        CellKind.Number when indicator.ValueType == IndicatorValueType.YesNo => cell.Number is 0 or 1 ? cell.Number : null,
        CellKind.Text or CellKind.Number => WorkbookPlan.NumberOf(indicator, cell.Text),
        _ => null,
    };

    /// <summary>An error of Excel, or a formula whose result was not saved.</summary>
    private static bool IsUnknown(CellValue cell) => cell.Kind == CellKind.Error || cell is { Kind: CellKind.Empty, IsFormula: true };

    private static Failure Unreadable(Indicator indicator, CellValue cell) =>
        CellFailures.Unreadable.On("value", indicator.Name, cell.Text.Length > 0 ? Clip(cell.Text) : "=");

    private static string Shown(decimal number, Language language)
    {
        var plain = number.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
        return language == Language.En ? plain : plain.Replace('.', ',');
    }

    private static string Unify(string text) => text.ReplaceLineEndings("\n");

    private static string Clip(string text) => text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "…");
}

/// <summary>What a row says.</summary>
/// <param name="Address">The cell that decides.</param>
/// <param name="Entry">What it says.</param>
/// <param name="Problem">Why it cannot be read; null where it can.</param>
/// <param name="WasText">Whether a number was kept as text.</param>
internal readonly record struct ReadRow(CellAddress Address, RawEntry Entry, Failure? Problem, bool WasText);
