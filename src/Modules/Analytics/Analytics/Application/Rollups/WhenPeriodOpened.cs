using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>A period opened: its obligations are fixed, and with them how many answers each figure expects.</summary>
internal sealed class WhenPeriodOpened(IAnalyticsDb db, ISender sender, RollupPeriods periods) : IListener<PeriodOpened>
{
    public async Task Handle(PeriodOpened notification, CancellationToken cancellationToken)
    {
        if (await db.Periods.AnyAsync(period => period.PeriodId == notification.PeriodId, cancellationToken)) return;
        if (await sender.Send(new GetPeriod(notification.PeriodId), cancellationToken) is not { } opened) return;
        db.NotAudited("The roll-up of a period follows from its opening, which is audited where it happened.");
        db.Periods.Add(new RollupPeriod
        {
            PeriodId = opened.Id,
            PeriodCode = opened.Code,
            TreeDate = opened.WindowTo,
            Stamp = 1,
            WantsRecompute = true,
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            // Delivered twice at once: the other delivery made it.
        }

        periods.Wake();
    }
}
