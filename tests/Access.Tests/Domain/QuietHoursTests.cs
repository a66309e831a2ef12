using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Time;

namespace LearningCity.Access.Tests.Domain;

internal sealed class QuietHoursTests
{
    private static readonly DateOnly Day = new(2026, 12, 17);
    private static readonly QuietHours Night = new(new TimeOnly(20, 0), new TimeOnly(7, 0));

    [TestCase(19, 59, 0, 19, 59)]
    [TestCase(20, 0, 1, 7, 0)]
    [TestCase(23, 30, 1, 7, 0)]
    [TestCase(0, 0, 0, 7, 0)]
    [TestCase(6, 59, 0, 7, 0)]
    [TestCase(7, 0, 0, 7, 0)]
    public void What_comes_up_at_night_waits_for_the_next_morning(int hour, int minute, int daysLater, int thenHour, int thenMinute) =>
        Night.NotBefore(CityTime.At(Day, new TimeOnly(hour, minute)))
            .ShouldBe(CityTime.At(Day.AddDays(daysLater), new TimeOnly(thenHour, thenMinute)));

    [Test]
    public void A_city_may_have_no_quiet_at_all()
    {
        var now = CityTime.At(Day, new TimeOnly(23, 0));
        new QuietHours(default, default).NotBefore(now).ShouldBe(now);
    }
}
