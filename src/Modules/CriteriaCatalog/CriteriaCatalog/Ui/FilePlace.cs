using System.Text.RegularExpressions;

namespace LearningCity.CriteriaCatalog.Ui;

/// <summary>Where in a file a problem is: a cell or a row of a sheet, or the path in a pack.</summary>
/// <param name="Sheet">The sheet, or in a pack the path; null where the whole file is meant.</param>
/// <param name="Row">The row; null where the whole sheet is meant.</param>
/// <param name="Column">The column; null where the whole row is meant.</param>
internal sealed partial record FilePlace(string? Sheet, string? Row, string? Column)
{
    /// <summary>Reads <c>Indicators!F7</c>, <c>Indicators!7:7</c>, <c>Indicators</c> or <c>$.nodes[0]</c>.</summary>
    internal static FilePlace Of(string? field)
    {
        if (field is null || Cells().Match(field) is not { Success: true } cell) return new(field, null, null);
        var column = cell.Groups["column"].Value;
        return new(cell.Groups["sheet"].Value, cell.Groups["row"].Value, column.Length == 0 ? null : column);
    }

    [GeneratedRegex("^(?<sheet>[^!]+)!(?<column>[A-Z]*)(?<row>[0-9]+)(:[0-9]+)?$")]
    private static partial Regex Cells();
}
