using LearningCity.BuildingBlocks.Contracts;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Domain;

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
/// <param name="From">First day of the first window under the new rules; left out, they hold for periods planned from now on.</param>
/// <param name="Dormant">Whether it plans no periods by itself; left out, that stays.</param>
internal sealed record CycleRequest(
    IReadOnlyList<CycleWindowDetails>? Windows, int SchoolDueDays, int LocalityDueDays, int DepartmentDueDays, int ClosingDays,
    DateOnly? From, bool? Dormant);

/// <summary>Says which units report a criteria set.</summary>
/// <param name="Code">Names it within the cycle.</param>
/// <param name="SetCode">The criteria set.</param>
/// <param name="UnitTypes">Types of units, in snake case.</param>
/// <param name="RootUnitId">Only units at or below this one.</param>
/// <param name="IndicatorCodes">Only these indicators.</param>
/// <param name="ReviewerUnitId">Who reviews; left out, the unit that each one reports to.</param>
/// <param name="ValidFrom">First reference date for which it holds.</param>
/// <param name="ValidTo">Last reference date for which it holds.</param>
/// <param name="IncludedUnitIds">Units that report too, whatever their type and place.</param>
/// <param name="ExcludedUnitIds">Units that do not report.</param>
/// <param name="GroupIds">Only members of these groups of units; left out for all.</param>
internal sealed record AssignmentRequest(
    string? Code, string? SetCode, IReadOnlyList<string>? UnitTypes, Guid? RootUnitId, IReadOnlyList<string>? IndicatorCodes,
    Guid? ReviewerUnitId, DateOnly ValidFrom, DateOnly? ValidTo, IReadOnlyList<Guid>? IncludedUnitIds, IReadOnlyList<Guid>? ExcludedUnitIds,
    IReadOnlyList<Guid>? GroupIds);

/// <summary>Adds a cycle.</summary>
/// <param name="Code">Names it in addresses.</param>
/// <param name="Name">For people.</param>
/// <param name="Prefix">What codes of its periods begin with.</param>
/// <param name="Windows">The windows of a year.</param>
/// <param name="SchoolDueDays">Working days after the window's end.</param>
/// <param name="LocalityDueDays">The same for wards and communes.</param>
/// <param name="DepartmentDueDays">The same for departments.</param>
/// <param name="ClosingDays">The same for closing.</param>
internal sealed record NewCycleRequest(
    string? Code, LocalText? Name, string? Prefix, IReadOnlyList<CycleWindowDetails>? Windows, int SchoolDueDays, int LocalityDueDays,
    int DepartmentDueDays, int ClosingDays);

/// <summary>Ends an assignment.</summary>
/// <param name="LastDay">Last reference date for which it holds.</param>
internal sealed record EndAssignmentRequest(DateOnly LastDay);

/// <summary>Says what a decision makes of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind"><c>holiday</c>, <c>worked_instead</c>, <c>plain</c> or <c>as_announced</c>.</param>
/// <param name="Decision">Number and date of the decision.</param>
internal sealed record DayEditRequest(DateOnly Day, string? Kind, string? Decision);

/// <summary>Changes the rules of reminders; <c>If-Match</c> carries the version that was seen.</summary>
/// <param name="Rules">All rules.</param>
internal sealed record ReminderPolicyRequest(IReadOnlyList<ReminderRule>? Rules);

/// <summary>Asks for more time.</summary>
/// <param name="WantedTo">The day that is asked for.</param>
/// <param name="Reason">Why.</param>
internal sealed record ExtensionWish(DateOnly WantedTo, string? Reason);

/// <summary>Answers a request for more time.</summary>
/// <param name="Grant">Whether it is granted.</param>
/// <param name="ExtendedTo">The new due date; left out, the one that was asked for.</param>
/// <param name="Answer">A word to the unit.</param>
internal sealed record ExtensionAnswer(bool Grant, DateOnly? ExtendedTo, string? Answer);

/// <summary>Decides who answers for the obligation of a unit that ended.</summary>
/// <param name="ToUnitId">The unit that takes it over; left out, it stays where it is.</param>
/// <param name="Reason">Why.</param>
internal sealed record HandOverRequest(Guid? ToUnitId, string? Reason);

/// <summary>What became of reminding by hand.</summary>
/// <param name="Sent">Units that were reminded; 0 where all have handed in or were reminded today.</param>
internal sealed record RemindedResource(int Sent);
