using System.Text.Json.Nodes;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Editing;

namespace LearningCity.CriteriaCatalog.Tests.Domain.Editing;

/// <summary>Edits such as people make, some of which make no sense.</summary>
internal sealed class RandomEdits(int seed)
{
    private readonly Random _random = new(seed);

    internal DraftEdit Next(SetContent content)
    {
        var kind = _random.Next(2) == 0 ? ItemKind.Node : ItemKind.Indicator;
        return _random.Next(7) switch
        {
            0 => new DraftEdit.ChangeSet(new JsonObject { ["name"] = Text(), ["licence"] = _random.Next(2) == 0 ? null : "CC" }),
            1 => Add(content, kind),
            2 => new DraftEdit.Remove(kind, Code(content, kind)),
            3 => new DraftEdit.Renumber(kind, Code(content, kind), $"R{_random.Next(1000)}"),
            4 => Change(content, kind),
            _ => new DraftEdit.Move(kind, Code(content, kind), Parent(content), _random.Next(4)),
        };
    }

    internal DraftEdit.Add Add(SetContent content, ItemKind kind)
    {
        var value = new JsonObject { ["code"] = $"A{_random.Next(1_000_000)}", ["name"] = Text() };
        if (kind == ItemKind.Indicator)
        {
            value["valueType"] = "count";
            value["measureUnit"] = Text();
            value["aggregation"] = "sum";
        }

        return new(kind, Parent(content), _random.Next(3), value);
    }

    /// <summary>The item as it is, with another name.</summary>
    internal DraftEdit.Change Change(SetContent content, ItemKind kind)
    {
        var code = Code(content, kind);
        var value = Fragments.Of(content, kind, code) ?? [];
        value["name"] = Text();
        return new(kind, code, value);
    }

    internal string Code(SetContent content, ItemKind kind)
    {
        List<string> codes = kind == ItemKind.Node
            ? [.. content.PlacedNodes().Select(placed => placed.Node.Code)]
            : [.. content.PlacedIndicators().Select(placed => placed.Indicator.Code)];
        return codes.Count == 0 ? "none" : codes[_random.Next(codes.Count)];
    }

    private string? Parent(SetContent content) => _random.Next(6) == 0 ? null : Code(content, ItemKind.Node);

    private JsonObject Text() => new() { ["vi"] = $"Chữ {_random.Next(1_000_000)}", ["en"] = $"Text {_random.Next(1_000_000)}" };
}
