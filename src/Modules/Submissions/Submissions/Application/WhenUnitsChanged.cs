using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Units;
using LearningCity.UnitRegistry.Contracts;
using MediatR;

namespace LearningCity.Submissions.Application;

/// <summary>Units changed: the module's copy of the trees is brought up to date for them.</summary>
internal sealed class WhenUnitsChanged(ISubmissionsDb db, ISender sender) : IListener<UnitsChanged>
{
    public Task Handle(UnitsChanged notification, CancellationToken cancellationToken) => db.ReplaceUnitPlacesAsync(
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
