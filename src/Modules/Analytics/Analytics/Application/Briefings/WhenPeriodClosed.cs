using LearningCity.Analytics.Application.Reports;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;

namespace LearningCity.Analytics.Application.Briefings;

/// <summary>A period closed: its briefing and its review report are asked for, once, however often and on however many hosts this is delivered.</summary>
internal sealed class WhenPeriodClosed(PeriodFrames frames, DocumentSchedule schedule) : IListener<PeriodClosed>
{
    public async Task Handle(PeriodClosed notification, CancellationToken cancellationToken)
    {
        if (await frames.FindAsync(notification.PeriodId, 0, cancellationToken) is not { } frame) return;
        await schedule.AskAsync(
            frame, FormattableString.Invariant($"close/{frame.PeriodId:N}/{frame.TreeDate:yyyy-MM-dd}"), DocumentSchedule.OfPeriod, cancellationToken);
    }
}
