using LearningCity.BuildingBlocks.Contracts;
using Microsoft.AspNetCore.Components;

namespace LearningCity.BuildingBlocks.Ui;

/// <summary>
/// Base of every page and component that shows text. Both languages stand side by side where the text is used, so that none can be
/// forgotten. Without a cascading language a component speaks Vietnamese.
/// </summary>
public abstract class LocalizedComponent : ComponentBase
{
    /// <summary>The reader's language.</summary>
    [CascadingParameter]
    public Language Language { get; set; }

    /// <summary>The text in the reader's language.</summary>
    /// <param name="vi">Vietnamese, NFC, old tone-mark style.</param>
    /// <param name="en">English.</param>
    protected string T(string vi, string en) => Language == Language.En ? en : vi;

    /// <summary>The text in the reader's language; Vietnamese where the English is missing.</summary>
    protected string T(LocalText text) => text.In(Language);
}
