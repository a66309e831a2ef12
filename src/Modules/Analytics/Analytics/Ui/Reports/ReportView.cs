using LearningCity.Analytics.Application.Reports;

namespace LearningCity.Analytics.Ui.Reports;

/// <summary>What a paper is drawn of; wrapped, because parameters of components are public.</summary>
public sealed class ReportView
{
    internal ReportView(ReportData report, string? demonstration, DateTimeOffset madeAt) => (Report, Demonstration, MadeAt) = (report, demonstration, madeAt);

    internal ReportData Report { get; }

    /// <summary>What marks made-up data; null for real data.</summary>
    public string? Demonstration { get; }

    /// <summary>When it is made.</summary>
    public DateTimeOffset MadeAt { get; }
}
