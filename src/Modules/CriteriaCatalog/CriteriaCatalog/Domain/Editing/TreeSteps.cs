namespace LearningCity.CriteriaCatalog.Domain.Editing;

/// <summary>Which way an item goes by one step.</summary>
internal enum Step
{
    /// <summary>Before the item above it; from the first place to the end of the branch before.</summary>
    Up,

    /// <summary>After the item below it; from the last place to the start of the branch after.</summary>
    Down,

    /// <summary>One level deeper, to the end of the sibling above.</summary>
    In,

    /// <summary>One level higher, after the branch that it stood in.</summary>
    Out,
}

/// <summary>
/// Moves by one step, as keys and buttons make them. Up and down keep the level: in a set whose criteria hold one indicator each, an
/// indicator still gets from one criterion to the next.
/// </summary>
internal static class TreeSteps
{
    /// <summary>The move that the step is; null where there is no place in that direction.</summary>
    internal static DraftEdit.Move? Of(SetContent content, ItemKind kind, string code, Step step)
    {
        var nodes = content.PlacedNodes().ToList();
        var parent = kind == ItemKind.Node
            ? nodes.Find(placed => placed.Node.Code == code)?.ParentCode
            : content.PlacedIndicators().FirstOrDefault(placed => placed.Indicator.Code == code)?.NodeCode;
        var siblings = Siblings(content, nodes, kind, parent);
        var index = siblings.IndexOf(code);
        if (index < 0) return null;
        return step switch
        {
            Step.Up when index > 0 => new(kind, code, parent, index - 1),
            Step.Down when index < siblings.Count - 1 => new(kind, code, parent, index + 1),
            Step.Up => Neighbour(nodes, parent, -1) is { } before ? new(kind, code, before, null) : null,
            Step.Down => Neighbour(nodes, parent, 1) is { } after ? new(kind, code, after, 0) : null,
            Step.In => kind == ItemKind.Node && index > 0 ? new(kind, code, siblings[index - 1], null) : null,
            _ => kind == ItemKind.Node && parent is not null ? OutOf(content, nodes, code, parent) : null,
        };
    }

    /// <summary>The move to the place before or after another item of the same kind; null where there is no such item.</summary>
    internal static DraftEdit.Move? Beside(SetContent content, ItemKind kind, string code, string targetCode, bool after)
    {
        if (code == targetCode || new DraftDocument(content).Find(kind, targetCode) is not { } target) return null;
        var siblings = Siblings(content, [.. content.PlacedNodes()], kind, target.ParentCode);
        siblings.Remove(code);
        return new(kind, code, target.ParentCode, siblings.IndexOf(targetCode) + (after ? 1 : 0));
    }

    private static List<string> Siblings(SetContent content, List<PlacedNode> nodes, ItemKind kind, string? parent)
    {
        var above = nodes.Find(placed => placed.Node.Code == parent)?.Node;
        return kind == ItemKind.Indicator
            ? [.. above?.Indicators.Select(indicator => indicator.Code) ?? []]
            : [.. (above?.Children ?? content.Nodes).Select(node => node.Code)];
    }

    /// <summary>The node before or after another on the same level, whatever branch it is in.</summary>
    private static string? Neighbour(List<PlacedNode> nodes, string? code, int distance)
    {
        if (nodes.Find(placed => placed.Node.Code == code) is not { } from) return null;
        var level = nodes.FindAll(placed => placed.Depth == from.Depth);
        var index = level.IndexOf(from) + distance;
        return index >= 0 && index < level.Count ? level[index].Node.Code : null;
    }

    private static DraftEdit.Move OutOf(SetContent content, List<PlacedNode> nodes, string code, string parent)
    {
        var above = nodes.Find(placed => placed.Node.Code == parent)!.ParentCode;
        return new(ItemKind.Node, code, above, Siblings(content, nodes, ItemKind.Node, above).IndexOf(parent) + 1);
    }
}
