using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using LearningCity.BuildingBlocks.Data;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;

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
        json.Text("name", content.Name);
        json.WriteString("origin", SnakeCase.Of(content.Origin));
        json.Text("source", content.Source);
        if (content.Licence is not null) json.WriteString("licence", content.Licence);
        json.Date("validFrom", content.ValidFrom);
        if (content.ValidTo is { } validTo) json.Date("validTo", validTo);
        json.WriteStartArray("levelNames");
        foreach (var name in content.LevelNames) json.Text(name);
        json.WriteEndArray();
        json.Text("indicatorName", content.IndicatorName);
        json.Objects("dimensions", content.Dimensions, WriteDimension);
        if (content.Scoring is { } scoring) WriteScoring(json, scoring);
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
            json.Text("name", node.Name);
            if (node.Confidence is { } confidence) json.WriteString("confidence", SnakeCase.Of(confidence));
            if (node.Children.Count > 0) WriteNodes(json, "children", node.Children);
            if (node.Indicators.Count > 0)
            {
                json.WriteStartArray("indicators");
                foreach (var indicator in node.Indicators) IndicatorWriter.Write(json, indicator);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDimension(Utf8JsonWriter json, Dimension dimension)
    {
        json.WriteString("code", dimension.Code);
        json.Text("name", dimension.Name);
        json.WriteStartArray("categories");
        foreach (var category in dimension.Categories) json.Coded(category.Code, category.Name);
        json.WriteEndArray();
    }

    private static void WriteScoring(Utf8JsonWriter json, SetScoring scoring)
    {
        json.WriteStartObject("scoring");
        json.WriteString("mode", SnakeCase.Of(scoring.Mode));
        json.Objects("grades", scoring.Grades, (inner, grade) =>
        {
            inner.WriteString("code", grade.Code);
            inner.Text("name", grade.Name);
            inner.Number("atLeast", grade.AtLeast);
        });
        json.WriteEndObject();
    }
}
