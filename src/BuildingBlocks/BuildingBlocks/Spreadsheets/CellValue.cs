using System.Globalization;

namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>Text, also a number that was typed into a cell of text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number that its format shows as a date or time.</summary>
    Date,

    /// <summary>TRUE or FALSE.</summary>
    Boolean,

    /// <summary>An error that Excel shows, such as <c>#DIV/0!</c>.</summary>
    Error,
}

/// <summary>A cell that was read.</summary>
/// <param name="Address">Where.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">The text of text and errors; of other kinds, the value in invariant form. Empty for an empty cell.</param>
/// <param name="Number">The number of numbers (at most the 15 digits that Excel keeps) and dates (their serial number).</param>
/// <param name="Moment">The date and time of a date.</param>
/// <param name="IsFormula">Whether the value is the remembered result of a formula.</param>
public readonly record struct CellValue(CellAddress Address, CellKind Kind, string Text, decimal Number, DateTime Moment, bool IsFormula)
{
    /// <summary>Whether there is nothing but spaces.</summary>
    public bool IsBlank => Kind == CellKind.Empty || (Kind == CellKind.Text && string.IsNullOrWhiteSpace(Text));

    /// <summary>The day of a date, or null.</summary>
    public DateOnly? Day => Kind == CellKind.Date ? DateOnly.FromDateTime(Moment) : null;

    /// <summary>Whether TRUE stands there.</summary>
    public bool IsTrue => Kind == CellKind.Boolean && Number == 1;

    internal static CellValue Blank(CellAddress address, bool formula = false) => new(address, CellKind.Empty, "", 0, default, formula);

    internal static CellValue OfText(CellAddress address, string text, bool formula) =>
        text.Length == 0 ? Blank(address, formula) : new(address, CellKind.Text, text, 0, default, formula);

    internal static CellValue OfNumber(CellAddress address, decimal number, bool formula) =>
        new(address, CellKind.Number, number.ToString(CultureInfo.InvariantCulture), number, default, formula);

    internal static CellValue OfMoment(CellAddress address, decimal serial, DateTime moment, bool formula) =>
        new(address, CellKind.Date, moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), serial, moment, formula);

    internal static CellValue OfBoolean(CellAddress address, bool value, bool formula) =>
        new(address, CellKind.Boolean, value ? "TRUE" : "FALSE", value ? 1 : 0, default, formula);

    internal static CellValue OfError(CellAddress address, string text, bool formula) => new(address, CellKind.Error, text, 0, default, formula);
}

/// <summary>A row that was read; cells without value or style are not there.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Cells">In the order of the file.</param>
public sealed record SheetRow(int Number, IReadOnlyList<CellValue> Cells)
{
    /// <summary>The cell of a column (from 1); an empty one where the file has none.</summary>
    public CellValue this[int column]
    {
        get
        {
            foreach (var cell in Cells)
            {
                if (cell.Address.Column == column)
                {
                    return cell;
                }
            }

            return CellValue.Blank(new CellAddress(Number, column));
        }
    }

    /// <summary>Whether no cell holds anything.</summary>
    public bool IsBlank => Cells.All(cell => cell.IsBlank);
}
