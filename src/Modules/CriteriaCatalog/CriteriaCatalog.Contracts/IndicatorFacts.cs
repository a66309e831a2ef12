using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.CriteriaCatalog.Contracts;

/// <summary>A way to break figures down, of the set's own: by sex, by age group, by kind of area.</summary>
/// <param name="Code">Unique in the version.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Categories">Its categories, in order.</param>
public sealed record Dimension(string Code, LocalText Name, IReadOnlyList<DimensionCategory> Categories);

/// <summary>A category of a dimension: women, 15 to 25 years.</summary>
/// <param name="Code">Unique in its dimension.</param>
/// <param name="Name">As it is shown.</param>
public sealed record DimensionCategory(string Code, LocalText Name);

/// <summary>What a piece of evidence is.</summary>
public enum EvidenceKind
{
    /// <summary>A decision or another act of an authority.</summary>
    Decision,

    /// <summary>A plan.</summary>
    Plan,

    /// <summary>A report or minutes.</summary>
    Report,

    /// <summary>A statistical form or an extract of a register.</summary>
    Statistics,

    /// <summary>A photograph or recording.</summary>
    Photo,

    /// <summary>An address on the web.</summary>
    Link,

    /// <summary>Anything else that the name says.</summary>
    Other,
}

/// <summary>Evidence that an indicator asks for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Mandatory">Whether a value cannot be submitted without it; otherwise it is a hint.</param>
/// <param name="Name">What exactly; null where the kind says it all.</param>
public sealed record RequiredEvidence(EvidenceKind Kind, bool Mandatory, LocalText? Name);

/// <summary>An agency of an indicator: one unit by its code, or every unit of a type.</summary>
/// <param name="UnitCode">Code of one unit; null where a type is named.</param>
/// <param name="UnitType">Type of units in snake case; null where one unit is named.</param>
public sealed record Agency(string? UnitCode, string? UnitType);

/// <summary>What is counted in the unit registry.</summary>
public enum RegistryMeasure
{
    /// <summary>Units.</summary>
    Units,

    /// <summary>Units with a steering committee in office.</summary>
    UnitsWithCommittee,

    /// <summary>Units that hold a recognition.</summary>
    Recognitions,
}

/// <summary>An indicator that nobody is asked for, because the registry knows: how many units, or which share of them.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="UnitTypes">Types of units that are counted, in snake case.</param>
/// <param name="Title">Of recognitions: which title.</param>
/// <param name="Level">Of recognitions: at least which level; null for any.</param>
public sealed record RegistryCount(RegistryMeasure Measure, IReadOnlyList<string> UnitTypes, string? Title, string? Level);

/// <summary>What is counted in the reporting itself.</summary>
public enum ReportingMeasure
{
    /// <summary>Reports that were submitted.</summary>
    Submitted,

    /// <summary>Reports that were submitted by their due date.</summary>
    OnTime,

    /// <summary>Reports that were approved.</summary>
    Approved,
}

/// <summary>An indicator that the reporting itself answers: how many reports, or which share of those that were due.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="UnitTypes">Types of units whose reports are counted, in snake case.</param>
public sealed record ReportingCount(ReportingMeasure Measure, IReadOnlyList<string> UnitTypes);

/// <summary>
/// The figure of a reference series that stands for the value, the numerator or the denominator of an indicator: ask
/// <see cref="FindReferenceValues"/> with it.
/// </summary>
/// <param name="Series">Code of the series.</param>
/// <param name="AgeGroup">Such as <c>15-60</c>, <c>65+</c>; empty for all ages.</param>
/// <param name="Sex">Whom it counts.</param>
public sealed record SeriesFigure(string Series, string AgeGroup = "", PopulationSex Sex = PopulationSex.Total);

/// <summary>How the figures of a flow are entered.</summary>
public enum EntryMode
{
    /// <summary>What the period alone added.</summary>
    Increment,

    /// <summary>What has come together since the year began.</summary>
    YearToDate,
}
