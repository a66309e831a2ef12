using LearningCity.ReportingPeriods.Application;

namespace LearningCity.ReportingPeriods.Api;

/// <summary>Asks for a period to be planned.</summary>
/// <param name="Cycle">Code of the cycle.</param>
/// <param name="Code">Code of the period.</param>
internal sealed record PlanRequest(string? Cycle, string? Code);

/// <summary>Asks for a later day.</summary>
/// <param name="ExtendedTo">The day.</param>
/// <param name="Reason">Why.</param>
internal sealed record ExtensionRequest(DateOnly ExtendedTo, string? Reason);

/// <summary>Changes a cycle; <c>If-Match</c> carries the version that was seen.</summary>
/// <param name="Windows">The windows of a year; left out, they stay.</param>
/// <param name="SchoolDueDays">Working days after the window's end.</param>
/// <param name="LocalityDueDays">The same for wards and communes.</param>
/// <param name="DepartmentDueDays">The same for departments.</param>
/// <param name="ClosingDays">The same for closing.</param>
internal sealed record CycleRequest(
    IReadOnlyList<CycleWindowDetails>? Windows, int SchoolDueDays, int LocalityDueDays, int DepartmentDueDays, int ClosingDays);

/// <summary>Says which units report a criteria set.</summary>
/// <param name="Code">Names it within the cycle.</param>
/// <param name="SetCode">The criteria set.</param>
/// <param name="UnitTypes">Types of units, in snake case.</param>
/// <param name="RootUnitId">Only units at or below this one.</param>
/// <param name="IndicatorCodes">Only these indicators.</param>
/// <param name="ReviewerUnitId">Who reviews; left out, the unit that each one reports to.</param>
/// <param name="ValidFrom">First reference date for which it holds.</param>
/// <param name="ValidTo">Last reference date for which it holds.</param>
internal sealed record AssignmentRequest(
    string? Code, string? SetCode, IReadOnlyList<string>? UnitTypes, Guid? RootUnitId, IReadOnlyList<string>? IndicatorCodes,
    Guid? ReviewerUnitId, DateOnly ValidFrom, DateOnly? ValidTo);
