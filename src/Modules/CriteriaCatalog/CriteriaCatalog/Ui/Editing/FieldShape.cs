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

    /// <summary>As the pack writes it.</summary>
    Json,
}

/// <summary>A field of a form of the editor.</summary>
/// <param name="Name">As the pack names it.</param>
/// <param name="Input">How it is typed.</param>
/// <param name="Choices">Of a choice: values and words; the first is the one that a pack means by leaving the field out.</param>
/// <param name="Optional">Whether it may be left empty.</param>
public sealed record FieldShape(
    string Name, FieldInput Input, IReadOnlyList<(string Value, LocalText Words)>? Choices = null, bool Optional = false);

/// <summary>Fields that belong together, under a heading.</summary>
public sealed record FieldGroup(LocalText Title, IReadOnlyList<FieldShape> Fields);
