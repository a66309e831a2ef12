using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Access.Contracts;

/// <summary>Names of people and API clients by id; those who were erased come back with a placeholder, unknown ids are left out.</summary>
public sealed record GetActors(IReadOnlyCollection<Guid> ActorIds) : IQuery<IReadOnlyList<Actor>>;

/// <summary>Somebody who did something.</summary>
/// <param name="Id">Of the person or API client.</param>
/// <param name="Name">For display.</param>
public sealed record Actor(Guid Id, string Name);

/// <summary>Active people who hold a permission at units themselves (not by a unit above, not everywhere), as of today.</summary>
/// <param name="UnitIds">The units; null for all.</param>
/// <param name="Permission">Code of the permission.</param>
public sealed record GetPeopleOfUnits(IReadOnlyCollection<Guid>? UnitIds, string Permission) : IQuery<IReadOnlyList<PersonOfUnit>>;

/// <summary>Somebody who works for a unit.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="PersonId">Of the person.</param>
/// <param name="Name">For display.</param>
/// <param name="Phone">Work phone, if known: personal data, for those who have to reach them.</param>
public sealed record PersonOfUnit(Guid UnitId, Guid PersonId, string Name, string? Phone);

/// <summary>Everybody who holds a role at units themselves today, whichever it is: who has to know that a unit ends.</summary>
public sealed record GetRolesAtUnits(IReadOnlyCollection<Guid> UnitIds) : IQuery<IReadOnlyList<RoleAtUnit>>;

/// <summary>A role that somebody holds at a unit.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="PersonId">Of the person.</param>
/// <param name="Name">For display.</param>
/// <param name="Role">Name of the role.</param>
public sealed record RoleAtUnit(Guid UnitId, Guid PersonId, string Name, LocalText Role);
