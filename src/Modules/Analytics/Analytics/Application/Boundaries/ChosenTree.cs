using LearningCity.Analytics.Domain.Rollups;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Application.Boundaries;

/// <summary>The territory of a date that a reader chose.</summary>
internal sealed class ChosenTree
{
    private readonly Dictionary<Guid, int> _places;

    internal ChosenTree(DateOnly date, IReadOnlyList<UnitSummary> units)
    {
        (Date, Units) = (date, units);
        _places = new(units.Count);
        for (var i = 0; i < units.Count; i++) _places.Add(units[i].Id, i);
        Forest = new([.. units.Select(unit => unit.LiesInId is { } id ? _places.GetValueOrDefault(id, -1) : -1)]);
    }

    internal DateOnly Date { get; }

    internal IReadOnlyList<UnitSummary> Units { get; }

    /// <summary>Along <c>lies in</c>.</summary>
    internal Forest Forest { get; }

    /// <summary>Place of a unit; -1 if the tree does not have it.</summary>
    internal int PlaceOf(Guid unitId) => _places.GetValueOrDefault(unitId, -1);

    internal bool IsRoot(int place) => Forest.Parent(place) < 0;

    /// <summary>The top of the territory that a unit of another tree lies under here: itself, or the root with most units.</summary>
    internal Guid RootLike(Guid unitId) => PlaceOf(unitId) is var place and >= 0
        ? Units[place].Id
        : Units[Forest.Roots.MaxBy(root => Forest.Subtree(root).Length)].Id;

    /// <summary>Units directly below, in the order of their codes.</summary>
    internal IReadOnlyList<UnitSummary> Below(int place) =>
        [.. Forest.Children(place).ToArray().Select(child => Units[child]).OrderBy(unit => unit.Code, StringComparer.Ordinal)];
}
