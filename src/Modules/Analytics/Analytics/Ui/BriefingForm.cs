using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Ui;

/// <summary>What a person asks for when they ask for a briefing.</summary>
public sealed class BriefingForm
{
    /// <summary>Code of the period.</summary>
    public string? Period { get; set; }

    /// <summary>The tree that it shows.</summary>
    public DateOnly? TreeDate { get; set; }

    /// <summary>The language it is written in.</summary>
    public Language Language { get; set; }
}
