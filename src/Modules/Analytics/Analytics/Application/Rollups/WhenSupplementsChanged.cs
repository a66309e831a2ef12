using LearningCity.BuildingBlocks.Messaging;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>Something changed that counts beside the sheets: periods whose figures it may be in are computed anew.</summary>
internal sealed class WhenSupplementsChanged(RollupPeriods periods)
    : IListener<CrosswalkApproved>, IListener<CrosswalkEnded>, IListener<ReferenceSeriesReleased>, IListener<UnitStandingsChanged>
{
    public Task Handle(CrosswalkApproved notification, CancellationToken cancellationToken) =>
        periods.WantRecomputeFromAsync(notification.ValidFrom, cancellationToken);

    public Task Handle(CrosswalkEnded notification, CancellationToken cancellationToken) =>
        periods.WantRecomputeFromAsync(notification.ValidFrom, cancellationToken);

    /// <summary>A release may restate what was observed on any day.</summary>
    public Task Handle(ReferenceSeriesReleased notification, CancellationToken cancellationToken) =>
        periods.WantRecomputeFromAsync(DateOnly.MinValue, cancellationToken);

    public Task Handle(UnitStandingsChanged notification, CancellationToken cancellationToken) =>
        periods.WantRecomputeFromAsync(notification.EffectiveOn, cancellationToken);
}
