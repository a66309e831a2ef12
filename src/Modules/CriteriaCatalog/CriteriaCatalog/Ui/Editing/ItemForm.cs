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
    /// <summary>What the box is called that takes a row out.</summary>
    internal const string Remove = "remove";

    /// <summary>The name of an input.</summary>
    internal static string Input(string field, params ReadOnlySpan<string> parts) =>
        parts.Length == 0 ? $"f.{field}" : $"f.{field}.{string.Join('.', parts.ToArray())}";

    /// <summary>The fragment that a form holds.</summary>
    internal static TypedItem Read(IFormCollection form, IReadOnlyList<FieldGroup> groups, Language language)
    {
        var value = new JsonObject();
        foreach (var shape in groups.SelectMany(group => group.Fields))
        {
            if (Read(form, shape, shape.Name, language) is { } read) value[shape.Name] = read;
        }

        var other = form[Input(FormShapes.Other)].ToString();
        if (string.IsNullOrWhiteSpace(other)) return new(value, null, []);
        var rest = Fragments.Read(other, FormShapes.Other);
        if (!rest.Succeeded) return new(value, other, rest.Failures);
        foreach (var (field, node) in rest.Value)
        {
            if (!value.ContainsKey(field)) value[field] = node?.DeepClone();
        }

        return new(value, null, []);
    }

    private static JsonNode? Read(IFormCollection form, FieldShape shape, string path, Language language) => shape.Input switch
    {
        FieldInput.LocalLine or FieldInput.LocalLines => Local(form, shape, path),
        FieldInput.Number => Number(Text(form, Input(path)), language),
        FieldInput.Choices => List(form[Input(path)].Select(choice => choice ?? "")),
        FieldInput.Texts => List(Text(form, Input(path)).Split('\n')),
        FieldInput.LocalList or FieldInput.CodedList => Names(form, shape, path),
        FieldInput.Switch => Text(form, Input(path)) == "true" ? JsonValue.Create(true) : null,
        FieldInput.Parts => Thing(form, shape, path, language),
        FieldInput.Rows => Things(form, shape, path, language),
        _ => Text(form, Input(path)) is { Length: > 0 } text ? JsonValue.Create(text) : null,
    };

    private static JsonObject? Local(IFormCollection form, FieldShape shape, string path)
    {
        var (vi, en) = (Text(form, Input(path, "vi")), Text(form, Input(path, "en")));
        return shape.Optional && vi.Length == 0 && en.Length == 0 ? null : new JsonObject { ["vi"] = vi, ["en"] = en };
    }

    private static JsonArray? List(IEnumerable<string> lines)
    {
        var texts = lines.Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        return texts.Count == 0 ? null : [.. texts.Select(text => JsonValue.Create(text))];
    }

    private static JsonArray? Names(IFormCollection form, FieldShape shape, string path)
    {
        var coded = shape.Input == FieldInput.CodedList;
        var rows = new JsonArray();
        for (var i = 0; form.ContainsKey(Input(path, $"{i}", "vi")); i++)
        {
            var code = coded ? Text(form, Input(path, $"{i}", "code")) : "";
            var name = new JsonObject { ["vi"] = Text(form, Input(path, $"{i}", "vi")), ["en"] = Text(form, Input(path, $"{i}", "en")) };
            if (code.Length == 0 && name.All(text => text.Value!.GetValue<string>().Length == 0)) continue;
            rows.Add((JsonNode)(coded ? new JsonObject { ["code"] = code, ["name"] = name } : name));
        }

        return shape.Optional && rows.Count == 0 ? null : rows;
    }

    private static JsonArray? Things(IFormCollection form, FieldShape shape, string path, Language language)
    {
        var things = new JsonArray();
        for (var i = 0; form.Keys.Any(key => key.StartsWith(Input(path, $"{i}", ""), StringComparison.Ordinal)); i++)
        {
            if (form.ContainsKey(Input(path, $"{i}", Remove))) continue;
            if (Thing(form, shape, $"{path}.{i}", language) is { } thing) things.Add((JsonNode)thing);
        }

        return things.Count == 0 ? null : things;
    }

    private static JsonObject? Thing(IFormCollection form, FieldShape shape, string path, Language language)
    {
        var thing = new JsonObject();
        var blank = true;
        foreach (var part in shape.Parts)
        {
            var read = Read(form, part, $"{path}.{part.Name}", language);
            if (read is null || (part.For is { } choice && !Says(thing, shape.Parts[0].Name, choice))) continue;
            blank = blank && IsBlank(part, read);
            thing[part.Name] = read;
        }

        return blank ? null : thing;
    }

    /// <summary>Whether a part says no more than an empty form does.</summary>
    private static bool IsBlank(FieldShape part, JsonNode value) => value switch
    {
        JsonArray list => list.Count == 0,
        JsonObject texts => texts.All(text => text.Value is JsonValue said && said.ToString().Length == 0),
        _ => part is { Input: FieldInput.Choice, Optional: false } && value.ToString() == part.Choices![0].Value,
    };

    // What nothing is chosen for yet may still be meant, but for what any choice would do.
    private static bool Says(JsonObject thing, string chooser, string choice) => thing[chooser] is { } chosen
        ? choice == FieldShape.AnyChoice || chosen.ToString() == choice
        : choice != FieldShape.AnyChoice;

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

/// <summary>What was typed into a form.</summary>
/// <param name="Value">The fragment of a pack that it makes, without the other fields where those could not be read.</param>
/// <param name="OtherText">The other fields as they were typed, where they could not be read; null otherwise.</param>
/// <param name="Failures">Why they could not.</param>
internal sealed record TypedItem(JsonObject Value, string? OtherText, IReadOnlyList<Failure> Failures);
