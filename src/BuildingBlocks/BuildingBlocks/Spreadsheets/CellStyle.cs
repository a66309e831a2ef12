namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>How a cell of a written workbook looks and whether people may change it. Equal styles are stored once.</summary>
public sealed record CellStyle
{
    /// <summary>Body text, locked where the sheet is.</summary>
    public static readonly CellStyle Plain = new();

    /// <summary>Body text that breaks into lines.</summary>
    public static readonly CellStyle Wrapped = new() { Wrap = true };

    /// <summary>A column header: bold, tinted, in lines, with a border.</summary>
    public static readonly CellStyle Header = new() { Bold = true, Wrap = true, Fill = "DCE6F1", Border = true };

    /// <summary>The title of a sheet.</summary>
    public static readonly CellStyle Title = new() { Bold = true, Points = 14 };

    /// <summary>The line of a group of rows.</summary>
    public static readonly CellStyle Group = new() { Bold = true, Fill = "F2F2F2" };

    /// <summary>A cell to fill in: unlocked, tinted, with a border.</summary>
    public static readonly CellStyle Input = new() { Unlocked = true, Fill = "FFF9E5", Border = true };

    /// <summary>Text to fill in: an input that keeps what is typed as text, also <c>001</c> or <c>1/2</c>.</summary>
    public static readonly CellStyle TextInput = Input with { Format = "@", Wrap = true };

    /// <summary>
    /// Number format as Excel writes it in its file, English separators: <c>#,##0.00</c>, <c>0%</c>, <c>dd/mm/yyyy</c>, <c>@</c> for
    /// text. Null: general, or <c>dd/mm/yyyy</c> where a date is written. Excel shows it with the reader's own separators.
    /// </summary>
    public string? Format { get; init; }

    /// <summary>Bold letters.</summary>
    public bool Bold { get; init; }

    /// <summary>Size of letters in points.</summary>
    public int Points { get; init; } = 11;

    /// <summary>Colour of letters, <c>RRGGBB</c>; null for black.</summary>
    public string? Ink { get; init; }

    /// <summary>Colour behind, <c>RRGGBB</c>; null for none.</summary>
    public string? Fill { get; init; }

    /// <summary>A thin line around.</summary>
    public bool Border { get; init; }

    /// <summary>Breaks long text into lines.</summary>
    public bool Wrap { get; init; }

    /// <summary>May be changed in a locked sheet.</summary>
    public bool Unlocked { get; init; }

    /// <summary>Steps of indentation from the left.</summary>
    public int Indent { get; init; }

    /// <summary>Set by the writer for text that would read as a formula: Excel keeps it text when somebody edits the cell.</summary>
    internal bool QuotePrefix { get; init; }
}
