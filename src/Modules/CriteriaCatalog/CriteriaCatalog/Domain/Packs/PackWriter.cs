using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.CriteriaCatalog.Domain.Packs;

/// <summary>
/// Writes a version in the product's own pack format (docs/criteria-set-pack.schema.json), in its one canonical form: fields in a
/// fixed order, what has its usual value left out, two blanks of indentation, line feeds. Equal contents make equal bytes.
/// </summary>
internal static class PackWriter
{
    internal const string Format = "learningcity-criteria-set/1";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",

        // A pack is a file that people read and compare, never a part of a page: letters and quotation marks stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The pack, in UTF-8, with a line feed at its end.</summary>
    internal static byte[] Write(SetContent content)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            WriteSet(json, content);
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>SHA-256 of the pack, in hexadecimal.</summary>
    internal static string Hash(SetContent content) => Convert.ToHexStringLower(SHA256.HashData(Write(content)));

    private static void WriteSet(Utf8JsonWriter json, SetContent content)
    {
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("code", content.Code);
        json.WriteNumber("version", content.Number);
        Text(json, "name", content.Name);
        json.WriteString("origin", SnakeCase.Of(content.Origin));
        Text(json, "source", content.Source);
        if (content.Licence is not null) json.WriteString("licence", content.Licence);
        Date(json, "validFrom", content.ValidFrom);
        if (content.ValidTo is { } validTo) Date(json, "validTo", validTo);
        json.WriteStartArray("levelNames");
        foreach (var name in content.LevelNames) Text(json, name);
        json.WriteEndArray();
        Text(json, "indicatorName", content.IndicatorName);
        WriteNodes(json, "nodes", content.Nodes);
        json.WriteEndObject();
    }

    private static void WriteNodes(Utf8JsonWriter json, string field, IReadOnlyList<ContentNode> nodes)
    {
        json.WriteStartArray(field);
        foreach (var node in nodes)
        {
            json.WriteStartObject();
            json.WriteString("code", node.Code);
            Text(json, "name", node.Name);
            if (node.Confidence is { } confidence) json.WriteString("confidence", SnakeCase.Of(confidence));
            if (node.Children.Count > 0) WriteNodes(json, "children", node.Children);
            if (node.Indicators.Count > 0)
            {
                json.WriteStartArray("indicators");
                foreach (var indicator in node.Indicators) WriteIndicator(json, indicator);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIndicator(Utf8JsonWriter json, IndicatorDefinition indicator)
    {
        json.WriteStartObject();
        json.WriteString("code", indicator.Code);
        if (indicator.Predecessor is not null) json.WriteString("predecessor", indicator.Predecessor);
        Text(json, "name", indicator.Name);
        json.WriteString("valueType", SnakeCase.Of(indicator.ValueType));
        Text(json, "measureUnit", indicator.MeasureUnit);
        if (indicator.Decimals != 0) json.WriteNumber("decimals", indicator.Decimals);
        Unless(json, "direction", indicator.Direction, Direction.Higher);
        json.WriteString("aggregation", SnakeCase.Of(indicator.Aggregation));
        Unless(json, "ownValue", indicator.OwnValue, OwnValue.Replace);
        Unless(json, "dataSource", indicator.DataSource, IndicatorDataSource.OfficialData);
        Unless(json, "counting", indicator.Counting, IndicatorCounting.Things);
        Unless(json, "accumulation", indicator.Accumulation, IndicatorAccumulation.Neither);
        Text(json, "numerator", indicator.Numerator);
        Text(json, "denominator", indicator.Denominator);
        if (indicator.Factor is { } factor) json.WriteNumber("factor", factor);
        if (indicator.Levels.Count > 0) WriteLevels(json, indicator.Levels);
        Texts(json, "reporterTypes", indicator.ReporterTypes);
        if (indicator.Target is { } target) json.WriteNumber("target", target);
        Text(json, "evidenceHint", indicator.EvidenceHint);
        if (indicator.Confidence is { } confidence) json.WriteString("confidence", SnakeCase.Of(confidence));
        Texts(json, "references", indicator.References);
        json.WriteEndObject();
    }

    private static void WriteLevels(Utf8JsonWriter json, IReadOnlyList<LevelOption> levels)
    {
        json.WriteStartArray("levels");
        foreach (var level in levels)
        {
            json.WriteStartObject();
            json.WriteString("code", level.Code);
            Text(json, "name", level.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string field, LocalText? text)
    {
        if (text is null) return;
        json.WritePropertyName(field);
        Text(json, text);
    }

    private static void Text(Utf8JsonWriter json, LocalText text)
    {
        json.WriteStartObject();
        json.WriteString("vi", text.Vi);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string field, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        json.WriteStartArray(field);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Date(Utf8JsonWriter json, string field, DateOnly date) =>
        json.WriteString(field, date.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    private static void Unless<TEnum>(Utf8JsonWriter json, string field, TEnum value, TEnum usual)
        where TEnum : struct, Enum
    {
        if (!EqualityComparer<TEnum>.Default.Equals(value, usual)) json.WriteString(field, SnakeCase.Of(value));
    }
}
