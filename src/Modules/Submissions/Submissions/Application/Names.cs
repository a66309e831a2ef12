using LearningCity.Access.Contracts;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;

namespace LearningCity.Submissions.Application;

/// <summary>Names of units and people, asked for together.</summary>
internal sealed class Names(ISender sender)
{
    /// <summary>Units as of a day; one that is not known is named by a dash, so that a list never breaks.</summary>
    internal async Task<IReadOnlyDictionary<Guid, NamedUnit>> UnitsAsync(
        IEnumerable<Guid> unitIds, DateOnly asOf, CancellationToken cancellationToken)
    {
        var asked = unitIds.Distinct().ToList();
        var known = asked.Count == 0 ? [] : await sender.Send(new GetUnits(asked, asOf), cancellationToken);
        var named = known.ToDictionary(unit => unit.Id, unit => new NamedUnit(unit.Code, unit.Name));
        foreach (var unitId in asked) named.TryAdd(unitId, NamedUnit.Unknown);
        return named;
    }

    /// <summary>People and API clients; the system has no name of its own.</summary>
    internal async Task<IReadOnlyDictionary<Guid, string>> ActorsAsync(IEnumerable<Guid> actorIds, CancellationToken cancellationToken)
    {
        var asked = actorIds.Where(id => id != Guid.Empty).Distinct().ToList();
        var known = asked.Count == 0 ? [] : await sender.Send(new GetActors(asked), cancellationToken);
        return known.ToDictionary(actor => actor.Id, actor => actor.Name);
    }
}

/// <summary>A unit as lists show it.</summary>
internal sealed record NamedUnit(string Code, LocalText Name)
{
    internal static NamedUnit Unknown { get; } = new("-", new LocalText("-", "-"));
}
