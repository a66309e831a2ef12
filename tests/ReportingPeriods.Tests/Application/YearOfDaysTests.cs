using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.ReportingPeriods.Infrastructure;
using LearningCity.Testing;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Tests.Application;

/// <summary>
/// A year of the city's jobs on two hosts and one database, each of them down at random for days on end, with units that hand in and get
/// extensions. Short of <c>LEARNINGCITY_TEST_LONG</c> it is the half-year around one closing.
/// </summary>
internal sealed class YearOfDaysTests(string database) : TownTest(database)
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("LEARNINGCITY_TEST_LONG") is { Length: > 0 };
    private static readonly int[] Hours = Long ? [1, 6, 8, 13, 20] : [8, 16];

    [Test]
    public async Task Every_reminder_goes_once_or_is_left_out_for_a_stated_reason()
    {
        await FeedTreesAsync();
        var random = new Random(20241030);
        var (first, last) = Long ? (new DateOnly(2033, 12, 15), new DateOnly(2035, 2, 28)) : (new DateOnly(2034, 4, 25), new DateOnly(2034, 8, 5));
        await using var second = await StartSecondHostAsync();
        CityHost[] hosts = [City, second];
        var downUntil = new DateOnly[hosts.Length];
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            for (var host = 0; host < hosts.Length; host++)
            {
                if (downUntil[host] < day && random.Next(10) == 0) downUntil[host] = day.AddDays(random.Next(1, 9));
            }

            foreach (var hour in Hours)
            {
                At(day, hour);
                second.Clock.Show(City.Clock.GetUtcNow());
                await Task.WhenAll(hosts.Where((_, place) => downUntil[place] < day).Select(host => RunAsync(host, hour)));
            }

            await LiveAsync(random);
        }

        At(last.AddDays(30));
        Require(await City.SendAsync(new CloseDuePeriods()));
        await CheckAsync(Long ? ["2034-H1", "2034-H2"] : ["2034-H1"]);
        await CheckDigestsAsync();
    }

    /// <summary>What the clocks of one host send in an hour.</summary>
    private static async Task RunAsync(CityHost host, int hour)
    {
        await host.SendAsync(new PlanNextPeriods());
        await host.SendAsync(new OpenDuePeriods());
        if (hour is >= 7 and <= 17) Require(await host.SendAsync(new SendReminders()));
        Require(await host.SendAsync(new SendReviewerDigests()));
        await host.SendAsync(new CloseDuePeriods());
    }

    /// <summary>What units and managers do on a day.</summary>
    private async Task LiveAsync(Random random)
    {
        Town.Waiting = random.Next(3) == 0 ? [] : [new WaitingReviews(Town.Department, random.Next(1, 20), 0)];
        foreach (var period in (await Send(new ListPeriods())).Where(p => p.State == PeriodState.Open))
        {
            var open = (await ObligationsAsync(period)).Where(o => !Town.Submitted.Contains(o.Id)).ToList();
            if (open.Count == 0) continue;
            var owed = open[random.Next(open.Count)];
            var draw = random.Next(12);
            if (draw == 0) Town.Submitted.Add(owed.Id);
            if (draw == 1) await Send(new ExtendObligation(owed.Id, (owed.ExtendedTo ?? owed.DueOn).AddDays(random.Next(2, 10)), "Mưa lũ"));
        }
    }

    private async Task CheckAsync(IReadOnlyList<string> codes)
    {
        foreach (var code in codes)
        {
            var period = (await Send(new FindPeriod(code)))!;
            period.State.ShouldBe(PeriodState.Closed);
            var owed = await ObligationsAsync(period);
            var log = await LogAsync(period.Id);
            owed.ShouldNotBeEmpty();
            (await EventsAsync("reporting_periods.period_opened.v1", period.Id.ToString())).ShouldBe(1, code);
            (await EventsAsync("reporting_periods.period_closed.v1", period.Id.ToString())).ShouldBe(1, code);
            await CheckEscalationsAsync(period, log);
            log.ShouldAllBe(line => (line.Outcome == ReminderOutcome.Skipped) == (line.Reason != null));
            foreach (var obligation in owed)
            {
                var lines = log.Where(line => line.ObligationId == obligation.Id).ToList();
                var counting = obligation.ExtendedTo ?? obligation.DueOn;
                lines.Where(line => line.DueOn == counting).Select(line => line.RuleDays).Order()
                    .ShouldBe(ReminderSchedule.Rules.Where(rule => ReminderSchedule.Moment(counting, rule, HolidayCalendar.Vietnam) <= CityTime.Today(City.Clock)),
                        $"each rule of the day that counts has one line: {code}, {obligation.UnitId}");
                var sent = lines.Count(line => line.Outcome == ReminderOutcome.Sent);
                var extensions = await ExtensionsAsync(obligation.Id);
                (await NoticesAsync(period, obligation.UnitId)).ShouldBe(sent + extensions, $"{code}, {obligation.UnitId}");
            }
        }
    }

    /// <summary>Whoever is reminded by the last rule is told of above: one notice for each unit above and round, however many are late.</summary>
    private async Task CheckEscalationsAsync(Period period, List<Reminder> log)
    {
        var above = Town.On(period.WindowTo).Where(unit => unit.ReportsToId is not null).ToDictionary(unit => unit.Id, unit => unit.ReportsToId);
        var last = ReminderSchedule.Rules[^1];
        log.ShouldAllBe(line => line.EscalatedTo == (line.Outcome == ReminderOutcome.Sent && line.RuleDays == last ? above[line.UnitId] : null));
        foreach (var unit in log.Where(line => line.EscalatedTo is not null).GroupBy(line => line.EscalatedTo!.Value))
        {
            (await EscalationsAsync(period, unit.Key)).ShouldBe(
                unit.Select(line => (line.RuleDays, line.DueOn, line.RecordedAt)).Distinct().Count(), $"{period.Code}, above {unit.Key}");
        }
    }

    private Task<int> EscalationsAsync(Period period, Guid unitId)
    {
        var (unit, link) = (unitId.ToString(), $"/periods/{period.Code}?view=obligations");
        return City.UseAsync<PlatformDbContext, int>(db => db.Set<OutboxMessage>().CountAsync(message =>
            message.Name == "platform.notification_requested.v1" && message.Payload.Contains(unit) && message.Payload.Contains(link)));
    }

    private async Task CheckDigestsAsync()
    {
        var digests = await City.UseAsync<ReportingPeriodsDbContext, List<ReviewerDigest>>(db => db.Digests.AsNoTracking().ToListAsync());
        digests.ShouldNotBeEmpty();
        digests.ShouldAllBe(digest => (digest.Outcome == ReminderOutcome.Skipped) == (digest.Reason != null));
        (await EventsAsync("platform.notification_requested.v1", "\"link\":\"/review\""))
            .ShouldBe(digests.Count(digest => digest.Outcome == ReminderOutcome.Sent));
    }

    private Task<int> ExtensionsAsync(Guid obligationId) => City.UseAsync<ReportingPeriodsDbContext, int>(
        db => db.Extensions.CountAsync(extension => extension.ObligationId == obligationId));
}
