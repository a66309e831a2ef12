using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>A period closed: its figures are computed in full once, which also shows that it is closed.</summary>
internal sealed class WhenPeriodClosed(RollupPeriods periods) : IListener<PeriodClosed>
{
    public Task Handle(PeriodClosed notification, CancellationToken cancellationToken) =>
        periods.WantRecomputeAsync(notification.PeriodId, cancellationToken);
}
