using System.Globalization;

namespace LearningCity.BuildingBlocks.Spreadsheets;

/// <summary>Where a cell is, as people see it: <c>E14</c>.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 1; column A is 1.</param>
public readonly record struct CellAddress(int Row, int Column)
{
    /// <summary>The last row a sheet can have (ECMA-376, Excel's own limit).</summary>
    public const int LastRow = 1_048_576;

    /// <summary>The last column a sheet can have: XFD.</summary>
    public const int LastColumn = 16_384;

    /// <summary>The letters of a column: 1 is A, 27 is AA.</summary>
    public static string ColumnName(int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(column, LastColumn);
        Span<char> letters = stackalloc char[3];
        var at = letters.Length;
        for (; column > 0; column = (column - 1) / 26)
        {
            letters[--at] = (char)('A' + ((column - 1) % 26));
        }

        return new string(letters[at..]);
    }

    /// <summary>Reads <c>E14</c>; false for anything that is not a cell of a sheet.</summary>
    public static bool TryParse(string? text, out CellAddress address)
    {
        address = default;
        if (text is null || text.Length is < 2 or > 10)
        {
            return false;
        }

        var letters = 0;
        var column = 0;
        while (letters < text.Length && char.IsAsciiLetterUpper(text[letters]))
        {
            column = (column * 26) + (text[letters++] - 'A' + 1);
            if (column > LastColumn)
            {
                return false;
            }
        }

        if (letters == 0
            || !int.TryParse(text.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            || row is < 1 or > LastRow)
        {
            return false;
        }

        address = new CellAddress(row, column);
        return true;
    }

    /// <summary>The address with both parts fixed, for formulas: <c>$E$14</c>.</summary>
    public string Absolute => $"${ColumnName(Column)}${Row.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>As people see it: <c>E14</c>.</summary>
    public override string ToString() => ColumnName(Column) + Row.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A block of cells, both corners included.</summary>
/// <param name="First">Top left.</param>
/// <param name="Last">Bottom right.</param>
public readonly record struct CellRange(CellAddress First, CellAddress Last)
{
    /// <summary>One cell.</summary>
    public static implicit operator CellRange(CellAddress address) => new(address, address);

    /// <summary>One cell, for languages without implicit conversion.</summary>
    public static CellRange FromCellAddress(CellAddress address) => address;

    /// <summary>As formulas write it: <c>E14</c> or <c>E14:E20</c>.</summary>
    public override string ToString() => First == Last ? First.ToString() : $"{First}:{Last}";
}
