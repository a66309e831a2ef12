using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Ui.Reports;

/// <summary>What a person asks for when they ask for a report.</summary>
public sealed class ReportForm
{
    /// <summary>What it is: <c>review</c>, <c>unesco</c>, <c>unit_brief</c>, or <c>all_briefs</c>.</summary>
    public string? Kind { get; set; }

    /// <summary>Code of the period.</summary>
    public string? Period { get; set; }

    /// <summary>The unit; what the person may see where none is named.</summary>
    public Guid? Unit { get; set; }

    /// <summary>Of a unit brief.</summary>
    public Language Language { get; set; }
}
