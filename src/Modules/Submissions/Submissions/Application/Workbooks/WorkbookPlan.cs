using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Text;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Application.Workbooks;

/// <summary>Where things stand in the workbook of a submission, and what they are called: one place for who writes and who reads.</summary>
internal static class WorkbookPlan
{
    /// <summary>Name of the sheet that nobody sees: which report the workbook is for.</summary>
    internal const string BindingSheet = "binding";

    internal const int CodeColumn = 1;
    internal const int NameColumn = 2;
    internal const int MeasureColumn = 3;
    internal const int BeforeColumn = 4;

    /// <summary>The value, or the numerator of a pair.</summary>
    internal const int ValueColumn = 5;

    internal const int DenominatorColumn = 6;

    /// <summary>Not applicable, not available; empty where there is a figure.</summary>
    internal const int StateColumn = 7;

    internal const int CommentColumn = 8;

    /// <summary>What is to be put right, in a workbook that is returned; nobody reads it. It stands behind the column of consolidated figures.</summary>
    internal const int RemarkColumn = 10;

    /// <summary>The row of column headers; sections and indicators follow.</summary>
    internal const int HeaderRow = 5;

    internal static readonly LocalText FormSheet = new("Biểu 1", "Form 1");

    internal static readonly IReadOnlyList<LocalText> Headers =
    [
        new("Mã", "Code"), new("Chỉ số", "Indicator"), new("Đơn vị tính", "Unit of measure"), new("Kỳ trước", "Last period"),
        new("Kỳ này (hoặc tử số)", "This period (or numerator)"), new("Mẫu số", "Denominator"),
        new("Nếu không có số liệu", "If there is no figure"), new("Ghi chú", "Comment"),
        new("Số tổng hợp từ cấp dưới (chỉ xem)", "Consolidated from below (read only)"),
    ];

    /// <summary>Header of the column that a workbook is returned with.</summary>
    internal static readonly LocalText RemarkHeader = new("Cần xử lý", "To resolve");

    private static readonly LocalText NotApplicable = new("Không áp dụng", "Not applicable");
    private static readonly LocalText NotAvailable = new("Không có số liệu", "Not available");
    private static readonly LocalText Yes = new("Có", "Yes");
    private static readonly LocalText No = new("Không", "No");

    internal static bool IsPair(Indicator indicator) => indicator.ValueType is IndicatorValueType.Percent or IndicatorValueType.Ratio;

    internal static bool IsNumber(Indicator indicator) =>
        IsPair(indicator) || indicator.ValueType is IndicatorValueType.Count or IndicatorValueType.Amount;

    /// <summary>The two answers that stand in place of a figure.</summary>
    internal static IReadOnlyList<string> States(Language language) => [NotApplicable.In(language), NotAvailable.In(language)];

    /// <summary>The answer of the state column in either language; null where it is neither.</summary>
    internal static CellState? StateOf(string text) =>
        IsOneOf(text, NotApplicable) ? CellState.NotApplicable : IsOneOf(text, NotAvailable) ? CellState.NotAvailable : null;

    internal static string? TextOf(CellState state, Language language) => state switch
    {
        CellState.NotApplicable => NotApplicable.In(language),
        CellState.NotAvailable => NotAvailable.In(language),
        _ => null,
    };

    /// <summary>What can be chosen for an indicator, in order; empty where it is not chosen from a list.</summary>
    internal static IReadOnlyList<LocalText> Choices(Indicator indicator) => indicator.ValueType switch
    {
        IndicatorValueType.YesNo => [No, Yes],
        IndicatorValueType.Level or IndicatorValueType.Rating => [.. indicator.Levels.Select(level => level.Name)],
        _ => [],
    };

    /// <summary>The text of a choice for the number that a cell keeps.</summary>
    internal static string? ChoiceOf(Indicator indicator, decimal? number, Language language)
    {
        var at = indicator.ValueType == IndicatorValueType.Rating
            ? indicator.Levels.ToList().FindIndex(level => level.Code == number?.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture))
            : number is >= 0 and < int.MaxValue and { } place ? (int)place : -1;
        var choices = Choices(indicator);
        return at >= 0 && at < choices.Count ? choices[at].In(language) : null;
    }

    /// <summary>The number that a cell keeps for a chosen text, in either language or as its code; null where it is none of them.</summary>
    internal static decimal? NumberOf(Indicator indicator, string text)
    {
        var choices = Choices(indicator);
        for (var at = 0; at < choices.Count; at++)
        {
            var code = indicator.ValueType == IndicatorValueType.YesNo ? null : indicator.Levels[at].Code;
            if (!IsOneOf(text, choices[at]) && !string.Equals(text.Trim(), code, StringComparison.OrdinalIgnoreCase)) continue;
            if (indicator.ValueType != IndicatorValueType.Rating) return at;
            return decimal.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var rating) ? rating : null;
        }

        return null;
    }

    private static bool IsOneOf(string text, LocalText name)
    {
        var folded = SearchText.Fold(text);
        return folded.Length > 0 && (folded == SearchText.Fold(name.Vi) || folded == SearchText.Fold(name.En));
    }
}
