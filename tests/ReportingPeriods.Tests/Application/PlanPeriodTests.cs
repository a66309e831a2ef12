using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.Testing;

namespace LearningCity.ReportingPeriods.Tests.Application;

internal sealed class PlanPeriodTests(string database) : TownTest(database)
{
    [Test]
    public async Task Planning_twice_gives_one_period()
    {
        var first = Require(await Send(new PlanPeriod(Cycle.HalfYear, "2041-H1"))).Value;
        Require(await Send(new PlanPeriod(Cycle.HalfYear, "2041-H1"))).Value.ShouldBe(first);
    }

    [Test]
    public async Task Two_hosts_that_plan_at_once_plan_one_period()
    {
        await using var second = await StartSecondHostAsync();
        var plans = await AtOnceAsync(second, () => new PlanPeriod(Cycle.HalfYear, "2042-H1"));
        plans.ShouldAllBe(plan => plan.Succeeded);
        plans.Select(plan => plan.Value).Distinct().Count().ShouldBe(1);
    }

    [Test]
    public async Task The_present_period_and_the_next_plan_themselves()
    {
        At(new DateOnly(2043, 11, 22));
        Require(await Send(new PlanNextPeriods()));
        Require(await Send(new PlanNextPeriods()));
        var present = (await Send(new FindPeriod("2043-H2")))!;
        var next = (await Send(new FindPeriod("2044-H1")))!;
        next.WindowFrom.ShouldBe(present.WindowTo.AddDays(1));
        next.PreviousId.ShouldBe(present.Id);
    }

    [Test]
    public async Task A_preview_shows_the_dates_that_planning_gives()
    {
        var preview = Require(await Send(new PreviewPeriod(Cycle.HalfYear, "2045-H1"))).Value;
        (await Send(new FindPeriod("2045-H1"))).ShouldBeNull();
        Require(await Send(new PlanPeriod(Cycle.HalfYear, "2045-H1")));
        var planned = Require(await Send(new ReadPeriod("2045-H1"))).Value;
        planned.DueDates.ShouldBe(preview.DueDates);
        planned.ClosesOn.ShouldBe(preview.ClosesOn);
    }

    [Test]
    public async Task Changed_due_dates_count_for_periods_planned_from_then_on()
    {
        Require(await Send(new PlanPeriod(Cycle.HalfYear, "2046-H1")));
        var cycle = Require(await Send(new ReadCycles())).Value.Single(c => c.Code == Cycle.HalfYear);
        Require(await Send(new ChangeCycle(Cycle.HalfYear, cycle.Version, null, 5, 9, 13, 30)));
        try
        {
            Require(await Send(new PlanPeriod(Cycle.HalfYear, "2046-H2")));
            var earlier = Require(await Send(new ReadPeriod("2046-H1"))).Value;
            var later = Require(await Send(new ReadPeriod("2046-H2"))).Value;
            earlier.DueDates.Select(due => due.WorkingDays).ShouldBe([3, 8, 12]);
            later.DueDates.Select(due => due.WorkingDays).ShouldBe([5, 9, 13]);
            later.DueDates[0].DueOn.ShouldBe(HolidayCalendar.Vietnam.AddWorkingDays(later.WindowTo, 5));

            var stale = await Send(new ChangeCycle(Cycle.HalfYear, cycle.Version, null, 3, 8, 12, 25));
            stale.Failures[0].Code.ShouldBe("platform.stale");
        }
        finally
        {
            Require(await Send(new ChangeCycle(Cycle.HalfYear, cycle.Version + 1, null, 3, 8, 12, 25)));
        }
    }

    [Test]
    public async Task Windows_without_name_date_or_order_are_refused_and_never_stored()
    {
        var cycle = Require(await Send(new ReadCycles())).Value.Single(c => c.Code == Cycle.HalfYear);
        var half = Cycle.HalfYears().Windows;
        IReadOnlyList<CycleWindow>[] wrong =
        [
            [null!], [half[0]], [half[0], half[1] with { Suffix = "H1" }], [half[0], half[1] with { ToMonth = 13 }],
            [half[0] with { OpensMonth = 7 }, half[1]], [half[0] with { Name = new(null!, null!) }, half[1]], [half[0] with { Suffix = "H/1" }, half[1]],
        ];
        foreach (var windows in wrong)
        {
            var refused = await Send(new ChangeCycle(Cycle.HalfYear, cycle.Version, windows, 3, 8, 12, 25));
            refused.Failures.ShouldAllBe(failure => failure.Field == "windows");
            refused.Succeeded.ShouldBeFalse();
        }

        Require(await Send(new ReadCycles())).Value.Single(c => c.Code == Cycle.HalfYear).Version.ShouldBe(cycle.Version);
    }

    [TestCase("half_year", "2046-H3", "reporting_periods.code_not_of_cycle")]
    [TestCase("half_year", "", "reporting_periods.code_not_of_cycle")]
    [TestCase("moon", "2046-H1", "reporting_periods.unknown_cycle")]
    public async Task What_cannot_be_planned_is_refused(string cycle, string code, string failure) =>
        (await Send(new PlanPeriod(cycle, code))).Failures.Single().Code.ShouldBe(failure);

    [Test]
    public async Task Only_who_manages_everywhere_may_plan()
    {
        var manager = Callers.Of(Town.Department, ReportingPeriodsPermissions.Manage.Code);
        (await Send(new PlanPeriod(Cycle.HalfYear, "2047-H1"), manager)).Failures.Single().Code.ShouldBe("platform.not_allowed");
        var reader = Callers.Everywhere(ReportingPeriodsPermissions.Read.Code);
        (await Send(new PlanPeriod(Cycle.HalfYear, "2047-H1"), reader)).Failures.Single().Code.ShouldBe("platform.not_allowed");
    }
}
