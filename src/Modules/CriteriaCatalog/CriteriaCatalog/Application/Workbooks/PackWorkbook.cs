using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Spreadsheets;

namespace LearningCity.CriteriaCatalog.Application.Workbooks;

/// <summary>A workbook read as a pack, which remembers from which cell each of the pack's values came.</summary>
/// <param name="pack">The pack.</param>
/// <param name="origins">The row of each object.</param>
internal sealed partial class PackWorkbook(JsonObject pack, IReadOnlyDictionary<JsonObject, RowOrigin> origins)
{
    /// <summary>The pack, in UTF-8.</summary>
    internal byte[] Pack => Encoding.UTF8.GetBytes(pack.ToJsonString());

    /// <summary>The problem with its cell in place of its JSON path: <c>Indicators!F7</c>.</summary>
    internal Failure Placed(Failure problem) => problem.Field is { } path && Find(path) is { } place ? problem with { Field = place } : problem;

    private string? Find(string path)
    {
        JsonNode? at = pack;
        var origin = origins.GetValueOrDefault(pack);
        var rest = new List<string>();
        foreach (var step in Steps().Matches(path).Select(match => match.Value))
        {
            at = step[0] == '[' && at is JsonArray list && int.TryParse(step[1..^1], out var index) && index < list.Count ? list[index]
                : at is JsonObject item ? item[step.TrimStart('.')]
                : null;
            rest.Add(step.TrimStart('.'));
            if (at is not JsonObject found || !origins.TryGetValue(found, out var row)) continue;
            origin = row;
            rest.Clear();
        }

        return origin is null ? null : new CellPlace(origin, rest).ToString();
    }

    [GeneratedRegex(@"\.\w+|\[\d+\]")]
    private static partial Regex Steps();
}

/// <summary>The row that an object came from.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Row">Number of the row, from 1.</param>
/// <param name="Columns">Numbers of the columns by field.</param>
internal sealed record RowOrigin(string Sheet, int Row, IReadOnlyDictionary<string, int> Columns);

/// <summary>The cell of a field, or the row where no column holds it.</summary>
internal sealed record CellPlace(RowOrigin Origin, IReadOnlyList<string> Steps)
{
    public override string ToString()
    {
        // A list's item stands in the list's cell, a text without a language in its Vietnamese cell.
        for (var length = Steps.Count; length > 0; length--)
        {
            var field = string.Join('.', Steps.Take(length).Where(step => step[0] != '['));
            if (Origin.Columns.TryGetValue(field, out var column) || Origin.Columns.TryGetValue(field + ".vi", out column))
                return $"{Origin.Sheet}!{new CellAddress(Origin.Row, column)}";
        }

        return $"{Origin.Sheet}!{Origin.Row}:{Origin.Row}";
    }
}
