using System.Globalization;

namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>
/// What Excel lets people enter into a block of cells. A help to whoever fills in the workbook, never a check: paste, other programs and
/// macros go round it, so whoever reads the workbook checks again.
/// </summary>
/// <param name="Range">The cells.</param>
/// <param name="Message">What Excel says when an entry does not fit (at most 255 characters are kept).</param>
public abstract record CellValidation(CellRange Range, string Message)
{
    /// <summary>Shown beside the cell while it is selected; null for nothing.</summary>
    public string? Prompt { get; init; }

    /// <summary>Whether an entry that does not fit is refused; otherwise Excel asks and lets it pass.</summary>
    public bool Refuses { get; init; } = true;

    /// <summary>One of the items, from a drop-down list.</summary>
    public static CellValidation List(CellRange range, IReadOnlyList<string> items, string message) => new OneOf(range, items, message);

    /// <summary>A whole number within bounds; null for no bound.</summary>
    public static CellValidation WholeNumber(CellRange range, decimal? least, decimal? most, string message) =>
        new Between(range, "whole", Text(least, -999_999_999_999_999m), Text(most, 999_999_999_999_999m), message);

    /// <summary>A number within bounds; null for no bound.</summary>
    public static CellValidation Number(CellRange range, decimal? least, decimal? most, string message) =>
        new Between(range, "decimal", Text(least, -999_999_999_999_999m), Text(most, 999_999_999_999_999m), message);

    /// <summary>A day within bounds, both included.</summary>
    public static CellValidation Day(CellRange range, DateOnly least, DateOnly most, string message) =>
        new Between(range, "date", Serial(least), Serial(most), message);

    /// <summary>Text of at most so many characters.</summary>
    public static CellValidation TextLength(CellRange range, int most, string message) =>
        new Between(range, "textLength", "0", Text(most, 0), message);

    /// <summary>Whatever a formula finds true, written for the first cell of the range in English function names: <c>E14&lt;=F14</c>.</summary>
    public static CellValidation Formula(CellRange range, string formula, string message) => new Holds(range, formula, message);

    private static string Text(decimal? bound, decimal otherwise) => (bound ?? otherwise).ToString(CultureInfo.InvariantCulture);

    private static string Serial(DateOnly day) => day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture);

    internal sealed record OneOf(CellRange Range, IReadOnlyList<string> Items, string Message) : CellValidation(Range, Message);

    internal sealed record Between(CellRange Range, string Type, string Least, string Most, string Message) : CellValidation(Range, Message);

    internal sealed record Holds(CellRange Range, string Expression, string Message) : CellValidation(Range, Message);
}
