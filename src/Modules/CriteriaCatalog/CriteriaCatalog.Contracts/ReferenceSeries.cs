using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.CriteriaCatalog.Contracts;

/// <summary>Whom an observation counts, by sex.</summary>
public enum PopulationSex
{
    /// <summary>Everybody.</summary>
    Total,

    /// <summary>Women and girls.</summary>
    Female,

    /// <summary>Men and boys.</summary>
    Male,
}

/// <summary>
/// Values of a reference series (population and the like) for units on a reference date, as the numerator or denominator of an indicator.
/// Each unit gets the observation of the latest day up to that date, as the release says; units without one are left out.
/// </summary>
/// <remarks>
/// This module knows no units: an observation belongs to a code as it was used on the observation's day, and the caller, who knows the
/// registry, says which code means the unit and since when. Codes are used again (of the 168 ward codes of July 2025, 167 meant another
/// unit the day before), so an observation from before that day is another unit's and is not taken.
/// </remarks>
/// <param name="SeriesCode">Code of the series.</param>
/// <param name="Units">The units, by code.</param>
/// <param name="On">The reference date.</param>
/// <param name="AgeGroup">Such as <c>15-60</c>, <c>65+</c>; empty for all ages.</param>
/// <param name="Sex">Whom it counts.</param>
/// <param name="Release">Number of the release to read as of; null for the newest. An edition keeps it, so that it reads the same for ever.</param>
public sealed record FindReferenceValues(
    string SeriesCode, IReadOnlyCollection<ReferenceUnit> Units, DateOnly On, string AgeGroup = "", PopulationSex Sex = PopulationSex.Total,
    int? Release = null) : IQuery<IReadOnlyList<ReferenceValue>>;

/// <summary>A unit as a series knows it.</summary>
/// <param name="Code">Its code on the reference date.</param>
/// <param name="Since">First day on which that code meant this unit.</param>
public sealed record ReferenceUnit(string Code, DateOnly Since);

/// <summary>One value of a reference series.</summary>
/// <param name="UnitCode">Whose.</param>
/// <param name="ObservedOn">The day that it describes.</param>
/// <param name="Value">The value.</param>
/// <param name="Release">The release that said so: the one asked for, or an earlier one that was not restated since.</param>
public sealed record ReferenceValue(string UnitCode, DateOnly ObservedOn, decimal Value, int Release);

/// <summary>The reference series there are, with their newest releases; a city has a handful.</summary>
public sealed record ListReferenceSeries : IQuery<IReadOnlyList<ReferenceSeriesSummary>>;

/// <summary>A reference series in short.</summary>
/// <param name="Code">In URLs and formulas.</param>
/// <param name="Name">What it counts.</param>
/// <param name="MeasureUnit">Unit of measure.</param>
/// <param name="NewestRelease">Number of its newest release; 0 before the first.</param>
public sealed record ReferenceSeriesSummary(string Code, LocalText Name, LocalText MeasureUnit, int NewestRelease);

/// <summary>A release of a reference series was imported; it may restate what earlier ones said.</summary>
[EventName("criteria_catalog.series_released.v1")]
public sealed record ReferenceSeriesReleased(Guid EventId, string SeriesCode, int Release, int Restated) : IIntegrationEvent;
