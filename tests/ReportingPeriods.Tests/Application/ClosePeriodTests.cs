using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;

namespace LearningCity.ReportingPeriods.Tests.Application;

internal sealed class ClosePeriodTests(string database) : TownTest(database)
{
    [Test]
    public async Task The_job_closes_the_day_after_the_last_one_and_tells_it_once()
    {
        var period = await OpenAsync("2061-H1");
        At(period.ClosesOn, 23);
        Require(await Send(new CloseDuePeriods()));
        (await Send(new FindPeriod(period.Code)))!.State.ShouldBe(PeriodState.Open);
        At(period.ClosesOn.AddDays(1), 0);
        Require(await Send(new CloseDuePeriods()));
        Require(await Send(new ClosePeriod(period.Code)));
        (await Send(new FindPeriod(period.Code)))!.State.ShouldBe(PeriodState.Closed);
        (await EventsAsync("reporting_periods.period_closed.v1", period.Code)).ShouldBe(1);
    }

    [Test]
    public async Task An_edition_seals_a_closed_period_once_and_an_open_one_never()
    {
        var period = await OpenAsync("2069-H1");
        async Task TellAsync(int edition) => await City.UseAsync<MediatR.IPublisher, int>(async publisher =>
        {
            await publisher.Publish(new EditionSealed(BuildingBlocks.Ids.New(), period.Id, period.Code, BuildingBlocks.Ids.New(), edition));
            return 0;
        });
        await TellAsync(1);
        (await Send(new FindPeriod(period.Code)))!.State.ShouldBe(PeriodState.Open);
        At(period.ClosesOn.AddDays(1), 0);
        Require(await Send(new ClosePeriod(period.Code)));
        await TellAsync(1);
        await TellAsync(2);
        var known = (await Send(new FindPeriod(period.Code)))!;
        (known.State, known.IsClosed).ShouldBe((PeriodState.Sealed, true));
        Require(await Send(new ClosePeriod(period.Code)));
        (await Send(new FindPeriod(period.Code)))!.State.ShouldBe(PeriodState.Sealed);
    }

    [Test]
    public async Task A_period_is_not_closed_before_the_last_tier_had_its_day()
    {
        var period = await OpenAsync("2062-H1");
        At((await ObligationsAsync(period)).Max(o => o.DueOn), 23);
        (await Send(new ClosePeriod(period.Code))).Failures.Single().Code.ShouldBe("reporting_periods.too_early_to_close");
    }

    [Test]
    public async Task Of_hosts_that_close_at_once_one_does_and_the_log_has_each_line_once()
    {
        var period = await OpenAsync("2063-H1");
        At(period.ClosesOn.AddDays(1));
        await using var second = await StartSecondHostAsync();
        var closed = await AtOnceAsync(second, () => new ClosePeriod(period.Code));
        closed.ShouldAllBe(result => result.Succeeded);
        (await EventsAsync("reporting_periods.period_closed.v1", period.Code)).ShouldBe(1);
        (await LogAsync(period.Id)).Count.ShouldBe(5 * ReminderSchedule.Rules.Count);
    }

    [Test]
    public async Task Reminders_that_were_never_sent_are_on_record_as_skipped()
    {
        var period = await OpenAsync("2064-H1");
        At(period.ClosesOn.AddDays(1));
        Require(await Send(new ClosePeriod(period.Code, SkipReason.JobsOff)));
        var log = await LogAsync(period.Id);
        log.Count.ShouldBe(5 * ReminderSchedule.Rules.Count);
        log.ShouldAllBe(line => line.Outcome == ReminderOutcome.Skipped && line.Reason == SkipReason.JobsOff);
    }

    [Test]
    public async Task A_planned_period_is_not_closed_and_a_closed_one_not_opened()
    {
        Require(await Send(new PlanPeriod(Cycle.HalfYear, "2065-H1")));
        (await Send(new ClosePeriod("2065-H1"))).Failures.Single().Code.ShouldBe("reporting_periods.not_open");
        var period = await OpenAsync("2065-H1");
        At(period.ClosesOn.AddDays(1));
        Require(await Send(new ClosePeriod(period.Code)));
        (await Send(new OpenPeriod(period.Code))).Failures.Single().Code.ShouldBe("reporting_periods.not_planned");
    }
}
