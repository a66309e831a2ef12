using System.Text.Json;
using System.Text.Json.Nodes;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Domain.Packs;

namespace LearningCity.CriteriaCatalog.Domain.Editing;

/// <summary>Reads and takes out fragments of packs.</summary>
internal static class Fragments
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>The object that a text holds.</summary>
    /// <param name="text">JSON.</param>
    /// <param name="field">Who sent it, for the refusal.</param>
    internal static Result<JsonObject> Read(string text, string field)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object && WholeText.IsIn(document.RootElement)
                ? JsonObject.Create(document.RootElement.Clone())!
                : EditFailures.NotAnObject.On(field);
        }
        catch (JsonException)
        {
            return EditFailures.NotAnObject.On(field);
        }
    }

    /// <summary>What an item says, as the fragment of the pack that it is, without what stands below it; null if there is no such item.</summary>
    internal static JsonObject? Of(SetContent content, ItemKind kind, string code)
    {
        if (new DraftDocument(content).Find(kind, code)?.Value.DeepClone() is not JsonObject value) return null;
        if (kind == ItemKind.Node)
        {
            foreach (var field in DraftDocument.BranchFields) value.Remove(field);
        }

        return value;
    }

    /// <summary>What the version says of itself, without its tree.</summary>
    internal static JsonObject OfSet(SetContent content)
    {
        var value = JsonNode.Parse(PackWriter.Write(content))!.AsObject();
        foreach (var field in DraftDocument.FixedFields) value.Remove(field);
        return value;
    }
}
