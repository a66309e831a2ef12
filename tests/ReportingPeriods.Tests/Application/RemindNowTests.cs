using LearningCity.ReportingPeriods.Application;
using LearningCity.Testing;

namespace LearningCity.ReportingPeriods.Tests.Application;

/// <summary>The button on the board of a period: whoever has not handed in is reminded, once a day.</summary>
internal sealed class RemindNowTests(string database) : TownTest(database)
{
    [Test]
    public async Task Each_unit_below_is_reminded_once_a_day_whoever_asks_and_on_whichever_host()
    {
        await FeedTreesAsync();
        var period = await OpenAsync("2088-H1");
        var owed = (await ObligationsAsync(period)).ToDictionary(o => o.UnitId);
        var ward = Callers.Of(Town.Ward, "reporting_periods.remind", "reporting_periods.read");
        At(owed[Town.School].DueOn);
        (await Send(new CountToRemind("2088-H1"), ward)).ShouldBe(1, "its school, and not itself");
        (await Send(new CountToRemind("2088-H1"), Callers.Of(Town.School, "reporting_periods.read"))).ShouldBe(0);
        (await Send(new RemindNow("2088-H1"), Callers.Of(Town.Ward, "reporting_periods.read"))).Failures.Single().Code.ShouldBe("platform.not_allowed");

        await using var second = await StartSecondHostAsync();
        var sent = await AtOnceAsync(second, () => new RemindNow("2088-H1"));
        sent.ShouldAllBe(result => result.Succeeded);
        sent.Sum(result => result.Value).ShouldBe(owed.Count);
        foreach (var unit in owed.Keys) (await NoticesAsync(period, unit)).ShouldBe(1);
        Require(await Send(new RemindNow("2088-H1"), ward)).Value.ShouldBe(0);

        Town.Submitted.Add(owed[Town.School].Id);
        At(owed[Town.School].DueOn.AddDays(1));
        (await Send(new CountToRemind("2088-H1"), ward)).ShouldBe(0, "it has handed in");
        Require(await Send(new RemindNow("2088-H1"))).Value.ShouldBe(owed.Count - 1);
        At(period.ClosesOn.AddDays(1));
        Require(await Send(new ClosePeriod("2088-H1")));
        (await Send(new RemindNow("2088-H1"))).Failures.Single().Code.ShouldBe("reporting_periods.not_open_for_reminders");
    }
}
