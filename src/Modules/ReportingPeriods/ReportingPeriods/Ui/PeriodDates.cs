using LearningCity.ReportingPeriods.Application;

namespace LearningCity.ReportingPeriods.Ui;

/// <summary>The dates of a period, planned or only looked at.</summary>
/// <param name="WindowFrom">First day of the data window.</param>
/// <param name="WindowTo">Last day of the data window.</param>
/// <param name="OpensOn">Day of opening.</param>
/// <param name="ClosesOn">Last day for late reports.</param>
/// <param name="Due">When each tier is due.</param>
public sealed record PeriodDates(DateOnly WindowFrom, DateOnly WindowTo, DateOnly OpensOn, DateOnly ClosesOn, IReadOnlyList<DueDate> Due)
{
    internal static PeriodDates Of(PeriodDetails period) => new(
        period.WindowFrom, period.WindowTo, period.OpensOn, period.ClosesOn,
        [.. period.DueDates.Select(due => new DueDate(due.Tier, due.WorkingDays, due.DueOn))]);
}

/// <summary>When a tier is due.</summary>
/// <param name="Tier">The tier, as the API names it.</param>
/// <param name="WorkingDays">Working days after the window's end.</param>
/// <param name="On">The day that this makes.</param>
public sealed record DueDate(string Tier, int WorkingDays, DateOnly On);
