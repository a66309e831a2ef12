using LearningCity.BuildingBlocks.Messaging;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>The tree changed: periods that stand on it are computed anew.</summary>
internal sealed class WhenUnitsChanged(RollupPeriods periods) : IListener<UnitsChanged>
{
    public Task Handle(UnitsChanged notification, CancellationToken cancellationToken) =>
        periods.WantRecomputeFromAsync(notification.EffectiveOn, cancellationToken);
}
