using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.CriteriaCatalog.Contracts;

/// <summary>
/// Who is asked for what on a reference date. The catalogue asks and does not know the answer: the module that assigns sets to units
/// answers it.
/// </summary>
public sealed record ListSetAssignments(DateOnly On) : IQuery<IReadOnlyList<SetAssignment>>;

/// <summary>Units of some types report a set, or some of its indicators.</summary>
/// <param name="SetCode">The set.</param>
/// <param name="UnitTypes">Types of units, in snake case.</param>
/// <param name="IndicatorCodes">Only these indicators; empty for all that a unit's type reports.</param>
public sealed record SetAssignment(string SetCode, IReadOnlyList<string> UnitTypes, IReadOnlyList<string> IndicatorCodes);
