using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Units;
using LearningCity.UnitRegistry.Contracts;
using MediatR;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Keeps the module's copy of the trees. To hear the same twice gives the same copy.</summary>
internal sealed class WhenUnitsChanged(IReportingPeriodsDb db, ISender sender) : IListener<UnitsChanged>
{
    public async Task Handle(UnitsChanged notification, CancellationToken cancellationToken)
    {
        db.NotAudited("a copy of the registry's trees");
        await db.ReplaceUnitPlacesAsync(
            notification.UnitIds,
            async () => (await sender.Send(new GetUnitClosure(notification.UnitIds), cancellationToken)).Select(place => new UnitPlace
            {
                UnitId = place.UnitId,
                AncestorId = place.AncestorId,
                Relation = place.Relation,
                Depth = place.Depth,
                ValidFrom = place.ValidFrom,
                ValidTo = place.ValidTo,
            }),
            cancellationToken);
    }
}
