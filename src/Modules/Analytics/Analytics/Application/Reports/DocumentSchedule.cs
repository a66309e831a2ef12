using LearningCity.Analytics.Application.Briefings;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Reports;

/// <summary>A document that the schedule asks for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Language">Its language.</param>
internal sealed record ScheduledDocument(DocumentKind Kind, Language Language = Language.Vi);

/// <summary>Asks for documents on an occasion, once, however often and on however many hosts it is told of.</summary>
internal sealed class DocumentSchedule(IAnalyticsDb db, BriefingSignal signal, TimeProvider clock)
{
    /// <summary>What is made when a period closes or is sealed.</summary>
    internal static IReadOnlyList<ScheduledDocument> OfPeriod { get; } = [new(DocumentKind.Briefing), new(DocumentKind.Review)];

    /// <summary>What is made before a meeting and by the calendar.</summary>
    internal static IReadOnlyList<ScheduledDocument> OfMeeting { get; } = [new(DocumentKind.Briefing)];

    /// <summary>Asks for documents of the whole area of a period.</summary>
    /// <param name="frame">The period.</param>
    /// <param name="occasion">What makes the occasion unique: <c>close/period/tree date</c>, <c>seal/period/edition</c>, <c>meeting/id/day</c>, <c>calendar/day</c>.</param>
    /// <param name="documents">What to make.</param>
    /// <param name="cancellationToken">Asks no further.</param>
    /// <returns>How many were asked for now.</returns>
    internal async Task<int> AskAsync(
        PeriodFrame frame, string occasion, IReadOnlyList<ScheduledDocument> documents, CancellationToken cancellationToken)
    {
        if (frame.Home < 0) return 0;
        var asked = 0;
        foreach (var document in documents)
        {
            if (await AskAsync(frame, occasion, document, cancellationToken)) asked++;
        }

        if (asked > 0) signal.Wake();
        return asked;
    }

    private async Task<bool> AskAsync(PeriodFrame frame, string occasion, ScheduledDocument document, CancellationToken cancellationToken)
    {
        var language = document.Language == Language.En ? "en" : "vi";
        var onceKey = document.Kind == DocumentKind.Briefing ? $"{occasion}/{language}" : $"{occasion}/{document.Kind.ToString().ToLowerInvariant()}/{language}";
        if (await db.Briefings.AnyAsync(briefing => briefing.OnceKey == onceKey, cancellationToken)) return false;
        var asked = RequestReportHandler.Of(
            document.Kind, frame, frame.Units[frame.Home].Id, document.Language, onceKey, Guid.Empty, clock.GetUtcNow());
        db.Briefings.Add(asked);
        db.Audit(new AuditEntry(
            "analytics.schedule_briefing", "briefing", asked.Id.ToString(), Details: new { Period = frame.Period.Code, document.Kind, Occasion = occasion }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            // The other host was first.
            db.Forget();
            return false;
        }
    }
}
