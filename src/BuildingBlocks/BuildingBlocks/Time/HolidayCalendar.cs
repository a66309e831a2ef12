using System.Collections.Concurrent;

namespace LearningCity.BuildingBlocks.Time;

/// <summary>What a day is to people who work.</summary>
public enum DayKind
{
    /// <summary>A working day.</summary>
    Working,

    /// <summary>A Saturday or Sunday.</summary>
    Weekend,

    /// <summary>A public holiday, or a day given or swapped for one.</summary>
    Holiday,

    /// <summary>A Saturday or Sunday on which people work in exchange for a day off.</summary>
    WorkedInstead,
}

/// <summary>
/// Working days in Viet Nam: not Saturdays, Sundays and public holidays; days swapped by the yearly announcement are honoured.
/// Holidays: Labour Code 45/2019/QH14, article 112 (New Year 1 day, Tết 5 days, 30 April, 1 May, National Day 2 days, Hùng Kings'
/// Day). Which days of Tết and of National Day are chosen, and which days are made up for, is announced each year: data.
/// </summary>
/// <param name="announcements">What was announced, by year; years without are computed.</param>
public sealed class HolidayCalendar(IReadOnlyDictionary<int, HolidayYear> announcements)
{
    private readonly ConcurrentDictionary<int, HolidayYear> _years = new(announcements);

    /// <summary>The calendar with every announcement that the product knows of.</summary>
    public static HolidayCalendar Vietnam { get; } = new(AnnouncedHolidays.Load());

    /// <summary>A calendar without announcements.</summary>
    public static HolidayCalendar Computed { get; } = new(new Dictionary<int, HolidayYear>());

    /// <summary>This calendar with some of its years replaced.</summary>
    public HolidayCalendar With(IReadOnlyDictionary<int, HolidayYear> years) =>
        new(new Dictionary<int, HolidayYear>(announcements.Where(year => !years.ContainsKey(year.Key)).Concat(years)));

    /// <summary>Whether people work on that day.</summary>
    public bool IsWorkingDay(DateOnly day) => KindOf(day) is DayKind.Working or DayKind.WorkedInstead;

    /// <summary>What a day is.</summary>
    public DayKind KindOf(DateOnly day)
    {
        var year = YearOf(day.Year);
        if (year.WorkedInstead.Contains(day)) return DayKind.WorkedInstead;
        if (year.DaysOff.Contains(day)) return DayKind.Holiday;
        return day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Working;
    }

    /// <summary>The n-th working day after a day; before it where n is negative; for 0 the day itself, or the next working day.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int workingDays)
    {
        var step = workingDays < 0 ? -1 : 1;
        var left = Math.Abs(workingDays);
        if (left == 0)
        {
            while (!IsWorkingDay(day)) day = day.AddDays(1);
            return day;
        }

        while (left > 0)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day)) left--;
        }

        return day;
    }

    /// <summary>How many working days lie after <paramref name="from"/>, up to and with <paramref name="to"/>; negative where it is earlier.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from) return -WorkingDaysBetween(to, from);
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            if (IsWorkingDay(day)) count++;
        }

        return count;
    }

    /// <summary>The days of a year: as announced, or computed where nothing is.</summary>
    public HolidayYear YearOf(int year) => _years.GetOrAdd(year, HolidayYear.Compute);
}

/// <summary>The days off of one year, and the weekend days that are worked instead.</summary>
/// <param name="DaysOff">Public holidays and days given for holidays that fall on a weekend.</param>
/// <param name="WorkedInstead">Saturdays or Sundays on which people work in exchange for a day off.</param>
/// <param name="Source">The announcement; null for a year that is computed.</param>
public sealed record HolidayYear(IReadOnlySet<DateOnly> DaysOff, IReadOnlySet<DateOnly> WorkedInstead, string? Source = null)
{
    /// <summary>
    /// What the law gives where nothing is announced: Tết from the last day of the old lunar year to the fourth of the new, National
    /// Day with the day before it, and the next working day for a holiday on a weekend.
    /// </summary>
    public static HolidayYear Compute(int year)
    {
        var newYear = LunarCalendar.NewYear(year);
        var off = new SortedSet<DateOnly>();
        DateOnly[] holidays =
        [
            new(year, 1, 1),
            newYear.AddDays(-1), newYear, newYear.AddDays(1), newYear.AddDays(2), newYear.AddDays(3),
            LunarCalendar.ToSolar(year, 3, 10),
            new(year, 4, 30), new(year, 5, 1),
            new(year, 9, 1), new(year, 9, 2),
        ];
        foreach (var holiday in holidays) off.Add(holiday);

        // Article 111(3): a holiday on a weekly day off is made up for on the next working day.
        foreach (var holiday in holidays.Where(day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday))
        {
            var instead = holiday.AddDays(1);
            while (off.Contains(instead) || instead.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) instead = instead.AddDays(1);
            off.Add(instead);
        }

        return new HolidayYear(off, new HashSet<DateOnly>());
    }
}
