using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.CriteriaCatalog.Domain.Comparing;
using LearningCity.CriteriaCatalog.Ui.Editing;

namespace LearningCity.CriteriaCatalog.Ui;

/// <summary>What a field of a pack says, in words: choices by their names, days and numbers as they are written here.</summary>
internal static partial class FieldWords
{
    /// <summary>What one side of a change says.</summary>
    internal static string Of(FieldChange change, JsonNode? value, Language language)
    {
        var shape = ShapeOf(change.Path);
        return value switch
        {
            // A pack leaves out what has its usual value.
            null when shape is { Input: FieldInput.Choice, Optional: false } && FormShapes.ByName.ContainsKey(change.Path) => shape.Choices![0].Words.In(language),
            null => Display.NotApplicable,
            JsonArray list => string.Join(", ", list.Select(item => Of(shape, item!, language))),
            _ => Of(shape, value, language),
        };
    }

    private static FieldShape? ShapeOf(string path)
    {
        // A place in a list, by number or by code, says nothing of the shape.
        var steps = ListPlace().Replace(path, "").Split('.');
        var shape = FormShapes.ByName.GetValueOrDefault(steps[0]);
        foreach (var step in steps.Skip(1)) shape = shape?.Parts.FirstOrDefault(part => part.Name == step);
        return shape;
    }

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex ListPlace();

    private static string Of(FieldShape? shape, JsonNode value, Language language)
    {
        if (value is JsonValue number && number.GetValueKind() == JsonValueKind.Number && number.TryGetValue<decimal>(out var amount)) return Display.Number(amount, language);
        var text = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(CatalogWords.Readable);
        if (shape?.Choices?.FirstOrDefault(choice => choice.Value == text) is { Words: not null } known) return known.Words.In(language);
        return shape?.Input == FieldInput.Day && DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? Display.Date(day, language) : text.Length == 0 ? Display.NotApplicable : text;
    }
}
