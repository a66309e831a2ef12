using LearningCity.CriteriaCatalog.Contracts.Timing;

namespace LearningCity.CriteriaCatalog.Tests.Contracts;

/// <summary>When an indicator with a rhythm of its own is asked for. Half-years are those of Decree 09/2019/NĐ-CP.</summary>
internal sealed class IndicatorCalendarTests
{
    private static readonly DateSpan FirstHalf = new(new DateOnly(2025, 12, 15), new DateOnly(2026, 6, 14));
    private static readonly DateSpan SecondHalf = new(new DateOnly(2026, 6, 15), new DateOnly(2026, 12, 14));

    private static string? Asked(IndicatorFrequency frequency, DateSpan period, ReferenceWindow? custom = null) =>
        IndicatorCalendar.AskedFor(frequency, custom, period) is { } span ? $"{span.From:yyyy-MM-dd} {span.To:yyyy-MM-dd}" : null;

    [TestCase(IndicatorFrequency.EveryPeriod, "2025-12-15 2026-06-14", "2026-06-15 2026-12-14")]
    [TestCase(IndicatorFrequency.HalfYear, "2025-12-15 2026-06-14", "2026-06-15 2026-12-14")]
    [TestCase(IndicatorFrequency.CalendarYear, "2025-01-01 2025-12-31", null)]
    [TestCase(IndicatorFrequency.SchoolYear, "2025-09-01 2026-05-31", null)]
    [TestCase(IndicatorFrequency.TwoYears, "2024-01-01 2025-12-31", null)]
    public void Is_asked_for_in_the_half_year_in_which_its_window_ends(IndicatorFrequency frequency, string? first, string? second) =>
        (Asked(frequency, FirstHalf), Asked(frequency, SecondHalf)).ShouldBe((first, second));

    [Test]
    public void Windows_of_its_own_repeat()
    {
        var quarters = new ReferenceWindow(1, 1, 3, 3);
        Asked(IndicatorFrequency.Custom, FirstHalf, quarters).ShouldBe("2026-01-01 2026-03-31");
        Asked(IndicatorFrequency.Custom, SecondHalf, quarters).ShouldBe("2026-07-01 2026-09-30");
        Asked(IndicatorFrequency.Custom, SecondHalf, new ReferenceWindow(12, 15, 12, 12)).ShouldBe("2025-12-15 2026-12-14");
        Asked(IndicatorFrequency.Custom, FirstHalf, new ReferenceWindow(9, 1, 4, 12)).ShouldBe("2025-09-01 2025-12-31");
    }

    [TestCase(2026, 5, 30, "2024-09-01 2025-05-31")]
    [TestCase(2026, 5, 31, "2025-09-01 2026-05-31")]
    public void Otherwise_the_last_window_that_ended_is_shown(int year, int month, int day, string expected)
    {
        var span = IndicatorCalendar.LastEnded(IndicatorFrequency.SchoolYear, null, new DateOnly(year, month, day))!.Value;
        $"{span.From:yyyy-MM-dd} {span.To:yyyy-MM-dd}".ShouldBe(expected);
    }

    [TestCase(1, 1, 3, 5, false, Description = "five months do not divide a year")]
    [TestCase(1, 1, 4, 3, false, Description = "windows overlap")]
    [TestCase(2, 30, 1, 1, false)]
    [TestCase(1, 1, 36, 36, true)]
    [TestCase(1, 1, 18, 18, false)]
    public void Windows_that_cannot_be_laid_out_are_told(int month, int day, int months, int every, bool sound) =>
        new ReferenceWindow(month, day, months, every).IsSound.ShouldBe(sound);

    [Test]
    public void The_ends_of_the_calendar_have_no_windows()
    {
        IndicatorCalendar.LastEnded(IndicatorFrequency.TwoYears, null, DateOnly.MinValue).ShouldBeNull();
        IndicatorCalendar.LastEnded(IndicatorFrequency.TwoYears, null, DateOnly.MaxValue).ShouldBeNull();
    }
}
