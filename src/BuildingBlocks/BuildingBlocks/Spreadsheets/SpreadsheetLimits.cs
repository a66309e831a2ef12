namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>How much of a workbook is read. What goes beyond is refused before it is unpacked into memory.</summary>
public sealed record SpreadsheetLimits
{
    /// <summary>For files that people upload.</summary>
    public static readonly SpreadsheetLimits Default = new();

    /// <summary>Bytes of the file: 20 MB.</summary>
    public long FileBytes { get; init; } = 20L << 20;

    /// <summary>Bytes of one part after unpacking: 64 MB.</summary>
    public long PartBytes { get; init; } = 64L << 20;

    /// <summary>Bytes of all parts after unpacking: 128 MB.</summary>
    public long TotalBytes { get; init; } = 128L << 20;

    /// <summary>Parts of the package.</summary>
    public int Parts { get; init; } = 1_000;

    /// <summary>Rows of one sheet that hold cells.</summary>
    public int Rows { get; init; } = 100_000;

    /// <summary>Cells of one row.</summary>
    public int CellsPerRow { get; init; } = 1_000;

    /// <summary>Different texts that sheets share.</summary>
    public int SharedTexts { get; init; } = 500_000;
}
