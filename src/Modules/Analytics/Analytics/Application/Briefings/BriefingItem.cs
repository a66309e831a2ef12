using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Application.Briefings;

/// <summary>A briefing as lists and the API show it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Period">Code of the period.</param>
/// <param name="TreeDate">The tree that it shows.</param>
/// <param name="RootUnitId">The area that it is about.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Edition">The edition; <c>live</c> for what was not sealed.</param>
/// <param name="State">Waiting, made or failed.</param>
/// <param name="Scheduled">Whether the schedule asked for it.</param>
/// <param name="RequestedBy">Who asked for it; empty for the system.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Sha256">Hash of the file.</param>
/// <param name="Length">Length of the file in bytes.</param>
/// <param name="Pages">Number of pages.</param>
/// <param name="Error">What went wrong at the last attempt.</param>
/// <param name="Occasion">What it was made for.</param>
internal sealed record BriefingItem(
    Guid Id, string Period, DateOnly TreeDate, Guid RootUnitId, Language Language, string Edition, BriefingState State, bool Scheduled,
    Guid RequestedBy, DateTimeOffset RequestedAt, DateTimeOffset? MadeAt, string FileName, string? Sha256, long Length, int Pages,
    string? Error, DocumentOccasion Occasion)
{
    internal static BriefingItem Of(Briefing briefing) => new(
        briefing.Id, briefing.PeriodCode, briefing.TreeDate, briefing.RootUnitId, briefing.Language, briefing.Edition, briefing.State,
        briefing.Scheduled, briefing.RequestedBy, briefing.RequestedAt, briefing.MadeAt, briefing.FileName, briefing.Sha256,
        briefing.Length, briefing.Pages, briefing.Error, briefing.Occasion);
}
