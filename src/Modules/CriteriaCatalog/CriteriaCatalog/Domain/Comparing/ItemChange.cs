using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.CriteriaCatalog.Domain.Comparing;

/// <summary>What differs at one place between two versions of a set.</summary>
internal sealed record ItemChange
{
    /// <summary>What kind of thing.</summary>
    public required ComparedKind Kind { get; init; }

    /// <summary>What became of it. An item that was moved may say other things too; then <see cref="Fields"/> names them.</summary>
    public required ChangeKind Change { get; init; }

    /// <summary>Whether it stands elsewhere, or in another order among those that stayed.</summary>
    public bool Moved { get; init; }

    /// <summary>Its code; of what was removed, the one that it had.</summary>
    public required string Code { get; init; }

    /// <summary>The code before, where it was renumbered.</summary>
    public string? OldCode { get; init; }

    /// <summary>What it is called; of what was removed, what it was called.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Where it stood, by the code of the node; null for the top, or for what was added.</summary>
    public string? OldParent { get; init; }

    /// <summary>Where it stands; null for the top, or for what was removed.</summary>
    public string? NewParent { get; init; }

    /// <summary>The fields that say something else, of what is in both.</summary>
    public IReadOnlyList<FieldChange> Fields { get; init; } = [];
}

/// <summary>What is compared.</summary>
internal enum ComparedKind
{
    /// <summary>The set's own texts and validity.</summary>
    Set,

    /// <summary>A node of the tree.</summary>
    Node,

    /// <summary>An indicator.</summary>
    Indicator,
}

/// <summary>What became of something between two versions.</summary>
internal enum ChangeKind
{
    /// <summary>Only the later version has it.</summary>
    Added,

    /// <summary>It says something else.</summary>
    Changed,

    /// <summary>Only the earlier version has it.</summary>
    Removed,

    /// <summary>It says the same, elsewhere.</summary>
    Moved,
}
