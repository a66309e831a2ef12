using System.Reflection;

namespace LearningCity.UnitRegistry.Application.Packs;

/// <summary>
/// Reads a table of the built-in registry: an embedded file of comma-separated values without quotes, a line of column names first,
/// lines that begin with # aside (they name source and licence).
/// </summary>
internal static class PackTable
{
    internal static IEnumerable<IReadOnlyDictionary<string, string>> Read(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"LearningCity.UnitRegistry.Data.{name}")
            ?? throw new InvalidOperationException($"The built-in registry lacks {name}.");
        using var reader = new StreamReader(stream);
        string[]? columns = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split(',');
            if (columns is null)
            {
                columns = cells;
                continue;
            }

            if (cells.Length != columns.Length) throw new InvalidOperationException($"{name} has a line of {cells.Length} cells: {line}");
            yield return columns.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second);
        }
    }
}
