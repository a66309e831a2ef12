using System.Globalization;
using System.Text.Json.Nodes;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Domain.Editing;
using Microsoft.AspNetCore.Http;

namespace LearningCity.CriteriaCatalog.Ui.Editing;

/// <summary>From the inputs of a form to a fragment of a pack. What cannot be read as what it should be stays text, for the pack's reader to name.</summary>
internal static class ItemForm
{
    /// <summary>The name of an input.</summary>
    internal static string Input(string field, params ReadOnlySpan<string> parts) =>
        parts.Length == 0 ? $"f.{field}" : $"f.{field}.{string.Join('.', parts.ToArray())}";

    /// <summary>The fragment that a form holds.</summary>
    internal static Result<JsonObject> Read(IFormCollection form, IReadOnlyList<FieldGroup> groups, Language language)
    {
        var other = form[Input(FormShapes.Other)].ToString();
        var rest = string.IsNullOrWhiteSpace(other) ? new JsonObject() : Fragments.Read(other, FormShapes.Other);
        if (!rest.Succeeded) return rest;
        var value = new JsonObject();
        foreach (var shape in groups.SelectMany(group => group.Fields))
        {
            if (Read(form, shape, language) is { } read) value[shape.Name] = read;
        }

        foreach (var (field, node) in rest.Value)
        {
            if (!value.ContainsKey(field)) value[field] = node?.DeepClone();
        }

        return value;
    }

    private static JsonNode? Read(IFormCollection form, FieldShape shape, Language language) => shape.Input switch
    {
        FieldInput.LocalLine or FieldInput.LocalLines => Local(form, shape),
        FieldInput.Number => Number(Text(form, Input(shape.Name)), language),
        FieldInput.Choices => List(form[Input(shape.Name)].Select(choice => choice ?? "")),
        FieldInput.Texts => List(Text(form, Input(shape.Name)).Split('\n')),
        FieldInput.LocalList => Rows(form, shape.Name, coded: false),
        FieldInput.CodedList => Rows(form, shape.Name, coded: true),
        _ => Text(form, Input(shape.Name)) is { Length: > 0 } text ? JsonValue.Create(text) : null,
    };

    private static JsonObject? Local(IFormCollection form, FieldShape shape)
    {
        var (vi, en) = (Text(form, Input(shape.Name, "vi")), Text(form, Input(shape.Name, "en")));
        return shape.Optional && vi.Length == 0 && en.Length == 0 ? null : new JsonObject { ["vi"] = vi, ["en"] = en };
    }

    private static JsonArray? List(IEnumerable<string> lines)
    {
        var texts = lines.Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        return texts.Count == 0 ? null : [.. texts.Select(text => JsonValue.Create(text))];
    }

    private static JsonArray? Rows(IFormCollection form, string field, bool coded)
    {
        var rows = new JsonArray();
        for (var i = 0; form.ContainsKey(Input(field, $"{i}", "vi")); i++)
        {
            var code = coded ? Text(form, Input(field, $"{i}", "code")) : "";
            var name = new JsonObject { ["vi"] = Text(form, Input(field, $"{i}", "vi")), ["en"] = Text(form, Input(field, $"{i}", "en")) };
            if (code.Length == 0 && name.All(text => text.Value!.GetValue<string>().Length == 0)) continue;
            rows.Add((JsonNode)(coded ? new JsonObject { ["code"] = code, ["name"] = name } : name));
        }

        return coded && rows.Count == 0 ? null : rows;
    }

    /// <summary>A number as it is written in the page's language; groups of three are thousands, any other separator is not guessed at.</summary>
    private static JsonValue? Number(string typed, Language language)
    {
        if (typed.Length == 0) return null;
        var culture = CultureInfo.GetCultureInfo(language == Language.En ? "en-GB" : "vi-VN");
        var text = string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter)));
        var groups = text.Split(culture.NumberFormat.NumberDecimalSeparator)[0].Split(culture.NumberFormat.NumberGroupSeparator);
        var grouped = groups.Length == 1 || (groups[0].Length is 1 or 2 or 3 && groups.Skip(1).All(group => group.Length == 3));
        return grouped && decimal.TryParse(text, NumberStyles.Number, culture, out var number) ? JsonValue.Create(number) : JsonValue.Create(typed);
    }

    private static string Text(IFormCollection form, string input) => form[input].ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
