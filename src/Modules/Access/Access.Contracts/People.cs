using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Access.Contracts;

/// <summary>Names of people and API clients by id; those who were erased come back with a placeholder, unknown ids are left out.</summary>
public sealed record GetActors(IReadOnlyCollection<Guid> ActorIds) : IQuery<IReadOnlyList<Actor>>;

/// <summary>Somebody who did something.</summary>
/// <param name="Id">Of the person or API client.</param>
/// <param name="Name">For display.</param>
public sealed record Actor(Guid Id, string Name);
