using System.Text.Json.Nodes;

namespace LearningCity.CriteriaCatalog.Domain.Editing;

/// <summary>What can be edited by itself.</summary>
internal enum ItemKind
{
    /// <summary>A node of the tree: a content area, a standard, a criterion.</summary>
    Node,

    /// <summary>An indicator.</summary>
    Indicator,
}

/// <summary>
/// One step of editing a draft. What an item says travels as the fragment of the pack that it is, so that a field which the format gains
/// can be edited from that day on; the pack's own reader decides whether it is well formed.
/// </summary>
internal abstract record DraftEdit
{
    private DraftEdit()
    {
    }

    /// <summary>Sets the version's own fields; those that are not named stay, those that are null go.</summary>
    internal sealed record ChangeSet(JsonObject Fields) : DraftEdit;

    /// <summary>Adds a node, with or without what is below it, or an indicator.</summary>
    /// <param name="Kind">What.</param>
    /// <param name="ParentCode">The node that takes it; null for a node at the top.</param>
    /// <param name="Position">Place among its siblings, from 0; null for the last.</param>
    /// <param name="Value">The item as a fragment of a pack.</param>
    internal sealed record Add(ItemKind Kind, string? ParentCode, int? Position, JsonObject Value) : DraftEdit;

    /// <summary>Puts other fields in place of an item's; what is below a node stays.</summary>
    internal sealed record Change(ItemKind Kind, string Code, JsonObject Value) : DraftEdit;

    /// <summary>Takes an item with all that is below it to another place.</summary>
    /// <param name="Kind">What.</param>
    /// <param name="Code">Which.</param>
    /// <param name="ParentCode">The node that takes it; null for the top.</param>
    /// <param name="Position">Place among its siblings without it, from 0; null for the last.</param>
    internal sealed record Move(ItemKind Kind, string Code, string? ParentCode, int? Position) : DraftEdit;

    /// <summary>Takes an item out, with all that is below it.</summary>
    internal sealed record Remove(ItemKind Kind, string Code) : DraftEdit;

    /// <summary>Gives an item another code; an indicator that was published before keeps the old one as its predecessor's.</summary>
    internal sealed record Renumber(ItemKind Kind, string Code, string NewCode) : DraftEdit;
}
