using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.CriteriaCatalog.Domain.Comparing;
using LearningCity.CriteriaCatalog.Ui.Editing;

namespace LearningCity.CriteriaCatalog.Ui;

/// <summary>What a field of a pack says, in words: choices by their names, days and numbers as they are written here.</summary>
internal static class FieldWords
{
    private static readonly Dictionary<string, FieldShape> Shapes = FormShapes.Set.Concat(FormShapes.Node).Concat(FormShapes.Indicator)
        .SelectMany(group => group.Fields).DistinctBy(field => field.Name).ToDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>What one side of a change says.</summary>
    internal static string Of(FieldChange change, JsonNode? value, Language language)
    {
        var shape = Shapes.GetValueOrDefault(change.Path);
        return value switch
        {
            // A pack leaves out what has its usual value.
            null when shape is { Input: FieldInput.Choice, Optional: false } => shape.Choices![0].Words.In(language),
            null => Display.NotApplicable,
            JsonArray list => string.Join(", ", list.Select(item => Of(shape, item!, language))),
            _ => Of(shape, value, language),
        };
    }

    private static string Of(FieldShape? shape, JsonNode value, Language language)
    {
        if (value is JsonValue number && number.GetValueKind() == JsonValueKind.Number && number.TryGetValue<decimal>(out var amount)) return Display.Number(amount, language);
        var text = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(CatalogWords.Readable);
        if (shape?.Choices?.FirstOrDefault(choice => choice.Value == text) is { Words: not null } known) return known.Words.In(language);
        return shape?.Input == FieldInput.Day && DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? Display.Date(day, language) : text.Length == 0 ? Display.NotApplicable : text;
    }
}
