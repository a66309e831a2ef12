using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;

namespace LearningCity.BuildingBlocks.Tests.Ui;

internal sealed class DisplayTests
{
    [TestCase("1234567.89", "1.234.567,89", "1,234,567.89")]
    [TestCase("0", "0", "0")]
    [TestCase("-1234.5", "-1.234,5", "-1,234.5")]
    [TestCase("12.50", "12,5", "12.5")]
    public void Numbers_are_grouped_as_each_language_writes_them(string value, string vi, string en)
    {
        var number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

        Display.Number(number, Language.Vi).ShouldBe(vi);
        Display.Number(number, Language.En).ShouldBe(en);
    }

    [Test]
    public void A_fixed_number_of_decimals_rounds_half_away_from_zero()
    {
        Display.Number(0.125m, Language.Vi, 2).ShouldBe("0,13");
        Display.Number(-0.125m, Language.Vi, 2).ShouldBe("-0,13");
        Display.Number(7m, Language.Vi, 1).ShouldBe("7,0");
    }

    [Test]
    public void What_rounds_to_zero_has_no_sign()
    {
        Display.Number(-0.0004m, Language.Vi, 1).ShouldBe("0,0");
        Display.Change(0.0004m, Language.Vi, 1).ShouldBe("0,0");
    }

    [Test]
    public void A_share_says_what_it_is_a_share_of()
    {
        Display.Share(16, 22, Language.Vi).ShouldBe("72,7% (16/22)");
        Display.Share(3412, 3968, Language.En).ShouldBe("86.0% (3,412/3,968)");
    }

    [Test]
    public void A_share_of_nothing_is_not_applicable() => Display.Share(0, 0, Language.Vi).ShouldBe("-");

    [Test]
    public void Changes_carry_their_sign_and_percentages_change_by_points()
    {
        Display.Change(1880, Language.Vi).ShouldBe("+1.880");
        Display.Change(-3, Language.Vi).ShouldBe("-3");
        Display.Change(0, Language.Vi).ShouldBe("0");
        Display.PointChange(0.003m, Language.Vi).ShouldBe("+0,3 điểm %");
        Display.PointChange(-0.012m, Language.En).ShouldBe("-1.2 pts");
        Display.RelativeChange(1250, 3130, Language.Vi).ShouldBe("+150,4%");
        Display.RelativeChange(0, 5, Language.Vi).ShouldBeNull();
    }

    [Test]
    public void Days_read_as_each_language_writes_them()
    {
        var day = new DateOnly(2026, 6, 30);

        Display.Date(day, Language.Vi).ShouldBe("30/06/2026");
        Display.Date(day, Language.En).ShouldBe("30 June 2026");
        Display.LongDate(day, Language.Vi).ShouldBe("Thứ Ba, 30/06/2026");
        Display.LongDate(day, Language.En).ShouldBe("Tuesday, 30 June 2026");
    }

    [Test]
    public void A_moment_reads_by_the_citys_clock()
    {
        var lateInTheDayUtc = new DateTimeOffset(2026, 6, 25, 19, 12, 0, TimeSpan.Zero);

        Display.Moment(lateInTheDayUtc, Language.Vi).ShouldBe("02:12 ngày 26/06/2026");
        Display.Moment(lateInTheDayUtc, Language.En).ShouldBe("02:12 on 26 June 2026");
        Display.ShortMoment(lateInTheDayUtc, Language.Vi).ShouldBe("26/06/2026 02:12");
    }

    [TestCase(640L, "640 B")]
    [TestCase(655_360L, "640 KB")]
    [TestCase(1_258_291L, "1,2 MB")]
    public void Files_have_sizes_that_people_know(long bytes, string text) => Display.FileSize(bytes, Language.Vi).ShouldBe(text);

    [Test]
    public void Only_English_nouns_have_a_plural()
    {
        Display.Count(1, Language.En, "báo cáo", "report", "reports").ShouldBe("1 report");
        Display.Count(1200, Language.En, "báo cáo", "report", "reports").ShouldBe("1,200 reports");
        Display.Count(1200, Language.Vi, "báo cáo", "report", "reports").ShouldBe("1.200 báo cáo");
    }
}
