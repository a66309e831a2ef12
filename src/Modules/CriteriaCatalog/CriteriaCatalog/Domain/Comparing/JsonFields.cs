using System.Text.Json.Nodes;

namespace LearningCity.CriteriaCatalog.Domain.Comparing;

/// <summary>Compares two fragments of packs field by field, whatever fields they have.</summary>
internal static class JsonFields
{
    /// <summary>The fields that differ, in the order of the later fragment.</summary>
    internal static IReadOnlyList<FieldChange> Compare(JsonObject before, JsonObject after)
    {
        var (old, now) = (Flatten(before), Flatten(after));
        return
        [
            .. from field in now
               let was = old.GetValueOrDefault(field.Key)
               where !JsonNode.DeepEquals(was, field.Value)
               select new FieldChange(field.Key, was, field.Value),
            .. old.Where(field => !now.ContainsKey(field.Key)).Select(field => new FieldChange(field.Key, field.Value, null)),
        ];
    }

    private static OrderedDictionary<string, JsonNode> Flatten(JsonObject fragment)
    {
        var fields = new OrderedDictionary<string, JsonNode>(StringComparer.Ordinal);
        Flatten(fragment, "", fields);
        return fields;
    }

    private static void Flatten(JsonNode? value, string path, OrderedDictionary<string, JsonNode> fields)
    {
        switch (value)
        {
            case null:
                break;
            case JsonObject parts:
                foreach (var (name, part) in parts) Flatten(part, path.Length == 0 ? name : $"{path}.{name}", fields);
                break;
            case JsonArray list when list.Any(item => item is JsonObject):
                FlattenList(list, path, fields);
                break;
            default:
                fields[path] = value.DeepClone();
                break;
        }
    }

    /// <summary>Items that have codes are compared by code, and their order by itself; others by their place.</summary>
    private static void FlattenList(JsonArray list, string path, OrderedDictionary<string, JsonNode> fields)
    {
        var codes = list.Select(item => item is JsonObject { } parts ? Editing.DraftDocument.CodeOf(parts) : null).ToList();
        var byCode = !codes.Contains(null) && codes.Distinct(StringComparer.Ordinal).Count() == codes.Count;
        if (byCode) fields[path] = new JsonArray([.. codes.Select(code => JsonValue.Create(code))]);
        for (var i = 0; i < list.Count; i++) Flatten(list[i], byCode ? $"{path}[{codes[i]}]" : $"{path}[{i}]", fields);
    }
}
