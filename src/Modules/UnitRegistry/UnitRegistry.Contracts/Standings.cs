using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.UnitRegistry.Contracts;

/// <summary>The units that have a steering committee in force on a date.</summary>
public sealed record FindUnitsWithCommittee(DateOnly On) : IQuery<IReadOnlySet<Guid>>;

/// <summary>The units that hold a title on a date: recognised by then, not withdrawn, not run out.</summary>
/// <param name="On">The date.</param>
/// <param name="Title">The title; accents, case and spaces aside.</param>
/// <param name="Level">At least this level, where levels are numbers; else exactly this one. Null for any.</param>
public sealed record FindRecognizedUnits(DateOnly On, string Title, string? Level) : IQuery<IReadOnlySet<Guid>>;

/// <summary>Committees or recognitions were recorded, withdrawn or put right: what is counted of them changes from a day on.</summary>
[EventName("unit_registry.standings_changed.v1")]
public sealed record UnitStandingsChanged(Guid EventId, DateOnly EffectiveOn) : IIntegrationEvent;
