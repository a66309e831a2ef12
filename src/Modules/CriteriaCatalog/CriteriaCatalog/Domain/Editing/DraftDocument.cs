using System.Text.Json.Nodes;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Domain.Packs;

namespace LearningCity.CriteriaCatalog.Domain.Editing;

/// <summary>A draft's pack while it is being edited. It knows the shape of the tree and nothing of what its items say.</summary>
internal sealed class DraftDocument
{
    private const string Nodes = "nodes";
    private const string Children = "children";
    private const string Indicators = "indicators";
    private const string Code = "code";

    private readonly JsonObject _pack;

    internal DraftDocument(SetContent content) => _pack = JsonNode.Parse(PackWriter.Write(content))!.AsObject();

    /// <summary>The version's own fields.</summary>
    internal JsonObject Set => _pack;

    /// <summary>Fields that hold what stands below an item.</summary>
    internal static IReadOnlyList<string> BranchFields { get; } = [Children, Indicators];

    /// <summary>Fields of a set that no edit changes: they say which version this is, or hold the tree.</summary>
    internal static IReadOnlyList<string> FixedFields { get; } = ["format", Code, "version", Nodes];

    /// <summary>What the document says now, read and checked as any pack is.</summary>
    internal Result<SetContent> Read() => PackReader.Read(System.Text.Encoding.UTF8.GetBytes(_pack.ToJsonString()));

    /// <summary>An item by its code; null if there is none.</summary>
    internal PlacedItem? Find(ItemKind kind, string code) =>
        Items().FirstOrDefault(item => item.Kind == kind && CodeOf(item.Value) == code);

    /// <summary>Puts an item into a list of the tree; false if the parent is missing.</summary>
    internal bool Insert(ItemKind kind, JsonObject value, string? parentCode, int? position)
    {
        JsonArray? siblings = null;
        if (parentCode is null) siblings = kind == ItemKind.Node ? _pack[Nodes]!.AsArray() : null;
        else if (Find(ItemKind.Node, parentCode) is { } parent) siblings = ListOf(parent.Value, kind == ItemKind.Node ? Children : Indicators);
        if (siblings is null) return false;
        siblings.Insert(Math.Clamp(position ?? siblings.Count, 0, siblings.Count), value);
        return true;
    }

    /// <summary>Whether a node stands in another, or is it.</summary>
    internal bool StandsIn(string code, string ancestorCode)
    {
        for (var item = Find(ItemKind.Node, code); item is not null; item = item.ParentCode is { } parent ? Find(ItemKind.Node, parent) : null)
        {
            if (CodeOf(item.Value) == ancestorCode) return true;
        }

        return false;
    }

    internal static string? CodeOf(JsonObject value) => TextOf(value, Code);

    /// <summary>The text in a field; null where there is none.</summary>
    internal static string? TextOf(JsonObject value, string field) =>
        value[field] is JsonValue found && found.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Every item in order of the tree, parents before what is below them.</summary>
    internal IEnumerable<PlacedItem> Items() => Below(_pack[Nodes]!.AsArray(), ItemKind.Node, null, "$.nodes");

    private static IEnumerable<PlacedItem> Below(JsonArray list, ItemKind kind, string? parentCode, string path)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is not JsonObject value) continue;
            var place = $"{path}[{i}]";
            yield return new PlacedItem(kind, value, list, i, parentCode, place);
            if (kind == ItemKind.Indicator) continue;
            var code = CodeOf(value);
            foreach (var (field, below) in ((string, ItemKind)[])[(Children, ItemKind.Node), (Indicators, ItemKind.Indicator)])
            {
                if (value[field] is not JsonArray inner) continue;
                foreach (var item in Below(inner, below, code, $"{place}.{field}")) yield return item;
            }
        }
    }

    private static JsonArray ListOf(JsonObject node, string field)
    {
        if (node[field] is JsonArray list) return list;
        list = [];
        node[field] = list;
        return list;
    }
}

/// <summary>An item of a document and where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">What it says.</param>
/// <param name="Siblings">The list that holds it.</param>
/// <param name="Index">Its place there.</param>
/// <param name="ParentCode">The node above; null at the top.</param>
/// <param name="Path">JSON path in the pack.</param>
internal sealed record PlacedItem(ItemKind Kind, JsonObject Value, JsonArray Siblings, int Index, string? ParentCode, string Path);
