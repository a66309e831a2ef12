namespace LearningCity.BuildingBlocks.Ui;

/// <summary>One step of the way to a page.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Href">Where it leads.</param>
public sealed record Crumb(string Label, string Href);

/// <summary>A link that narrows a list, or a tab.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Href">The address with this choice in it.</param>
/// <param name="Active">Whether this is the present choice.</param>
/// <param name="Count">How many there are; null where counting says nothing.</param>
public sealed record ChoiceLink(string Label, string Href, bool Active = false, int? Count = null);

/// <summary>Something in a form that has to be put right.</summary>
/// <param name="FieldId">The id of the input it is about; null where it is about the whole form.</param>
/// <param name="Message">What to do, worded as beside the field.</param>
public sealed record FieldProblem(string? FieldId, string Message);

/// <summary>Why a list is empty.</summary>
public enum EmptyKind
{
    /// <summary>It opens on a date.</summary>
    NotOpenYet,

    /// <summary>The filter leaves nothing over.</summary>
    NothingMatches,

    /// <summary>The reader's role does not cover it.</summary>
    NotForThisRole,

    /// <summary>Everything is done.</summary>
    AllDone,
}

/// <summary>Whether a change is good news; the direction alone does not say.</summary>
public enum Judgement
{
    /// <summary>Neither, or unknown.</summary>
    Neutral,

    /// <summary>Better than before.</summary>
    Better,

    /// <summary>Worse than before.</summary>
    Worse,
}
