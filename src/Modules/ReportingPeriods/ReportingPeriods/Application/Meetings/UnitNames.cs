using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;

namespace LearningCity.ReportingPeriods.Application.Meetings;

/// <summary>Names of units, one question for a page.</summary>
internal sealed class UnitNames(ISender sender)
{
    private static readonly LocalText Unknown = new("(chưa rõ)", "(unknown)");

    /// <summary>Names as of a day; a unit that is not known says so, so that a list never breaks.</summary>
    internal async Task<IReadOnlyDictionary<Guid, LocalText>> OfAsync(
        IEnumerable<Guid> unitIds, DateOnly asOf, CancellationToken cancellationToken)
    {
        var asked = unitIds.Distinct().ToList();
        var known = asked.Count == 0 ? [] : await sender.Send(new GetUnits(asked, asOf), cancellationToken);
        var named = known.ToDictionary(unit => unit.Id, unit => unit.Name);
        foreach (var id in asked) named.TryAdd(id, Unknown);
        return named;
    }

    /// <summary>A unit that exists on a day; null for one that does not.</summary>
    internal async Task<UnitSummary?> FindAsync(Guid unitId, DateOnly on, CancellationToken cancellationToken) =>
        (await sender.Send(new GetUnits([unitId], on), cancellationToken))
        .FirstOrDefault(unit => unit.ValidFrom <= on && (unit.ValidTo is null || unit.ValidTo >= on));
}
