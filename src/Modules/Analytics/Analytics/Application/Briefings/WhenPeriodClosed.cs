using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Briefings;

/// <summary>A period closed: its briefing is asked for, once, however often and on however many hosts this is delivered.</summary>
internal sealed class WhenPeriodClosed(IAnalyticsDb db, PeriodFrames frames, BriefingSignal signal, TimeProvider clock)
    : IListener<PeriodClosed>
{
    public async Task Handle(PeriodClosed notification, CancellationToken cancellationToken)
    {
        if (await frames.FindAsync(notification.PeriodId, 0, cancellationToken) is not { } frame || frame.Home < 0) return;
        var onceKey = FormattableString.Invariant($"close/{frame.PeriodId:N}/{frame.TreeDate:yyyy-MM-dd}/vi");
        if (await db.Briefings.AnyAsync(briefing => briefing.OnceKey == onceKey, cancellationToken)) return;
        var (id, now) = (Ids.New(), clock.GetUtcNow());
        db.Briefings.Add(new Briefing
        {
            Id = id,
            PeriodId = frame.PeriodId,
            PeriodCode = frame.Period.Code,
            TreeDate = frame.TreeDate,
            RootUnitId = frame.Units[frame.Home].Id,
            Language = Language.Vi,
            OnceKey = onceKey,
            Scheduled = true,
            RequestedBy = Guid.Empty,
            RequestedAt = now,
            DueAt = now,
        });
        db.Audit(new AuditEntry("analytics.schedule_briefing", "briefing", id.ToString(), Details: new { Period = frame.Period.Code }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            // The other host was first.
        }

        signal.Wake();
    }
}
