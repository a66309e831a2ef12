using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application;

/// <summary>What a decision did, or would do.</summary>
/// <param name="ReorganisationId">Of the record; null for a preview.</param>
/// <param name="Effects">What happens to which unit.</param>
/// <param name="Names">Names of the units in the effects, by id.</param>
/// <param name="Units">Each unit in the effects as it is on the eve and on the day.</param>
/// <param name="Totals">What stays as it was above them.</param>
/// <param name="Touches">What others hold of the units that end or are taken back; null where nobody was asked.</param>
internal sealed record ReorganisationOutcome(
    Guid? ReorganisationId, ReorganisationEffects Effects, IReadOnlyDictionary<Guid, LocalText> Names,
    IReadOnlyList<UnitBeforeAndAfter> Units, KeptTotals Totals, ReorganisationTouches? Touches = null);

/// <summary>Of how many of the units right above those that change the totals stay what they were: all that was under them still is.</summary>
/// <param name="Kept">Units whose totals do not change.</param>
/// <param name="All">Units right above one that changes.</param>
internal sealed record KeptTotals(int Kept, int All);

/// <summary>A unit on the eve of a reorganisation and on its day; null where it does not exist then.</summary>
internal sealed record UnitBeforeAndAfter(Guid UnitId, UnitOnDay? Before, UnitOnDay? After);

/// <summary>What others hold of the units that end: it is shown before anything is applied.</summary>
/// <param name="Obligations">What the units owe, or review, for open periods.</param>
/// <param name="Reports">How far they have come with it.</param>
/// <param name="People">Who holds a role at them.</param>
/// <param name="HandOvers">Which unit takes over for which.</param>
/// <param name="Unassigned">Units that still owe, or are to review, something which nobody takes over yet.</param>
internal sealed record ReorganisationTouches(
    IReadOnlyList<OpenObligation> Obligations, IReadOnlyList<OpenReport> Reports, IReadOnlyList<Access.Contracts.RoleAtUnit> People,
    IReadOnlyList<PlannedHandOver> HandOvers, IReadOnlyList<Guid> Unassigned);
