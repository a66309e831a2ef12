using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Domain;

namespace LearningCity.ReportingPeriods.Tests.Application;

internal sealed class CalendarTests(string database) : TownTest(database)
{
    [Test]
    public async Task A_day_off_by_decision_moves_planned_dates_and_leaves_fixed_ones()
    {
        var open = await OpenAsync("2091-H1");
        Require(await Send(new PlanPeriod(Cycle.HalfYear, "2091-H2")));
        var fixedDates = Require(await Send(new ReadPeriod("2091-H1"))).Value.DueDates;
        var planned = Require(await Send(new ReadPeriod("2091-H2"))).Value;
        Require(await Send(new EditDay(fixedDates[0].DueOn, "holiday", "Quyết định 12/QĐ")));
        Require(await Send(new EditDay(planned.DueDates[0].DueOn, "holiday", "Quyết định 13/QĐ")));

        Require(await Send(new ReadPeriod("2091-H1"))).Value.DueDates.ShouldBe(fixedDates, "opening fixed them");
        var now = Require(await Send(new ReadPeriod("2091-H2"))).Value.DueDates;
        now[0].DueOn.ShouldBe(HolidayCalendar.Vietnam.AddWorkingDays(planned.DueDates[0].DueOn, 1));
        var edits = Require(await Send(new ReadDayEdits(2091))).Value;
        edits.FixedDates.ShouldContain(date => date.PeriodCode == open.Code && date.DueOn == fixedDates[0].DueOn && date.WouldBe > date.DueOn);

        Require(await Send(new EditDay(planned.DueDates[0].DueOn, "as_announced", "Quyết định 14/QĐ")));
        Require(await Send(new EditDay(planned.DueDates[0].DueOn, "as_announced", "Quyết định 14/QĐ")));
        Require(await Send(new ReadPeriod("2091-H2"))).Value.DueDates.ShouldBe(planned.DueDates);
        Require(await Send(new ReadDayEdits(2091))).Value.Edits.Where(edit => edit.Day == planned.DueDates[0].DueOn)
            .Select(edit => (edit.Revision, edit.Kind, edit.Counts)).ShouldBe([(1, "holiday", false), (2, "as_announced", true)]);
    }

    [Test]
    public async Task A_worked_saturday_counts_as_a_working_day()
    {
        var saturday = new DateOnly(2092, 3, 1);
        while (saturday.DayOfWeek != DayOfWeek.Saturday) saturday = saturday.AddDays(1);
        var before = Require(await Send(new ReadCalendar(saturday, saturday))).Value.WorkingDays;
        Require(await Send(new EditDay(saturday, "worked_instead", "Thông báo 5/TB")));
        var after = Require(await Send(new ReadCalendar(saturday, saturday))).Value;
        (before, after.WorkingDays).ShouldBe((0, 1));
        after.Years.Single().Source!.ShouldContain("Thông báo 5/TB");
    }

    [TestCase("holiday", " ", "decision")]
    [TestCase("off", "QĐ 1", "kind")]
    [TestCase(null, "QĐ 1", "kind")]
    public async Task An_edit_needs_a_kind_and_a_decision(string? kind, string decision, string field) =>
        (await Send(new EditDay(new DateOnly(2093, 5, 5), kind, decision))).Failures.ShouldContain(failure => failure.Field == field);

    [Test]
    public async Task Only_who_manages_everywhere_edits()
    {
        var reader = LearningCity.Testing.Callers.Everywhere(ReportingPeriodsPermissions.Read.Code);
        (await Send(new EditDay(new DateOnly(2093, 5, 5), "holiday", "QĐ 1"), reader)).Failures.Single().Code.ShouldBe("platform.not_allowed");
    }
}
