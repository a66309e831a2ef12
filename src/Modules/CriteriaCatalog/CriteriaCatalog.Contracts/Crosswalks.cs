using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;

namespace LearningCity.CriteriaCatalog.Contracts;

/// <summary>How the value of one indicator answers another of a different set.</summary>
public enum CrosswalkKind
{
    /// <summary>Both ask for the same thing: the source's value is the target's.</summary>
    Equal,

    /// <summary>The source is a part of what the target asks for: parts are summed, and the sum is marked partial.</summary>
    Part,

    /// <summary>The target is computed from the sources.</summary>
    Formula,
}

/// <summary>
/// A link that is in force: what a unit reported for the sources answers the target, so that a unit reports once and counts everywhere.
/// A unit's direct value beats a link. Links do not chain: a value that came by a link is no source of another one. Each target has one
/// equal or formula link on a date, or several part links whose values are summed and marked partial. Counting is per target and unit.
/// </summary>
/// <param name="Id">Names the link; an edition that keeps it reads it again by it.</param>
/// <param name="Kind">How the sources answer the target.</param>
/// <param name="TargetId">The indicator that is answered.</param>
/// <param name="TargetCode">Its code in its set.</param>
/// <param name="Sources">What is reported; one for an equal or part link.</param>
/// <param name="Formula">Of a formula, ready to be worked out; it names the sources as <c>set/code</c>. Null otherwise.</param>
/// <param name="ValidFrom">First reference date for which it holds.</param>
/// <param name="ValidTo">Last reference date for which it holds; null while no end is known.</param>
public sealed record CrosswalkLink(
    Guid Id, CrosswalkKind Kind, Guid TargetId, string TargetCode, IReadOnlyList<CrosswalkIndicator> Sources, Formula? Formula,
    DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>An indicator at the other end of a link.</summary>
/// <param name="Id">The lasting id, under which values are kept.</param>
/// <param name="SetCode">Its set.</param>
/// <param name="Code">Its code in that set.</param>
public sealed record CrosswalkIndicator(Guid Id, string SetCode, string Code);

/// <summary>
/// The approved links into indicators of a set's version that are in force on a reference date, by target. What no longer fits (an
/// indicator that the version in force does not have, or asks for in another unit of measure) is left out.
/// </summary>
/// <param name="VersionId">Version of the set whose indicators are answered.</param>
/// <param name="On">The reference date.</param>
/// <param name="KnownAt">As they were known at that moment, for what was fixed then; null for now.</param>
public sealed record ListCrosswalksInForce(Guid VersionId, DateOnly On, DateTimeOffset? KnownAt = null) : IQuery<IReadOnlyList<CrosswalkLink>>;

/// <summary>
/// Links by their keys, for whoever kept these: what an approved link says never changes. Its last day may have been set since; whether it
/// holds is not asked.
/// </summary>
public sealed record GetCrosswalkLinks(IReadOnlyCollection<Guid> Ids) : IQuery<IReadOnlyList<CrosswalkLink>>;

/// <summary>A link was approved: from its first day on, its target is answered by its sources.</summary>
[EventName("criteria_catalog.crosswalk_approved.v1")]
public sealed record CrosswalkApproved(
    Guid EventId, Guid CrosswalkId, Guid TargetId, string TargetSetCode, DateOnly ValidFrom, DateOnly? ValidTo) : IIntegrationEvent;

/// <summary>An approved link got a last day; before its first day if it never should have held.</summary>
[EventName("criteria_catalog.crosswalk_ended.v1")]
public sealed record CrosswalkEnded(
    Guid EventId, Guid CrosswalkId, Guid TargetId, string TargetSetCode, DateOnly ValidFrom, DateOnly ValidTo) : IIntegrationEvent;
