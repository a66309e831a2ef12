using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.UnitRegistry.Contracts;

/// <summary>
/// Work e-mail addresses of the deputies of units' focal points on a day; units without one are left out. Personal data: whoever asks uses
/// them to reach the deputy about the unit's own matters, and puts on record that it did.
/// </summary>
/// <param name="UnitIds">The units.</param>
/// <param name="On">The day.</param>
public sealed record FindDeputyAddresses(IReadOnlyCollection<Guid> UnitIds, DateOnly On) : IQuery<IReadOnlyDictionary<Guid, string>>;
