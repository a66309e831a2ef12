using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.CriteriaCatalog.Ui.Editing;

/// <summary>How a field of the pack is typed.</summary>
public enum FieldInput
{
    /// <summary>One line in each language, side by side.</summary>
    LocalLine,

    /// <summary>Several lines in each language, side by side.</summary>
    LocalLines,

    /// <summary>One line.</summary>
    Line,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,

    /// <summary>One of a list.</summary>
    Choice,

    /// <summary>Any of a list.</summary>
    Choices,

    /// <summary>Texts, one a line.</summary>
    Texts,

    /// <summary>Texts in both languages, in order.</summary>
    LocalList,

    /// <summary>Things with a code and a name in both languages, in order.</summary>
    CodedList,

    /// <summary>Yes where it is ticked; left out where it is not.</summary>
    Switch,

    /// <summary>One thing that has parts; left out where all of them are empty.</summary>
    Parts,

    /// <summary>Things that have parts, one below the other, with an empty one at the end.</summary>
    Rows,

    /// <summary>As the pack writes it.</summary>
    Json,
}

/// <summary>A field of a form of the editor.</summary>
/// <param name="Name">As the pack names it.</param>
/// <param name="Input">How it is typed.</param>
/// <param name="Choices">Of a choice: values and words; the first is the one that a pack means by leaving the field out.</param>
/// <param name="Optional">Whether it may be left empty.</param>
public sealed record FieldShape(
    string Name, FieldInput Input, IReadOnlyList<(string Value, LocalText Words)>? Choices = null, bool Optional = false)
{
    /// <summary>What it consists of, where it is no single value.</summary>
    public IReadOnlyList<FieldShape> Parts { get; init; } = [];

    /// <summary>One line that explains it.</summary>
    public LocalText? Hint { get; init; }

    /// <summary>Stands for any choice, as long as there is one.</summary>
    internal const string AnyChoice = "*";

    /// <summary>
    /// Of a part: the choice of the first part with which alone it means something, or <see cref="AnyChoice"/>; null where it means
    /// something without a choice too.
    /// </summary>
    public string? For { get; init; }

    /// <summary>Whether it takes a line for itself among the parts of a thing.</summary>
    public bool IsWide => Input is FieldInput.LocalLine or FieldInput.LocalLines or FieldInput.LocalList or FieldInput.CodedList or FieldInput.Choices or FieldInput.Rows or FieldInput.Parts;
}

/// <summary>Fields that belong together, under a heading.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Fields">In order.</param>
/// <param name="Folds">Whether they are folded away as long as they say nothing: most items have none of them.</param>
public sealed record FieldGroup(LocalText Title, IReadOnlyList<FieldShape> Fields, bool Folds = false);
