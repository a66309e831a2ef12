using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>A period closed: what is approved is locked.</summary>
internal sealed class WhenPeriodClosed(ISubmissionsDb db) : IListener<PeriodClosed>
{
    public Task Handle(PeriodClosed notification, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var locked = await db.Submissions
                .Where(s => s.PeriodId == notification.PeriodId && s.State == SubmissionState.Approved)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(s => s.State, SubmissionState.Locked).SetProperty(s => s.Version, s => s.Version + 1),
                    cancellationToken);
            if (locked == 0) return 0;
            db.Audit(new AuditEntry(
                "submissions.lock", "period", notification.PeriodId.ToString(), null, new { notification.Code, locked }));
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);
}
