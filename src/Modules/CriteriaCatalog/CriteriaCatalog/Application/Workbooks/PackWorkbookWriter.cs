using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Spreadsheets;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Packs;

namespace LearningCity.CriteriaCatalog.Application.Workbooks;

/// <summary>
/// Writes a version as a workbook: what its pack says, every kind of object on a sheet of its own. The headers say in people's words
/// and, in brackets, by the pack's own field what a column holds.
/// </summary>
internal static class PackWorkbookWriter
{
    // What Excel keeps of a number; longer ones are written as text, so that nothing is rounded.
    private const int DigitsOfExcel = 15;

    // The earliest time that a ZIP file can say.
    private static readonly DateTimeOffset FirstDayOfZip = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly CellStyle Words = new() { Format = "@", Wrap = true };

    internal static byte[] Write(SetContent content, Language language)
    {
        var rows = new Dictionary<PackTable, List<(string? Parent, JsonObject Row)>>();
        foreach (var table in PackTables.All) rows[table] = [];
        Collect(JsonNode.Parse(PackWriter.Write(content))!.AsObject(), rows);
        using var buffer = new MemoryStream();
        using (var workbook = new SpreadsheetWriter(buffer))
        {
            foreach (var table in PackTables.All) WriteSheet(workbook, table, rows[table], language);
        }

        return Undated(buffer);
    }

    /// <summary>Takes the time of writing out of the file, so that the same version gives the same bytes.</summary>
    private static byte[] Undated(MemoryStream workbook)
    {
        using (var package = new ZipArchive(workbook, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in package.Entries) entry.LastWriteTime = FirstDayOfZip;
        }

        return workbook.ToArray();
    }

    private static void Collect(JsonObject pack, Dictionary<PackTable, List<(string? Parent, JsonObject Row)>> rows)
    {
        rows[PackTables.Set].Add((null, pack));
        Add(PackTables.Levels, null, pack["levelNames"], rows);
        Add(PackTables.Dimensions, null, pack["dimensions"], rows);
        foreach (var dimension in Objects(pack["dimensions"])) Add(PackTables.Categories, Code(dimension), dimension["categories"], rows);
        Add(PackTables.Grades, null, pack["scoring"]?["grades"], rows);
        CollectNodes(null, pack["nodes"], rows);
    }

    private static void CollectNodes(string? parent, JsonNode? nodes, Dictionary<PackTable, List<(string? Parent, JsonObject Row)>> rows)
    {
        foreach (var node in Objects(nodes))
        {
            rows[PackTables.Nodes].Add((parent, node));
            foreach (var indicator in Objects(node["indicators"]))
            {
                rows[PackTables.Indicators].Add((Code(node), indicator));
                foreach (var (table, field) in PackTables.OfIndicators) Add(table, Code(indicator), indicator[field], rows);
            }

            CollectNodes(Code(node), node["children"], rows);
        }
    }

    private static void Add(PackTable table, string? parent, JsonNode? list, Dictionary<PackTable, List<(string? Parent, JsonObject Row)>> rows)
    {
        foreach (var item in Objects(list)) rows[table].Add((parent, item));
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => list is JsonArray items ? items.Select(item => item!.AsObject()) : [];

    private static string Code(JsonObject item) => item["code"]!.GetValue<string>();

    private static void WriteSheet(
        SpreadsheetWriter workbook, PackTable table, List<(string? Parent, JsonObject Row)> rows, Language language)
    {
        using var sheet = workbook.AddSheet(new SheetSettings(table.Sheet)
        {
            Widths = [.. table.AllColumns.Select(column => (double)column.Width)],
            FrozenRows = 1,
        });
        sheet.WriteHeader([.. table.AllColumns.Select(column => $"{column.Label.In(language)}\n[{column.Field}]")]);
        foreach (var (parent, row) in rows)
        {
            var cells = table.Columns.Select(column => Cell(row, column));
            sheet.WriteRow([.. table.Parent is null ? cells : cells.Prepend(CellContent.Text(parent, Words))]);
        }
    }

    private static CellContent Cell(JsonObject row, PackColumn column)
    {
        JsonNode? value = row;
        JsonObject? holder = null;
        foreach (var step in column.Steps)
        {
            holder = value as JsonObject;
            value = holder?[step];
        }

        return value is null ? CellContent.Empty() : column.Kind switch
        {
            ColumnKind.Number => Number(value.GetValue<decimal>()),
            ColumnKind.Date => Date(DateOnly.ParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ColumnKind.Switch => CellContent.Boolean(value.GetValue<bool>()),
            ColumnKind.List => CellContent.Text(CellTexts.WriteList(value.AsArray().Select(item => item!.GetValue<string>())), Words),
            _ => Text(value.GetValue<string>(), column.Steps[^1], holder!),
        };
    }

    // Of a text in two languages the sign for an empty text is needed only where both are empty: one alone says that the field is there.
    private static CellContent Text(string text, string step, JsonObject holder)
    {
        if (text.Length == 0 && (step == "en" || (step == "vi" && holder["en"]?.GetValue<string>() is { Length: > 0 }))) return CellContent.Empty();
        return CellContent.Text(CellTexts.Write(text), Words);
    }

    private static CellContent Number(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Count(char.IsAsciiDigit) <= DigitsOfExcel ? CellContent.Number(number) : CellContent.Text(text, Words);
    }

    private static CellContent Date(DateOnly day) =>
        day.Year > 1900 ? CellContent.Date(day) : CellContent.Text(day.ToString("O", CultureInfo.InvariantCulture), Words);
}
