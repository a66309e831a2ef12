using System.Text.Json;
using System.Text.Json.Nodes;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Domain.Comparing;
using LearningCity.CriteriaCatalog.Domain.Editing;

namespace LearningCity.CriteriaCatalog.Api;

/// <summary>Starts the next version of a set.</summary>
/// <param name="CopyOf">The version to copy; the one that was published last where it is left out.</param>
/// <param name="ValidFrom">First day in force; the first day of a free year where it is left out.</param>
internal sealed record StartDraftRequest(int? CopyOf, DateOnly? ValidFrom);

/// <summary>Which draft was started.</summary>
internal sealed record DraftResource(string SetCode, int Version);

/// <summary>Edits of a draft, carried out in order, all or none.</summary>
internal sealed record EditsRequest(IReadOnlyList<EditRequest?>? Edits);

/// <summary>One edit.</summary>
/// <param name="Op">What to do.</param>
/// <param name="Kind">With what; not needed for change_set.</param>
/// <param name="Code">Its code; not needed for change_set and add.</param>
/// <param name="NewCode">Of renumber: the code that it gets.</param>
/// <param name="Parent">Of add and move: the node that takes it; left out for the top.</param>
/// <param name="Position">Of add and move: its place among its siblings, from 0; left out for the last.</param>
/// <param name="Value">Of add, change and change_set: fields as the pack format has them.</param>
internal sealed record EditRequest(
    EditOperation Op, ItemKind? Kind, string? Code, string? NewCode, string? Parent, int? Position, JsonElement? Value);

/// <summary>What an edit does.</summary>
internal enum EditOperation
{
    /// <summary>Sets fields of the version itself; null takes one away.</summary>
    ChangeSet,

    /// <summary>Adds a node or an indicator.</summary>
    Add,

    /// <summary>Puts other fields in place of a node's or an indicator's.</summary>
    Change,

    /// <summary>Takes it to another place, with all that is below it.</summary>
    Move,

    /// <summary>Takes it out, with all that is below it.</summary>
    Remove,

    /// <summary>Gives it another code; an indicator remembers the one that was published.</summary>
    Renumber,
}

/// <summary>A draft after editing.</summary>
/// <param name="DryRun">Whether nothing was changed.</param>
/// <param name="Publishable">Whether it may be published as it is.</param>
/// <param name="Problems">What stands in the way, each with its JSON path.</param>
internal sealed record EditedResource(bool DryRun, bool Publishable, IReadOnlyList<ImportProblem> Problems);

/// <summary>What one version says otherwise than another.</summary>
/// <param name="SetCode">The set.</param>
/// <param name="Version">The later version.</param>
/// <param name="Against">The version that it is compared with.</param>
/// <param name="Added">How many nodes and indicators only the later one has.</param>
/// <param name="Changed">How many say something else, the set itself included.</param>
/// <param name="Removed">How many only the earlier one has.</param>
/// <param name="Moved">How many stand elsewhere; some of them are counted as changed too.</param>
/// <param name="Items">The set first, then what is in the later version in its order, then what was removed.</param>
internal sealed record DiffResource(
    string SetCode, int Version, int Against, int Added, int Changed, int Removed, int Moved, IReadOnlyList<ItemChangeResource> Items);

/// <summary>What became of one thing.</summary>
internal sealed record ItemChangeResource(
    ComparedKind Kind, ChangeKind Change, bool Moved, string Code, string? OldCode, LocalText Name, string? OldParent, string? NewParent,
    IReadOnlyList<FieldChangeResource> Fields, ChangeEffectResource Effect);

/// <summary>What a change touches.</summary>
/// <param name="Indicators">Of a node or the set: indicators that stand in it.</param>
/// <param name="Units">Units that are asked for it on the day on which the later version begins; null where the set is assigned to nobody.</param>
/// <param name="UnitTypes">Of an indicator: types of units that report it.</param>
/// <param name="Targets">Of an indicator: targets that are set for it.</param>
/// <param name="Formulas">Of an indicator: formulas that name it.</param>
internal sealed record ChangeEffectResource(int Indicators, int? Units, int UnitTypes, int Targets, int Formulas);

/// <summary>A field that says something else, as the pack format writes it; null where it says nothing.</summary>
internal sealed record FieldChangeResource(string Path, LocalText Label, JsonNode? Old, JsonNode? New);
