using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>An edition was sealed: its period is sealed. To hear it twice, or of a second edition, changes nothing.</summary>
internal sealed class WhenEditionSealed(IReportingPeriodsDb db) : IListener<EditionSealed>
{
    public async Task Handle(EditionSealed notification, CancellationToken cancellationToken)
    {
        var period = await db.Periods.FirstOrDefaultAsync(p => p.Id == notification.PeriodId, cancellationToken);
        if (period is null || !period.Seal()) return;
        db.Audit(new AuditEntry("reporting_periods.seal", "period", period.Code, Details: new { notification.EditionId, notification.Edition }));
        await db.SaveChangesAsync(cancellationToken);
    }
}
