using System.Globalization;
using System.Text.Json.Nodes;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Spreadsheets;
using LearningCity.CriteriaCatalog.Domain.Packs;

namespace LearningCity.CriteriaCatalog.Application.Workbooks;

/// <summary>
/// Reads a workbook into a pack: rows become objects, and what they say is judged as a pack is. Here only what keeps the rows from being
/// put together is refused, all of it at once, each with its cell.
/// </summary>
internal sealed class PackWorkbookReader
{
    private const int DeepestTree = 8;

    // A set has at most 2,000 indicators; each may have a few rows on the other sheets.
    private static readonly SpreadsheetLimits Limits = new()
    {
        FileBytes = 4L << 20,
        PartBytes = 32L << 20,
        TotalBytes = 64L << 20,
        Rows = 50_000,
        CellsPerRow = 200,
    };

    private readonly JsonObject _pack = new() { ["format"] = PackWriter.Format, ["levelNames"] = new JsonArray(), ["nodes"] = new JsonArray() };
    private readonly Dictionary<JsonObject, RowOrigin> _origins = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, JsonObject> _dimensions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (JsonObject Node, int Depth)> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> _indicators = new(StringComparer.Ordinal);
    private readonly List<Failure> _problems = [];
    private int _sets;

    private PackWorkbookReader()
    {
    }

    internal static Result<PackWorkbook> Read(ReadOnlyMemory<byte> file)
    {
        using var stream = new MemoryStream(file.ToArray(), writable: false);
        var opened = SpreadsheetReader.Open(stream, Limits);
        if (!opened.Succeeded) return Result<PackWorkbook>.Failed(opened.Failures);
        using var workbook = opened.Value;
        var reader = new PackWorkbookReader();
        foreach (var table in PackTables.All) reader.ReadSheet(workbook, table);
        if (reader._sets != 1 && reader._problems.Count == 0)
            reader._problems.Add(WorkbookFailures.OneSetOnly.On(PackTables.Set.Sheet, PackTables.Set.Sheet));
        return reader._problems.Count > 0
            ? Result<PackWorkbook>.Failed(reader._problems)
            : new PackWorkbook(reader._pack, reader._origins);
    }

    private void ReadSheet(SpreadsheetReader workbook, PackTable table)
    {
        // What a set may do without may be left out as a sheet.
        var needed = table == PackTables.Set || table == PackTables.Nodes || table == PackTables.Indicators || table == PackTables.Levels;
        if (!needed && workbook.Sheets.All(sheet => !string.Equals(sheet.Name, table.Sheet, StringComparison.OrdinalIgnoreCase))) return;
        Dictionary<string, int>? columns = null;
        var read = workbook.ReadRows(table.Sheet, row =>
        {
            if (row.IsBlank) return;
            if (columns is null) columns = Header(table, row);
            else ReadRow(table, row, columns);
        });
        _problems.AddRange(read.Failures.Select(failure => failure with { Field = table.Sheet }));
    }

    private Dictionary<string, int> Header(PackTable table, SheetRow row)
    {
        var known = table.AllColumns.Select(column => column.Field).ToHashSet(StringComparer.Ordinal);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var cell in row.Cells.Where(cell => !cell.IsBlank))
        {
            var (open, close) = (cell.Text.LastIndexOf('['), cell.Text.LastIndexOf(']'));
            var field = open >= 0 && close > open ? cell.Text[(open + 1)..close] : cell.Text.Trim();
            var at = $"{table.Sheet}!{cell.Address}";
            if (!known.Contains(field)) _problems.Add(WorkbookFailures.ColumnUnknown.On(at, table.Sheet, field));
            else if (!columns.TryAdd(field, cell.Address.Column)) _problems.Add(WorkbookFailures.ColumnRepeated.On(at, field));
        }

        return columns;
    }

    private void ReadRow(PackTable table, SheetRow row, Dictionary<string, int> columns)
    {
        var item = table == PackTables.Set ? _pack : [];
        _origins[item] = new RowOrigin(table.Sheet, row.Number, columns);
        foreach (var column in table.Columns)
        {
            if (!columns.TryGetValue(column.Field, out var number)) continue;
            var cell = row[number];
            if (cell.Kind == CellKind.Error) _problems.Add(WorkbookFailures.CellHasError.On($"{table.Sheet}!{cell.Address}", cell.Text));
            else if (!cell.IsBlank) Put(item, column, Value(cell, column.Kind));
        }

        var parent = table.Parent is { } above && columns.TryGetValue(above.Field, out var place) ? row[place] : default;
        Attach(table, item, parent.IsBlank ? null : parent.Text.Trim(), $"{table.Sheet}!{row.Number}:{row.Number}");
    }

    private static void Put(JsonObject item, PackColumn column, JsonNode value)
    {
        foreach (var step in column.Steps.SkipLast(1)) item = (item[step] ??= new JsonObject()).AsObject();
        item[column.Steps[^1]] = value;
    }

    // What does not fit its column goes on as text and is refused with all else that a pack must not say.
    private static JsonNode Value(CellValue cell, ColumnKind kind) => kind switch
    {
        ColumnKind.Number when cell.Kind == CellKind.Number => JsonValue.Create(cell.Number),
        ColumnKind.Number when decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        ColumnKind.Switch when cell.Kind == CellKind.Boolean => JsonValue.Create(cell.IsTrue),
        ColumnKind.List => new JsonArray([.. CellTexts.ReadList(cell.Text).Select(item => (JsonNode)JsonValue.Create(item))]),
        _ => JsonValue.Create(CellTexts.Read(cell.Text)),
    };

    private void Attach(PackTable table, JsonObject item, string? parent, string at)
    {
        if (table == PackTables.Set) _sets++;
        else if (table == PackTables.Levels) _pack["levelNames"]!.AsArray().Add((JsonNode)item);
        else if (table == PackTables.Grades) List((_pack["scoring"] ??= new JsonObject()).AsObject(), "grades").Add((JsonNode)item);
        else if (table == PackTables.Nodes) AttachNode(item, parent, at);
        else if (table == PackTables.Dimensions)
        {
            item["categories"] = new JsonArray();
            List(_pack, "dimensions").Add((JsonNode)item);
            if (CodeOf(item) is { } code) _dimensions.TryAdd(code, item);
        }
        else if (table == PackTables.Categories) AttachTo(_dimensions, PackTables.Dimensions, "categories", item, parent, at);
        else if (table == PackTables.Indicators)
        {
            if (parent is null || !_nodes.TryGetValue(parent, out var node)) Orphan(parent, PackTables.Nodes, at);
            else List(node.Node, "indicators").Add((JsonNode)item);
            if (CodeOf(item) is { } code) _indicators.TryAdd(code, item);
        }
        else
        {
            var field = PackTables.OfIndicators.First(list => list.Table == table).Field;
            AttachTo(_indicators, PackTables.Indicators, field, item, parent, at);
        }
    }

    private void AttachNode(JsonObject item, string? parent, string at)
    {
        var depth = 1;
        if (parent is null)
        {
            _pack["nodes"]!.AsArray().Add((JsonNode)item);
        }
        else if (!_nodes.TryGetValue(parent, out var above))
        {
            Orphan(parent, PackTables.Nodes, at);
        }
        else if ((depth = above.Depth + 1) > DeepestTree)
        {
            _problems.Add(WorkbookFailures.TooDeep.On(at, DeepestTree));
        }
        else
        {
            List(above.Node, "children").Add((JsonNode)item);
        }

        if (CodeOf(item) is { } code) _nodes.TryAdd(code, (item, depth));
    }

    private void AttachTo(Dictionary<string, JsonObject> owners, PackTable table, string field, JsonObject item, string? parent, string at)
    {
        if (parent is not null && owners.TryGetValue(parent, out var owner)) List(owner, field).Add((JsonNode)item);
        else Orphan(parent, table, at);
    }

    private void Orphan(string? parent, PackTable table, string at) => _problems.Add(WorkbookFailures.ParentUnknown.On(at, parent ?? "", table.Sheet));

    private static JsonArray List(JsonObject owner, string field) => (owner[field] ??= new JsonArray()).AsArray();

    private static string? CodeOf(JsonObject item) => item["code"]?.GetValue<string>();
}
