using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LearningCity.BuildingBlocks.Time;

namespace LearningCity.BuildingBlocks.Tests.Time;

internal sealed class HolidayCalendarTests
{
    private static readonly HolidayCalendar Calendar = HolidayCalendar.Vietnam;

    private static readonly Gen<DateOnly> Days =
        from days in Gen.Choose(new DateOnly(2020, 1, 1).DayNumber, new DateOnly(2035, 12, 31).DayNumber)
        select DateOnly.FromDayNumber(days);

    private static readonly Gen<int> Steps = Gen.Choose(1, 60);

    [TestCase("2025-05-02", false, Description = "swapped for Saturday 26 April")]
    [TestCase("2025-04-26", true, Description = "Saturday worked for 2 May")]
    [TestCase("2024-04-29", false, Description = "swapped for Saturday 4 May")]
    [TestCase("2024-05-04", true, Description = "Saturday worked for 29 April")]
    [TestCase("2024-02-14", false, Description = "last day of Tết 2024")]
    [TestCase("2024-02-15", true, Description = "first day after Tết 2024")]
    [TestCase("2025-01-24", true, Description = "last day before Tết 2025")]
    [TestCase("2025-01-27", false, Description = "first day of Tết 2025")]
    [TestCase("2025-02-03", true, Description = "first day after Tết 2025")]
    [TestCase("2026-01-02", false, Description = "swapped for Saturday 10 January")]
    [TestCase("2026-01-10", true, Description = "Saturday worked for 2 January")]
    [TestCase("2026-02-20", false, Description = "last day of Tết 2026")]
    [TestCase("2026-04-27", false, Description = "for the Kings' day, a Sunday")]
    [TestCase("2026-11-22", false, Description = "a Sunday")]
    [TestCase("2026-11-23", true, Description = "a Monday")]
    public void Announced_days_are_honoured(string day, bool works) => Calendar.IsWorkingDay(Day(day)).ShouldBe(works);

    [TestCase(2027, "2027-02-05", "2027-02-09", Description = "from the eve to the fourth day")]
    [TestCase(2028, "2028-01-25", "2028-01-29")]
    public void Tet_of_a_year_without_announcement_has_five_days_from_its_eve(int year, string first, string last)
    {
        var off = Calendar.YearOf(year).DaysOff;
        for (var day = Day(first); day <= Day(last); day = day.AddDays(1)) off.ShouldContain(day);
        Calendar.YearOf(year).Source.ShouldBeNull();
    }

    [Test]
    public void A_holiday_on_a_weekend_gives_the_next_working_day_off()
    {
        // 1 May 2027 is a Saturday; Tết 2027 holds a Saturday and a Sunday.
        Calendar.IsWorkingDay(new DateOnly(2027, 5, 3)).ShouldBeFalse();
        Calendar.IsWorkingDay(new DateOnly(2027, 2, 10)).ShouldBeFalse();
        Calendar.IsWorkingDay(new DateOnly(2027, 2, 11)).ShouldBeFalse();
        Calendar.IsWorkingDay(new DateOnly(2027, 2, 12)).ShouldBeTrue();
    }

    [Test]
    public void Every_announced_year_names_its_source_and_gives_the_eleven_days_of_the_law()
    {
        foreach (var year in (int[])[2024, 2025, 2026])
        {
            var announced = Calendar.YearOf(year);
            announced.Source.ShouldNotBeNullOrEmpty();
            announced.WorkedInstead.ShouldAllBe(day => day.DayOfWeek == DayOfWeek.Saturday || day.DayOfWeek == DayOfWeek.Sunday);

            // Weekdays that are off are the law's eleven days, but those on a weekend that Tết's block of days holds, and one more
            // for each swapped day.
            var weekdaysOff = announced.DaysOff.Count(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
            weekdaysOff.ShouldBe(11 + announced.WorkedInstead.Count);
        }
    }

    [Test]
    public void Adding_working_days_lands_on_a_working_day_after_so_many_of_them() => ForAll((day, steps) =>
        Calendar.AddWorkingDays(day, steps) is var end && Calendar.IsWorkingDay(end) && Calendar.WorkingDaysBetween(day, end) == steps);

    [Test]
    public void Taking_away_what_was_added_leads_back_from_any_working_day() => ForAll((day, steps) =>
        Calendar.AddWorkingDays(day, 0) is var start && Calendar.AddWorkingDays(Calendar.AddWorkingDays(start, steps), -steps) == start);

    [Test]
    public void Adding_in_two_steps_is_adding_at_once() => ForAll((day, steps) =>
        Calendar.AddWorkingDays(Calendar.AddWorkingDays(day, steps), 7) == Calendar.AddWorkingDays(day, steps + 7));

    [Test]
    public void More_working_days_lie_later() => ForAll((day, steps) =>
        Calendar.AddWorkingDays(day, steps) < Calendar.AddWorkingDays(day, steps + 1));

    [Test]
    public void A_later_start_never_ends_earlier() => ForAll((day, steps) =>
        Calendar.AddWorkingDays(day, steps) <= Calendar.AddWorkingDays(day.AddDays(1), steps));

    [Test]
    public void Counting_there_is_the_opposite_of_counting_back() => ForAll((day, steps) =>
        Calendar.WorkingDaysBetween(day, day.AddDays(steps)) == -Calendar.WorkingDaysBetween(day.AddDays(steps), day));

    [Test]
    public void No_day_is_both_off_and_worked_instead() => ForAll((day, _) =>
        !(Calendar.YearOf(day.Year).DaysOff.Contains(day) && Calendar.YearOf(day.Year).WorkedInstead.Contains(day)));

    private static void ForAll(Func<DateOnly, int, bool> law) => Prop.ForAll(Days.ToArbitrary(), Steps.ToArbitrary(), law)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20241030, 7));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
