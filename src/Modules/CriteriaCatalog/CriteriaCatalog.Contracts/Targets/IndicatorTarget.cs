namespace LearningCity.CriteriaCatalog.Contracts.Targets;

/// <summary>A value to reach, and for whom and when.</summary>
/// <param name="Value">
/// In the unit shown: 98 for 98 %, the share of yes in percent for yes or no, the place on the scale (from 1) for a level or rating.
/// </param>
public sealed record IndicatorTarget(decimal Value)
{
    /// <summary>The year by whose end it is to be reached; it stays due in later years until another year's takes its place.</summary>
    public int? Year { get; init; }

    /// <summary>Code of the one period that it is for, such as <c>2026-H1</c>.</summary>
    public string? Period { get; init; }

    /// <summary>The type of units that it is for, in snake case; null for every type.</summary>
    public string? UnitType { get; init; }

    /// <summary>Code of the one unit that it is for; null for every unit.</summary>
    public string? UnitCode { get; init; }

    /// <summary>The level of the set's scoring that asks for it; null where no level does.</summary>
    public string? Level { get; init; }
}

/// <summary>Where an indicator stood when the programme began.</summary>
/// <param name="Value">In the unit shown.</param>
/// <param name="On">The day that it is known for.</param>
public sealed record IndicatorBaseline(decimal Value, DateOnly On);

/// <summary>Whose target is asked for, and when.</summary>
/// <param name="On">Reference date of the period: the last day of its data window.</param>
/// <param name="UnitType">Type of the unit in snake case; null for a total of units.</param>
/// <param name="UnitCode">Code of the unit on the reference date; null for a total of units.</param>
/// <param name="Period">Code of the period; null where none is meant.</param>
/// <param name="Level">Level of the set's scoring; null for the plain target.</param>
public sealed record TargetQuestion(DateOnly On, string? UnitType = null, string? UnitCode = null, string? Period = null, string? Level = null);
