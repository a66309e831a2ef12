using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Access.Contracts;

/// <summary>
/// Names of units by id, as of today or of their last day. Asked by Access, which knows no other module, and answered by the one that
/// keeps the units; unknown ids are left out.
/// </summary>
public sealed record GetUnitNames(IReadOnlyCollection<Guid> UnitIds) : IQuery<IReadOnlyList<UnitName>>;

/// <summary>Units of today whose name or code contains the text, whatever its accents; for choosing where somebody works. Answered by the registry.</summary>
/// <param name="Search">What was typed; empty for the first ones in order.</param>
/// <param name="Limit">Most answers.</param>
public sealed record FindUnits(string Search, int Limit) : IQuery<IReadOnlyList<UnitName>>;

/// <summary>How a unit is shown.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">With its type: "Phường Sài Gòn", "Sai Gon Ward".</param>
public sealed record UnitName(Guid UnitId, string Code, LocalText Name);

/// <summary>
/// The units that get people in the demonstration city: the Department, the districts of 2024, the wards since 2025-07-01, and the
/// demonstration schools and centres. Answered by the registry, which has loaded them before the people of units are made.
/// </summary>
public sealed record ListUnitsForDemonstration : IQuery<IReadOnlyList<DemonstrationUnit>>;

/// <summary>A unit as the demonstration's people see it.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Code">Its code; unique within a tier.</param>
/// <param name="Name">With its type: "Phường Sài Gòn".</param>
/// <param name="Tier">What kind of unit it is.</param>
/// <param name="LiesInUnitId">The unit that it lies in on its first day, if it lies in one.</param>
public sealed record DemonstrationUnit(Guid UnitId, string Code, LocalText Name, DemonstrationTier Tier, Guid? LiesInUnitId);

/// <summary>Kinds of units, as far as they differ in who works there.</summary>
public enum DemonstrationTier
{
    /// <summary>The city itself: its committee and support team.</summary>
    City,

    /// <summary>A department; the Department of Education and Training has the code <c>SGDDT</c>.</summary>
    Department,

    /// <summary>A district, of the tree of 2024.</summary>
    District,

    /// <summary>A ward, commune or special zone, of the tree since 2025-07-01.</summary>
    Ward,

    /// <summary>A high school.</summary>
    HighSchool,

    /// <summary>A continuing education centre.</summary>
    Centre,

    /// <summary>A preschool, primary or lower secondary school.</summary>
    School,
}
