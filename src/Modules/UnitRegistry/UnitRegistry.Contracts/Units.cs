using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.UnitRegistry.Contracts;

/// <summary>What a unit is. The level of district ended on 1 July 2025 and is kept for history.</summary>
public enum UnitType
{
    /// <summary>Province or centrally governed city.</summary>
    Province,

    /// <summary>The city's steering committee support team, top of the responsibility tree.</summary>
    SupportTeam,

    /// <summary>A department of the city, such as the Department of Education and Training.</summary>
    Department,

    /// <summary>Urban district (quận); until 30 June 2025.</summary>
    UrbanDistrict,

    /// <summary>Rural district (huyện); until 30 June 2025.</summary>
    RuralDistrict,

    /// <summary>Municipal city or town at district level (thành phố thuộc thành phố, thị xã); until 30 June 2025.</summary>
    MunicipalCity,

    /// <summary>Ward (phường).</summary>
    Ward,

    /// <summary>Commune (xã).</summary>
    Commune,

    /// <summary>Township (thị trấn); until 30 June 2025.</summary>
    Township,

    /// <summary>Special zone (đặc khu).</summary>
    SpecialZone,

    /// <summary>Preschool.</summary>
    Preschool,

    /// <summary>Primary school.</summary>
    Primary,

    /// <summary>Lower secondary school.</summary>
    LowerSecondary,

    /// <summary>High school.</summary>
    HighSchool,

    /// <summary>Continuing education centre (GDTX, GDNN-GDTX).</summary>
    Cec,

    /// <summary>Community learning centre.</summary>
    Clc,
}

/// <summary>A unit as of a date.</summary>
/// <param name="Id">Surrogate key: codes are reused over time.</param>
/// <param name="Code">Code in force on that date.</param>
/// <param name="Name">Full name in force on that date.</param>
/// <param name="Type">What it is on that date.</param>
/// <param name="ReportsToId">The unit it reports to on that date.</param>
/// <param name="LiesInId">The unit whose territory it lies in on that date.</param>
/// <param name="ValidFrom">First day of the unit.</param>
/// <param name="ValidTo">Last day of the unit; null while it exists.</param>
/// <param name="IsDemonstration">Whether it was made up for the demonstration city.</param>
public sealed record UnitSummary(
    Guid Id, string Code, LocalText Name, UnitType Type, Guid? ReportsToId, Guid? LiesInId, DateOnly ValidFrom, DateOnly? ValidTo,
    bool IsDemonstration);

/// <summary>Units by id, as of a date (or, for one that does not exist then, as of the nearest date that it does); unknown ids are left out.</summary>
public sealed record GetUnits(IReadOnlyCollection<Guid> UnitIds, DateOnly AsOf) : IQuery<IReadOnlyList<UnitSummary>>;

/// <summary>Units by the codes in force on a date; codes that name nothing then are left out.</summary>
public sealed record FindUnitsByCode(IReadOnlyCollection<string> Codes, DateOnly AsOf) : IQuery<IReadOnlyList<UnitSummary>>;

/// <summary>
/// Every unit that exists on a date, parents before children along <paramref name="Relation"/>: the tree, as a forest of roots whose
/// parent is null. 60,000 at country size: for jobs and roll-ups, not for pages.
/// </summary>
public sealed record GetTree(DateOnly AsOf, UnitRelation Relation) : IQuery<IReadOnlyList<UnitSummary>>;

/// <summary>Every place that units ever had in the trees: pairs of a unit and each unit above it, with dates. Null asks for all units.</summary>
public sealed record GetUnitClosure(IReadOnlyCollection<Guid>? UnitIds) : IQuery<IReadOnlyList<UnitClosure>>;

/// <summary>A unit and one above it (or itself, at depth 0), along a relation, for a time.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="AncestorId">The unit above it.</param>
/// <param name="Relation">Along which relation.</param>
/// <param name="Depth">0 for the unit itself.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day; null while it lasts.</param>
public sealed record UnitClosure(Guid UnitId, Guid AncestorId, UnitRelation Relation, int Depth, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>Where units of the tree of one date went on the tree of another: every pair over the span, whole or in part.</summary>
public sealed record GetLineage(DateOnly From, DateOnly To) : IQuery<IReadOnlyList<LineageLink>>;

/// <summary>One unit's share in another. Shares are directional (from old to new) and never inverted.</summary>
/// <param name="FromUnitId">Unit of the earlier date.</param>
/// <param name="ToUnitId">Unit of the later date.</param>
/// <param name="Extent">How much of it went there.</param>
/// <param name="Share">Recorded share, between 0 and 1, of a part; null where none is known.</param>
public sealed record LineageLink(Guid FromUnitId, Guid ToUnitId, TransferExtent Extent, decimal? Share);

/// <summary>How much of a unit went into another.</summary>
public enum TransferExtent
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>A part; other parts went elsewhere.</summary>
    Part,

    /// <summary>It stayed what it was, renamed at most.</summary>
    Unchanged,
}

/// <summary>How many units of each type have a steering committee on a date, below a unit (null: everywhere).</summary>
/// <remarks>Administrative types are counted along <c>lies in</c> from the root; "not required" is excluded.</remarks>
public sealed record GetCommitteeCoverage(DateOnly AsOf, Guid? RootId) : IQuery<IReadOnlyList<CommitteeCoverage>>;

/// <summary>Coverage of one group of units.</summary>
/// <param name="Group"><c>district</c> (all three kinds), <c>commune_level</c> (wards, communes, townships, special zones), <c>high_school</c>, <c>cec</c>.</param>
/// <param name="WithCommittee">How many have one in force on that date.</param>
/// <param name="Expected">Out of how many.</param>
public sealed record CommitteeCoverage(string Group, int WithCommittee, int Expected);

/// <summary>Units were made, moved, renamed, merged or closed: copies of the tree are to be brought up to date for these units.</summary>
[EventName("unit_registry.units_changed.v1")]
public sealed record UnitsChanged(Guid EventId, IReadOnlyList<Guid> UnitIds, DateOnly EffectiveOn) : IIntegrationEvent;

/// <summary>Where the units of commune level of a date lie, for maps; units without a known point are left out.</summary>
public sealed record GetUnitPoints(DateOnly AsOf) : IQuery<IReadOnlyList<UnitPoint>>;

/// <summary>One point for a unit: its seat or centre.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="AreaKm2">Area, km²; null where it is not known.</param>
public sealed record UnitPoint(Guid UnitId, decimal Latitude, decimal Longitude, decimal? AreaKm2);
