using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>
/// Tells each reviewing body in the morning of a working day what waits for it: once a day, whichever host does it. A host that comes
/// up in the afternoon puts on record that it left the day out. Sent by a job.
/// </summary>
/// <returns>How many this host sent.</returns>
internal sealed record SendReviewerDigests : ICommand<int>;

internal sealed class SendReviewerDigestsHandler(
    IReportingPeriodsDb db, Guardian guardian, CityCalendar city, TimeProvider clock, ISender sender) : ICommandHandler<SendReviewerDigests, int>
{
    private const string Permission = "submissions.review";
    private static readonly TimeOnly From = new(7, 0);

    /// <summary>Later than this a morning's digest is of no more use: the next one is nearer.</summary>
    private static readonly TimeOnly UsefulUntil = new(14, 0);

    public async Task<Result<int>> Handle(SendReviewerDigests request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        var now = clock.GetUtcNow();
        var today = CityTime.DayOf(now);
        var hour = TimeOnly.FromDateTime(CityTime.Local(now).DateTime);
        if (hour < From || !(await city.ReadAsync(cancellationToken)).IsWorkingDay(today)) return 0;
        var told = await db.Digests.AsNoTracking().Where(d => d.Day == today).Select(d => d.ReviewerUnitId).ToHashSetAsync(cancellationToken);
        var sent = 0;
        foreach (var waiting in (await sender.Send(new CountWaitingReviews(), cancellationToken)).Where(w => !told.Contains(w.ReviewerUnitId)))
        {
            var useful = hour <= UsefulUntil;
            if (await TrySaveAsync(waiting, today, useful, cancellationToken) && useful) sent++;
        }

        return sent;
    }

    private async Task<bool> TrySaveAsync(WaitingReviews waiting, DateOnly today, bool useful, CancellationToken cancellationToken)
    {
        db.Digests.Add(new ReviewerDigest
        {
            ReviewerUnitId = waiting.ReviewerUnitId,
            Day = today,
            Waiting = waiting.Waiting,
            Outcome = useful ? ReminderOutcome.Sent : ReminderOutcome.Skipped,
            Reason = useful ? null : SkipReason.TooLate,
            RecordedAt = clock.GetUtcNow(),
        });
        if (useful) db.Publish(Notice(waiting));
        db.NotAudited("a digest is on record in its own row");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return false;
        }
        finally
        {
            db.Forget();
        }
    }

    private static NotificationRequested Notice(WaitingReviews waiting) => new(
        Ids.New(), waiting.ReviewerUnitId, Permission,
        new LocalText($"{waiting.Waiting} báo cáo chờ duyệt", $"{waiting.Waiting} {(waiting.Waiting == 1 ? "report awaits" : "reports await")} review"),
        new LocalText(
            $"Sáng nay có {waiting.Waiting} báo cáo chờ duyệt, trong đó {waiting.Late} báo cáo gửi sau hạn.",
            $"This morning {waiting.Waiting} {(waiting.Waiting == 1 ? "report awaits" : "reports await")} review, {waiting.Late} of them submitted late."),
        "/review");
}
