using System.Globalization;
using System.Text;
using LearningCity.Analytics.Application.Figures;
using LearningCity.BuildingBlocks.Data;

namespace LearningCity.Analytics.Application.Export;

/// <summary>A column of the open-data file: what it is called, what it holds, what it means.</summary>
internal sealed record ExportField(string Name, string Type, string Description, Func<FigureContext, FigureItem, object?> Read)
{
    /// <summary>All columns, in order. The file and its description are both made of this.</summary>
    internal static IReadOnlyList<ExportField> All { get; } =
    [
        new("period", "string", "Code of the reporting period", (on, _) => on.Period),
        new("edition", "string", "The edition; live for what is not sealed", (on, _) => on.Edition),
        new("tree_date", "date", "The date whose territory units are of", (on, _) => on.TreeDate),
        new("relation", "string", "Relation along which figures are rolled up", (on, _) => SnakeCase.Of(on.Relation)),
        new("unit_code", "string", "Code of the unit on the tree date; empty for what lies outside the tree", (_, row) => row.UnitCode),
        new("unit_vi", "string", "Name of the unit in Vietnamese", (_, row) => row.UnitName.Vi),
        new("unit_en", "string", "Name of the unit in English", (_, row) => row.UnitName.En),
        new("indicator", "string", "Code of the indicator", (_, row) => row.Indicator),
        new("indicator_vi", "string", "What is measured, in Vietnamese", (_, row) => row.IndicatorName.Vi),
        new("indicator_en", "string", "What is measured, in English", (_, row) => row.IndicatorName.En),
        new("disaggregation", "string", "Key of the disaggregation; empty for the total", (_, row) => row.Disaggregation),
        new("state", "string", "value, not_applicable, not_available or not_reported", (_, row) => SnakeCase.Of(row.State)),
        new("value", "number", "The figure; percentages and shares as 0 to 100; empty where there is none", (_, row) => row.Value),
        new("measure_unit_vi", "string", "Unit of measure in Vietnamese", (_, row) => row.MeasureUnit.Vi),
        new("measure_unit_en", "string", "Unit of measure in English", (_, row) => row.MeasureUnit.En),
        new("numerator", "number", "Numerator of a ratio, or how many said yes", (_, row) => row.Numerator),
        new("denominator", "number", "Denominator of a ratio, or how many answered", (_, row) => row.Denominator),
        new("values", "integer", "Approved values in the figure", (_, row) => row.Values),
        new("expected", "integer", "Units that owe the figure", (_, row) => row.Expected),
        new("reported", "integer", "Of these, units that handed it in", (_, row) => row.Reported),
        new("approved", "integer", "Of these, units whose answer is approved", (_, row) => row.Approved),
        new("provisional", "boolean", "Whether a unit's own figure is awaited", (_, row) => row.Provisional),
        new("estimates", "integer", "Values that were divided by recorded shares", (_, row) => row.Estimates),
        new("not_convertible", "integer", "Values that partly belong here and count further up only", (_, row) => row.NotConvertible),
        new("target", "number", "Value to reach; empty where none is set", (_, row) => row.Target?.Value),
        new("target_met", "boolean", "Whether it is reached; empty where there is nothing to compare", (_, row) => row.Target?.IsMet),
        new("trace_code", "string", "Code by which the figure is traced back to its reports", (_, row) => row.TraceCode),
    ];

    /// <summary>The file as RFC 4180 describes it: commas, quotes doubled, lines ended by CR LF; UTF-8.</summary>
    internal static string Csv(FigureExport export) => Csv(export.Rows.Select(row => (export.Context, row)));

    /// <summary>The same of figures that each have a context of their own.</summary>
    internal static string Csv(IEnumerable<(FigureContext Context, FigureItem Row)> rows)
    {
        var csv = new StringBuilder();
        csv.AppendJoin(',', All.Select(field => field.Name)).Append("\r\n");
        foreach (var (context, row) in rows) csv.AppendJoin(',', All.Select(field => Cell(field.Read(context, row)))).Append("\r\n");
        return csv.ToString();
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Text(text),
        bool flag => flag ? "true" : "false",
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Text(value.ToString() ?? ""),
    };

    // A spreadsheet takes a text that begins so for a formula (OWASP, CSV injection).
    private static string Text(string text)
    {
        if (text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal)) text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
