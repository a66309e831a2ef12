using LearningCity.Analytics.Application.Rollups;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;

namespace LearningCity.Analytics.Application.Reports;

/// <summary>An edition was sealed: briefing and review report are made of it, once.</summary>
internal sealed class WhenEditionSealed(PeriodFrames frames, DocumentSchedule schedule) : IListener<EditionSealed>
{
    public async Task Handle(EditionSealed notification, CancellationToken cancellationToken)
    {
        if (await frames.FindAsync(notification.PeriodId, 0, cancellationToken) is not { } frame) return;
        await schedule.AskAsync(
            frame, FormattableString.Invariant($"seal/{frame.PeriodId:N}/{notification.Edition}"), DocumentSchedule.OfPeriod, cancellationToken);
    }
}
