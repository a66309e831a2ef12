using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Another unit took an obligation over: its people enter the report from now on.</summary>
internal sealed class WhenObligationHandedOver(ISubmissionsDb db) : IListener<ObligationHandedOver>
{
    public Task Handle(ObligationHandedOver notification, CancellationToken cancellationToken) => Batches.RetryAsync(db, async () =>
    {
        var submission = await db.Submissions.FirstOrDefaultAsync(s => s.ObligationId == notification.ObligationId, cancellationToken);
        if (submission is null || !submission.HandOverTo(notification.CarriedByUnitId)) return 0;
        db.NotAudited("the hand-over was decided and audited where obligations are kept");
        return await db.SaveChangesAsync(cancellationToken);
    });
}
