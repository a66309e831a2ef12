using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;

namespace LearningCity.ReportingPeriods.Tests.Application;

/// <summary>Each test closes its period, so that the next one finds no other open.</summary>
internal sealed class SendRemindersTests(string database) : TownTest(database)
{
    private const int Schools = 2;
    private const int Wards = 2;
    private Period? _period;

    [TearDown]
    public async Task CloseAsync()
    {
        Town.Deputies.Clear();
        if (_period is null) return;
        At(_period.ClosesOn.AddDays(1));
        Require(await Send(new ClosePeriod(_period.Code)));
        _period = null;
    }

    [Test]
    public async Task Only_units_that_have_not_handed_in_are_reminded_and_the_others_are_on_record_as_well()
    {
        var owed = await OpenedAsync("2081-H1");
        var (school, highSchool) = (owed[Town.School], owed[Town.HighSchool]);
        Town.Submitted.Add(school.Id);
        At(school.DueOn);
        (await SendAsync()).ShouldBe(1 + Wards, "one school, and the wards, whose day is five working days later");
        (await NoticesAsync(_period!, Town.HighSchool)).ShouldBe(1);
        (await NoticesAsync(_period!, Town.School)).ShouldBe(0);
        (await LineAsync(school, 0)).Outcome.ShouldBe(ReminderOutcome.NotNeeded);
        (await LineAsync(highSchool, 0)).Outcome.ShouldBe(ReminderOutcome.Sent);
    }

    [Test]
    public async Task A_rule_is_carried_out_once_however_often_the_job_runs()
    {
        var owed = await OpenedAsync("2082-H1");
        At(owed[Town.School].DueOn, 8);
        (await SendAsync()).ShouldBe(Schools + Wards);
        (await SendAsync()).ShouldBe(0);
        At(owed[Town.School].DueOn, 17);
        (await SendAsync()).ShouldBe(0);
        (await NoticesAsync(_period!, Town.School)).ShouldBe(1);
    }

    [Test]
    public async Task The_last_reminder_goes_to_the_deputy_of_the_focal_point_too_and_only_that_one()
    {
        var owed = await OpenedAsync("2079-H1");
        Town.Deputies[Town.School] = "pho.dau.moi@thu.learningcity.test";
        var due = owed[Town.School].DueOn;
        foreach (var (rule, told) in ReminderSchedule.Rules.Select(rule => (rule, rule == ReminderSchedule.Rules[^1] ? 1 : 0)))
        {
            At(ReminderSchedule.Moment(due, rule, HolidayCalendar.Vietnam));
            await SendAsync();
            await SendAsync();
            (await EventsAsync("platform.notification_requested.v1", Town.Deputies[Town.School])).ShouldBe(told, $"rule {rule}");
        }
    }

    [Test]
    public async Task Two_hosts_at_once_send_each_reminder_once()
    {
        var owed = await OpenedAsync("2083-H1");
        At(owed[Town.School].DueOn);
        await using var second = await StartSecondHostAsync();
        var sent = await AtOnceAsync(second, () => new SendReminders());
        sent.ShouldAllBe(result => result.Succeeded);
        sent.Sum(result => result.Value).ShouldBe(Schools + Wards);
        foreach (var unit in (Guid[])[Town.School, Town.HighSchool])
            (await NoticesAsync(_period!, unit)).ShouldBe(1);
    }

    [Test]
    public async Task After_days_of_downtime_one_reminder_goes_and_the_missed_ones_are_skipped_with_their_reason()
    {
        var owed = await OpenedAsync("2084-H1");
        At(ReminderSchedule.Moment(owed[Town.School].DueOn, 1, BuildingBlocks.Time.HolidayCalendar.Vietnam));
        (await SendAsync()).ShouldBe(Schools + Wards);
        var lines = (await LogAsync(_period!.Id)).Where(line => line.ObligationId == owed[Town.School].Id).OrderBy(line => line.RuleDays).ToList();
        lines.Select(line => line.RuleDays).ShouldBe([-5, -1, 0, 1]);
        lines.Take(3).ShouldAllBe(line => line.Outcome == ReminderOutcome.Skipped && line.Reason != null);
        lines[3].Outcome.ShouldBe(ReminderOutcome.Sent);
        (await NoticesAsync(_period!, Town.School)).ShouldBe(1);
    }

    [Test]
    public async Task An_extension_has_reminders_of_its_own()
    {
        var owed = await OpenedAsync("2085-H1");
        var school = owed[Town.School];
        At(school.DueOn);
        await SendAsync();
        var later = BuildingBlocks.Time.HolidayCalendar.Vietnam.AddWorkingDays(school.DueOn, 10);
        Require(await Send(new ExtendObligation(school.Id, later, "Mưa lũ")));
        At(BuildingBlocks.Time.HolidayCalendar.Vietnam.AddWorkingDays(school.DueOn, 1));
        await SendAsync();
        (await LogAsync(_period!.Id)).Where(line => line.ObligationId == school.Id && line.RuleDays == 1).ShouldBeEmpty();
        At(later);
        await SendAsync();
        (await LogAsync(_period.Id)).Single(line => line.ObligationId == school.Id && line.RuleDays == 0 && line.DueOn == later)
            .Outcome.ShouldBe(ReminderOutcome.Sent);
    }

    [Test]
    public async Task A_whole_period_of_days_with_random_downtime_reminds_each_rule_once_or_skips_it_for_a_reason()
    {
        var owed = await OpenedAsync("2086-H1");
        var random = new Random(20241030);
        await using var second = await StartSecondHostAsync();
        for (var day = _period!.WindowTo.AddDays(-5); day <= _period.ClosesOn; day = day.AddDays(1))
        {
            At(day);
            second.Clock.Show(City.Clock.GetUtcNow());
            var up = random.Next(4);
            if (up is 1 or 3) Require(await City.SendAsync(new SendReminders()));
            if (up is 2 or 3) Require(await second.SendAsync(new SendReminders()));
        }

        At(_period.ClosesOn.AddDays(1));
        Require(await Send(new ClosePeriod(_period.Code)));
        var log = await LogAsync(_period.Id);
        log.Count.ShouldBe(owed.Count * ReminderSchedule.Rules.Count);
        log.ShouldAllBe(line => line.Outcome == ReminderOutcome.Skipped ? line.Reason != null : line.Reason == null);
        foreach (var obligation in owed.Values)
        {
            var sent = log.Count(line => line.ObligationId == obligation.Id && line.Outcome == ReminderOutcome.Sent);
            (await NoticesAsync(_period, obligation.UnitId)).ShouldBe(sent);
        }
    }

    [Test]
    public async Task The_log_is_read_newest_first_page_by_page()
    {
        var owed = await OpenedAsync("2087-H1");
        At(owed[Town.School].DueOn);
        await SendAsync();
        var seen = new List<ReminderItem>();
        string? cursor = null;
        do
        {
            var page = Require(await Send(new ReadReminders("2087-H1", cursor, 3))).Value;
            seen.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        var log = await LogAsync(_period!.Id);
        seen.Count.ShouldBe(log.Count);
        seen.Select(item => (item.ObligationId, item.RuleDays, item.DueOn)).ShouldBeUnique();
        seen.Select(item => item.RecordedAt).ShouldBeInOrder(SortDirection.Descending);
    }

    private async Task<Dictionary<Guid, Obligation>> OpenedAsync(string code)
    {
        _period = await OpenAsync(code);
        return (await ObligationsAsync(_period)).ToDictionary(o => o.UnitId);
    }

    private async Task<int> SendAsync() => Require(await Send(new SendReminders())).Value;

    private async Task<Reminder> LineAsync(Obligation obligation, int rule) =>
        (await LogAsync(obligation.PeriodId)).Single(line => line.ObligationId == obligation.Id && line.RuleDays == rule);
}
