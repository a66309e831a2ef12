using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.CriteriaCatalog.Contracts;

/// <summary>
/// How many units would be asked for indicators of a set on a reference date. The catalogue asks and does not know the answer: the module
/// that assigns sets to units answers it. Units that are asked for the same indicators are counted together, so that the counts of any
/// choice of indicators add up; there is no answer for a set that nobody is asked for.
/// </summary>
/// <param name="SetCode">The set.</param>
/// <param name="On">The reference date.</param>
/// <param name="Indicators">The indicators, which need not be published yet.</param>
public sealed record CountReportingUnits(string SetCode, DateOnly On, IReadOnlyList<ReportedIndicator> Indicators)
    : IQuery<IReadOnlyList<ReportingUnits>>;

/// <summary>An indicator and who reports it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="UnitTypes">Types of units, in snake case.</param>
public sealed record ReportedIndicator(string Code, IReadOnlyList<string> UnitTypes);

/// <summary>Units that are asked for the same indicators.</summary>
/// <param name="IndicatorCodes">Exactly these.</param>
/// <param name="Units">How many units.</param>
public sealed record ReportingUnits(IReadOnlyList<string> IndicatorCodes, int Units);
