using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Application.Reports;

/// <summary>A report as lists and the API show it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Period">Code of the period.</param>
/// <param name="TreeDate">The tree that it shows.</param>
/// <param name="UnitId">The unit that it is about.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Edition">The edition; <c>live</c> for what was not sealed.</param>
/// <param name="State">Waiting, made or failed.</param>
/// <param name="Scheduled">Whether the schedule asked for it.</param>
/// <param name="RequestedBy">Who asked for it; empty for the system.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Pages">Number of pages of the PDF.</param>
/// <param name="Length">Length of the first file in bytes.</param>
/// <param name="Sha256">Hash of the first file: the PDF, or the Word file where there is no PDF.</param>
/// <param name="Formats">Files that there are once it is made: <c>pdf</c>, <c>docx</c>.</param>
/// <param name="Attempts">Attempts so far.</param>
/// <param name="Error">What went wrong at the last attempt.</param>
/// <param name="Occasion">What it was made for.</param>
internal sealed record ReportItem(
    Guid Id, DocumentKind Kind, string Period, DateOnly TreeDate, Guid UnitId, LocalText UnitName, Language Language, string Edition,
    BriefingState State, bool Scheduled, Guid RequestedBy, DateTimeOffset RequestedAt, DateTimeOffset? MadeAt, int Pages, long Length,
    string? Sha256, IReadOnlyList<string> Formats, int Attempts, string? Error, DocumentOccasion Occasion)
{
    internal static ReportItem Of(Briefing report, LocalText unit) => new(
        report.Id, report.Kind, report.PeriodCode, report.TreeDate, report.RootUnitId, unit, report.Language, report.Edition, report.State,
        report.Scheduled, report.RequestedBy, report.RequestedAt, report.MadeAt, report.Pages, report.Length, report.Sha256,
        [.. (report.HasPdf ? (string[])["pdf"] : []), .. (report.HasWord ? (string[])["docx"] : [])], report.Attempts, report.Error, report.Occasion);
}
