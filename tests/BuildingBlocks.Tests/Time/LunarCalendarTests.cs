using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LearningCity.BuildingBlocks.Time;

namespace LearningCity.BuildingBlocks.Tests.Time;

/// <summary>Known dates: the government's yearly announcements, and Hồ Ngọc Đức's tables for UTC+7 where they differ from China's.</summary>
internal sealed class LunarCalendarTests
{
    [TestCase(2023, "2023-01-22")]
    [TestCase(2024, "2024-02-10")]
    [TestCase(2025, "2025-01-29")]
    [TestCase(2026, "2026-02-17")]
    [TestCase(2027, "2027-02-06")]
    [TestCase(2028, "2028-01-26")]
    [TestCase(2029, "2029-02-13")]
    public void New_year_falls_on_the_known_day(int year, string day) => LunarCalendar.NewYear(year).ShouldBe(Day(day));

    [TestCase(1968, "1968-01-29", Description = "China celebrated on 30 January")]
    [TestCase(1985, "1985-01-21", Description = "China celebrated a month later, on 20 February")]
    [TestCase(2007, "2007-02-17", Description = "China celebrated on 18 February")]
    [TestCase(2030, "2030-02-02", Description = "China celebrates on 3 February")]
    public void New_year_is_computed_for_the_zone_of_vietnam(int year, string day) => LunarCalendar.NewYear(year).ShouldBe(Day(day));

    [TestCase(2023, "2023-04-29")]
    [TestCase(2024, "2024-04-18")]
    [TestCase(2025, "2025-04-07")]
    [TestCase(2026, "2026-04-26")]
    public void The_kings_are_honoured_on_the_tenth_of_the_third_month(int year, string day) =>
        LunarCalendar.ToSolar(year, 3, 10).ShouldBe(Day(day));

    [Test]
    public void New_year_is_the_first_day_of_the_first_month() => ForAnyYear(year =>
        LunarCalendar.ToSolar(year, 1, 1) == LunarCalendar.NewYear(year));

    [Test]
    public void New_year_lies_between_20_january_and_21_february() => ForAnyYear(year =>
        LunarCalendar.NewYear(year) is var day && day >= new DateOnly(year, 1, 20) && day <= new DateOnly(year, 2, 21));

    [Test]
    public void A_lunar_year_has_twelve_or_thirteen_months() => ForAnyYear(year =>
        LunarCalendar.NewYear(year + 1).DayNumber - LunarCalendar.NewYear(year).DayNumber is (>= 353 and <= 356) or (>= 383 and <= 386));

    [Test]
    public void A_month_has_29_or_30_days_unless_a_leap_month_follows() => ForAnyYear(year =>
        Enumerable.Range(1, 9).All(month =>
            LunarCalendar.ToSolar(year, month + 1, 1).DayNumber - LunarCalendar.ToSolar(year, month, 1).DayNumber is 29 or 30 or 58 or 59 or 60));

    /// <summary>
    /// The framework's Chinese calendar follows the same rules for UTC+8. Outside the years in which a new moon or a solstice falls on
    /// different days, the two must agree, which is a check against somebody else's computation. Vietnam has counted for UTC+7 since 1968.
    /// </summary>
    [Test]
    public void Agrees_with_the_calendar_of_china_in_all_but_few_years()
    {
        var china = new ChineseLunisolarCalendar();
        var different = Enumerable.Range(1968, 132)
            .Where(year => LunarCalendar.NewYear(year) != DateOnly.FromDateTime(china.ToDateTime(year, 1, 1, 0, 0, 0, 0)))
            .ToList();
        different.ShouldBeSubsetOf([1968, 1969, 1985, 2007, 2030, 2053, 2072]);
        different.ShouldContain(2007);
        different.ShouldContain(2030);
    }

    private static void ForAnyYear(Func<int, bool> law) =>
        Prop.ForAll(Gen.Choose(1900, 2150).ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithReplay(20241030, 5));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
