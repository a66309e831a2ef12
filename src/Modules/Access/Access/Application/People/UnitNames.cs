using LearningCity.Access.Contracts;
using LearningCity.BuildingBlocks.Contracts;
using MediatR;

namespace LearningCity.Access.Application.People;

/// <summary>Names of units, asked of the registry in one go.</summary>
internal static class UnitNames
{
    internal static async Task<IReadOnlyDictionary<Guid, LocalText>> UnitNamesAsync(
        this ISender sender, IReadOnlyCollection<Guid> unitIds, CancellationToken cancellationToken) => unitIds.Count == 0
        ? new Dictionary<Guid, LocalText>()
        : (await sender.Send(new GetUnitNames(unitIds), cancellationToken)).ToDictionary(unit => unit.UnitId, unit => unit.Name);
}
