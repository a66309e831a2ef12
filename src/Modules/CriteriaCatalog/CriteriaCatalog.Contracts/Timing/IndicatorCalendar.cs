namespace LearningCity.CriteriaCatalog.Contracts.Timing;

/// <summary>How often an indicator is reported, whatever the cycle of the set.</summary>
public enum IndicatorFrequency
{
    /// <summary>In every period, for that period's own data window.</summary>
    EveryPeriod,

    /// <summary>Twice a year, for the half-years of Decree 09/2019/NĐ-CP: 15 December to 14 June, 15 June to 14 December.</summary>
    HalfYear,

    /// <summary>Once a year, for 1 January to 31 December.</summary>
    CalendarYear,

    /// <summary>Once a school year, for 1 September to 31 May.</summary>
    SchoolYear,

    /// <summary>Every second year, for two calendar years of which the first is even.</summary>
    TwoYears,

    /// <summary>In windows of its own.</summary>
    Custom,
}

/// <summary>Windows that repeat.</summary>
/// <param name="StartMonth">Month of the first day, 1 to 12.</param>
/// <param name="StartDay">Day in the month of the first day, 1 to 28, so that every month has it.</param>
/// <param name="Months">How many months a window lasts.</param>
/// <param name="EveryMonths">
/// How many months lie between the first days of two windows: a divisor of 12, or a number of whole years, of which the first is one
/// that this number of years divides.
/// </param>
public sealed record ReferenceWindow(int StartMonth, int StartDay, int Months, int EveryMonths)
{
    /// <summary>Whether windows can be laid out by it.</summary>
    public bool IsSound =>
        StartMonth is >= 1 and <= 12 && StartDay is >= 1 and <= 28 && Months >= 1 && Months <= EveryMonths && EveryMonths <= 120
        && (EveryMonths <= 12 ? 12 % EveryMonths == 0 : EveryMonths % 12 == 0);
}

/// <summary>Days from the first to the last, both in it.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct DateSpan(DateOnly From, DateOnly To);

/// <summary>
/// When an indicator is asked for: in the period in whose data window one of its own windows ends. In other periods the form shows
/// the last value with its date, and the cell is neither asked for nor expected.
/// </summary>
public static class IndicatorCalendar
{
    private static readonly ReferenceWindow HalfYears = new(6, 15, 6, 6);
    private static readonly ReferenceWindow CalendarYears = new(1, 1, 12, 12);
    private static readonly ReferenceWindow SchoolYears = new(9, 1, 9, 12);
    private static readonly ReferenceWindow TwoYears = new(1, 1, 24, 24);

    /// <summary>The window that a period asks an indicator for; null where the period does not ask for it.</summary>
    /// <param name="frequency">How often.</param>
    /// <param name="custom">The windows of a custom frequency.</param>
    /// <param name="period">The period's data window.</param>
    public static DateSpan? AskedFor(IndicatorFrequency frequency, ReferenceWindow? custom, DateSpan period) => Of(frequency, custom) is not { } windows
        ? period
        : LastEndingBy(windows, period.To) is { } window && window.To >= period.From ? window : null;

    /// <summary>The newest window that had ended on a day; null for an indicator of every period.</summary>
    /// <param name="frequency">How often.</param>
    /// <param name="custom">The windows of a custom frequency.</param>
    /// <param name="on">The day.</param>
    public static DateSpan? LastEnded(IndicatorFrequency frequency, ReferenceWindow? custom, DateOnly on) =>
        Of(frequency, custom) is { } windows ? LastEndingBy(windows, on) : null;

    private static ReferenceWindow? Of(IndicatorFrequency frequency, ReferenceWindow? custom) => frequency switch
    {
        IndicatorFrequency.HalfYear => HalfYears,
        IndicatorFrequency.CalendarYear => CalendarYears,
        IndicatorFrequency.SchoolYear => SchoolYears,
        IndicatorFrequency.TwoYears => TwoYears,
        IndicatorFrequency.Custom => custom,
        _ => null,
    };

    private static DateSpan? LastEndingBy(ReferenceWindow windows, DateOnly day)
    {
        // A window that ended by the day began at most two distances before the year's own.
        var years = Math.Max(windows.EveryMonths / 12, 1);
        var first = day.Year - (day.Year % years) - (2 * years);
        if (first < 1 || day.Year + (2 * years) > DateOnly.MaxValue.Year) return null;
        var start = new DateOnly(first, windows.StartMonth, windows.StartDay);
        DateSpan? last = null;
        for (var span = At(start, windows); span.To <= day; span = At(start, windows))
        {
            last = span;
            start = start.AddMonths(windows.EveryMonths);
        }

        return last;
    }

    private static DateSpan At(DateOnly start, ReferenceWindow windows) => new(start, start.AddMonths(windows.Months).AddDays(-1));
}
