using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Application.Boundaries;

/// <summary>How figures of a period came onto the tree of another date.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Estimates">By unit and column: how many values are parts by a recorded share.</param>
/// <param name="Missing">By unit and column: how many values partly belong there and count further up only.</param>
/// <param name="Outside">By column: what has no place under the root; null where no root was asked for.</param>
/// <param name="Summary">The same for readers.</param>
internal sealed record Conversion(
    ChosenTree Tree, IReadOnlyDictionary<Guid, int[]> Estimates, IReadOnlyDictionary<Guid, int[]> Missing, RollupState[]? Outside,
    ConversionSummary Summary);

/// <summary>What an answer on other boundaries says of itself.</summary>
/// <param name="PeriodTreeDate">The date whose tree the period itself stands on.</param>
/// <param name="EstimatedUnits">Units whose values were divided by recorded shares.</param>
/// <param name="NotConvertibleUnits">Units without (complete) shares, or with values that cannot be divided: they count whole further up.</param>
/// <param name="NotConvertible">The first of these, in the order of their codes.</param>
/// <param name="OutsideUnits">Units with values that have no place under the root; counted where figures of a root are read.</param>
/// <param name="Outside">The first of these, in the order of their codes.</param>
internal sealed record ConversionSummary(
    DateOnly PeriodTreeDate, int EstimatedUnits, int NotConvertibleUnits, IReadOnlyList<NotConvertible> NotConvertible, int OutsideUnits,
    IReadOnlyList<OutsideUnit> Outside)
{
    /// <summary>Units listed at most; the counts are of all.</summary>
    internal const int Most = 50;
}

/// <summary>A unit of the period that could not be divided.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitCode">Its code in the period.</param>
/// <param name="UnitName">Its name in the period.</param>
/// <param name="Values">How many of its values are meant.</param>
/// <param name="CountedIn">The lowest unit of the chosen tree that holds all parts, where they count whole; null outside the tree.</param>
/// <param name="Parts">The units of the chosen tree that it went into.</param>
internal sealed record NotConvertible(
    Guid UnitId, string UnitCode, LocalText UnitName, int Values, NamedUnit? CountedIn, IReadOnlyList<NamedUnit> Parts);

/// <summary>A unit of the period with values outside the chosen root.</summary>
internal sealed record OutsideUnit(Guid UnitId, string UnitCode, LocalText UnitName, int Values);

/// <summary>A unit by its name on the chosen tree.</summary>
internal sealed record NamedUnit(Guid UnitId, string Code, LocalText Name);
