using System.Globalization;

namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>
/// One cell to write: nothing, text, a number, a date or a yes/no, kept as such in the file. Values convert by themselves, so that
/// a row reads <c>sheet.WriteRow("Phường Sài Gòn", 1250, new DateOnly(2026, 6, 30))</c>.
/// </summary>
public readonly record struct CellContent
{
    // Before it, Excel counts a 29 February 1900 that never was.
    private static readonly DateTime FirstMoment = new(1900, 3, 1);

    private CellContent(CellKind kind, string content, CellStyle? style) => (Kind, Content, Style) = (kind, content, style);

    internal CellKind Kind { get; }

    /// <summary>What stands in the file; null for a cell that only has a style.</summary>
    internal string? Content { get; }

    internal CellStyle? Style { get; }

    /// <summary>No value, only a style.</summary>
    public static CellContent Empty(CellStyle? style = null) => new(CellKind.Empty, "", style);

    /// <summary>Text, never read as a formula; null or empty text is an empty cell.</summary>
    public static CellContent Text(string? text, CellStyle? style = null) =>
        string.IsNullOrEmpty(text) ? Empty(style) : new(CellKind.Text, text, style);

    /// <summary>A number; null is an empty cell.</summary>
    public static CellContent Number(decimal? number, CellStyle? style = null) =>
        number is null ? Empty(style) : new(CellKind.Number, number.Value.ToString(CultureInfo.InvariantCulture), style);

    /// <summary>A day; null is an empty cell.</summary>
    public static CellContent Date(DateOnly? day, CellStyle? style = null) =>
        Moment(day?.ToDateTime(TimeOnly.MinValue), (style ?? CellStyle.Plain) with { Format = style?.Format ?? "dd/mm/yyyy" });

    /// <summary>A day and time of the city's clock; null is an empty cell. Before March 1900 Excel has no dates: it is written as text.</summary>
    public static CellContent Moment(DateTime? moment, CellStyle? style = null)
    {
        if (moment is not { } value)
        {
            return Empty(style);
        }

        return value < FirstMoment
            ? Text(value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), style)
            : new(
                CellKind.Date,
                value.ToOADate().ToString("R", CultureInfo.InvariantCulture),
                (style ?? CellStyle.Plain) with { Format = style?.Format ?? "dd/mm/yyyy hh:mm" });
    }

    /// <summary>TRUE or FALSE; null is an empty cell.</summary>
    public static CellContent Boolean(bool? value, CellStyle? style = null) =>
        value is null ? Empty(style) : new(CellKind.Boolean, value.Value ? "1" : "0", style);

    /// <summary>Text.</summary>
    public static implicit operator CellContent(string? text) => Text(text);

    /// <summary>A number.</summary>
    public static implicit operator CellContent(decimal? number) => Number(number);

    /// <summary>A number.</summary>
    public static implicit operator CellContent(decimal number) => Number(number);

    /// <summary>A number.</summary>
    public static implicit operator CellContent(int number) => Number(number);

    /// <summary>A day.</summary>
    public static implicit operator CellContent(DateOnly day) => Date(day);

    /// <summary>A day.</summary>
    public static implicit operator CellContent(DateOnly? day) => Date(day);

    /// <summary>Yes or no.</summary>
    public static implicit operator CellContent(bool value) => Boolean(value);

    /// <summary>The same cell in another style.</summary>
    public CellContent In(CellStyle style) => new(Kind, Content ?? "", Kind == CellKind.Date ? style with { Format = style.Format ?? Style?.Format } : style);
}
