namespace LearningCity.ReportingPeriods.Domain;

/// <summary>The windows of a year and how many working days after a window's end each tier is due.</summary>
/// <param name="Windows">In order; one begins where another ends.</param>
/// <param name="SchoolDueDays">Working days after the window's end.</param>
/// <param name="LocalityDueDays">The same for wards and communes.</param>
/// <param name="DepartmentDueDays">The same for departments.</param>
/// <param name="ClosingDays">The same for closing.</param>
internal sealed record CycleRules(
    IReadOnlyList<CycleWindow> Windows, int SchoolDueDays, int LocalityDueDays, int DepartmentDueDays, int ClosingDays);

/// <summary>Rules that a change by date ended: they hold for reference dates up to the last day.</summary>
internal sealed record EarlierRules(DateOnly LastDay, CycleRules Rules);
