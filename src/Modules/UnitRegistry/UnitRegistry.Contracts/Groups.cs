using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.UnitRegistry.Contracts;

/// <summary>Groups of units of a day (professional clusters and the like), in order of kind and code, with their members on it.</summary>
public sealed record ListUnitGroups(DateOnly AsOf) : IQuery<IReadOnlyList<UnitGroupSummary>>;

/// <summary>A group of units on a day.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">What it groups for, in snake case.</param>
/// <param name="Code">Unique within its kind.</param>
/// <param name="Name">For people.</param>
/// <param name="UnitIds">Its units on the day.</param>
public sealed record UnitGroupSummary(Guid Id, string Kind, string Code, LocalText Name, IReadOnlyList<Guid> UnitIds);
