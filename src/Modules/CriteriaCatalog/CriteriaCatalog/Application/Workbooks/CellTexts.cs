namespace LearningCity.CriteriaCatalog.Application.Workbooks;

/// <summary>
/// Texts in cells: an empty cell is a field that is left out, so that an empty text has a sign of its own; a list is a line for each
/// item. Reading what was written gives the same texts.
/// </summary>
internal static class CellTexts
{
    private const string EmptyText = "\"\"";

    internal static string Write(string text) =>
        text.Length == 0 ? EmptyText : text.StartsWith(EmptyText, StringComparison.Ordinal) ? EmptyText + text : text;

    internal static string Read(string cell) =>
        cell == EmptyText ? "" : cell.StartsWith(EmptyText, StringComparison.Ordinal) ? cell[EmptyText.Length..] : cell;

    internal static string WriteList(IEnumerable<string> items) => string.Join('\n', items.Select(item => Write(
        item.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal))));

    internal static IEnumerable<string> ReadList(string cell) =>
        cell.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => Unescape(Read(line)));

    private static string Unescape(string line) => line
        .Replace("\\\\", "\0", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\0", "\\", StringComparison.Ordinal);
}
