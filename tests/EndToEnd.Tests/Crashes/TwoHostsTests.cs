using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Infrastructure;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Time;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.EndToEnd.Tests.Harness;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.ReportingPeriods.Infrastructure;
using LearningCity.Testing;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.EndToEnd.Tests.Crashes;

/// <summary>
/// Two hosts on one database, both with their jobs on, one of them killed time and again: every reminder and every scheduled briefing
/// happens once, whatever the schedulers do.
/// </summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
internal sealed class TwoHostsTests(string provider)
{
    private const int Seed = 7;
    private const int Kills = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly string[] JobsOfInterest = ["reporting_periods.remind", "reporting_periods.close"];

    private TestDatabase _database = null!;

    /// <summary>A host of this test's own, without jobs and relay: it prepares and counts.</summary>
    private CityHost _city = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _database = await TestDatabase.CreateAsync(provider);
        _city = await CityHost.StartAsync(_database);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_city is not null) await _city.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    [Test]
    public async Task Reminders_and_scheduled_briefings_happen_once()
    {
        var period = await OpenAsync();
        var obligations = await InPeriodsAsync(db => db.Obligations.CountAsync(o => o.PeriodId == period.Id));
        obligations.ShouldBeGreaterThan(100);
        await using var pair = await Pair.StartAsync(Settings, new Random(Seed));

        await pair.KillUntilAsync(Kills, Patience, async () =>
            await InPeriodsAsync(db => db.Reminders.CountAsync(r => r.PeriodId == period.Id && r.Outcome == ReminderOutcome.Sent)) >= obligations);
        var notices = await _city.UseAsync<PlatformDbContext, List<OutboxMessage>>(db => db.Set<OutboxMessage>().AsNoTracking()
            .Where(message => message.Name.StartsWith("building_blocks.notification_requested") || message.Name.Contains("notification_requested")).ToListAsync());
        notices.Count.ShouldBe(obligations);

        await EndAsync(period);
        await pair.KillUntilAsync(Kills, Patience, async () =>
            await _city.UseAsync<AnalyticsDbContext, bool>(db => db.Briefings.AnyAsync(briefing => briefing.PeriodId == period.Id && briefing.State != BriefingState.Waiting)));
        (await _city.UseAsync<AnalyticsDbContext, List<DocumentKind>>(db => db.Briefings.Where(document => document.PeriodId == period.Id)
            .Select(document => document.Kind).ToListAsync())).ShouldBe([DocumentKind.Briefing, DocumentKind.Review], ignoreOrder: true);
        (await _city.UseAsync<PlatformDbContext, int>(db => db.Set<OutboxMessage>()
            .CountAsync(message => message.Name == "reporting_periods.period_closed.v1"))).ShouldBe(1);
    }

    private Dictionary<string, string> Settings
    {
        get
        {
            var settings = _database.Configuration.ToDictionary(setting => setting.Key, setting => setting.Value!);
            foreach (var job in JobsOfInterest) settings[$"Jobs:Cron:{job}"] = "* * * * * ?";
            settings["Database:MigrateAtStart"] = "false";
            settings["Relay:Lease"] = "00:00:05";
            settings["Relay:Interval"] = "00:00:01";
            settings["Logging:LogLevel:Default"] = "Warning";
            return settings;
        }
    }

    /// <summary>The half-year of today, owed by all wards, due today.</summary>
    private async Task<Period> OpenAsync()
    {
        var today = CityTime.Today(TimeProvider.System);
        var code = today < new DateOnly(today.Year, 6, 15) ? $"{today.Year}-H1" : today < new DateOnly(today.Year, 12, 15) ? $"{today.Year}-H2" : $"{today.Year + 1}-H1";
        var set = await SetOfWardsAsync();
        (await _city.SendAsync(new AddAssignment(Cycle.HalfYear, "hai-may", set, ["ward", "commune"], null, null, null, new DateOnly(2024, 1, 1), null))).Succeeded.ShouldBeTrue();
        (await _city.SendAsync(new PlanPeriod(Cycle.HalfYear, code))).Succeeded.ShouldBeTrue();
        (await _city.SendAsync(new OpenPeriod(code))).Succeeded.ShouldBeTrue();
        await _city.DeliverEventsAsync();
        var period = (await _city.SendAsync(new FindPeriod(code)))!;
        await InPeriodsAsync(db => db.Obligations.Where(o => o.PeriodId == period.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.DueOn, today)));
        return period;
    }

    private async Task<string> SetOfWardsAsync()
    {
        foreach (var version in await _city.SendAsync(new ListCriteriaSetVersions()))
        {
            var set = await _city.SendAsync(new GetCriteriaSetVersion(version.VersionId));
            if (set!.Indicators.Any(indicator => indicator.ReporterTypes.Contains("ward"))) return set.SetCode;
        }

        throw new InvalidOperationException("No built-in criteria set is reported by wards.");
    }

    /// <summary>Moves the period's last days into the past, so that it is to be closed now.</summary>
    private async Task EndAsync(Period period)
    {
        var today = CityTime.Today(TimeProvider.System);
        await InPeriodsAsync(db => db.Set<PeriodTier>().Where(tier => tier.PeriodId == period.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(tier => tier.DueOn, today.AddDays(-2))));
        await InPeriodsAsync(db => db.Periods.Where(p => p.Id == period.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.ClosesOn, today.AddDays(-1))));
    }

    private Task<T> InPeriodsAsync<T>(Func<ReportingPeriodsDbContext, Task<T>> work) => _city.UseAsync(work);

    /// <summary>Two hosts of different names.</summary>
    private sealed class Pair : IAsyncDisposable
    {
        private readonly HostProcess[] _hosts = new HostProcess[2];
        private readonly IReadOnlyDictionary<string, string> _settings;
        private readonly Random _random;

        private Pair(IReadOnlyDictionary<string, string> settings, Random random) => (_settings, _random) = (settings, random);

        internal static async Task<Pair> StartAsync(IReadOnlyDictionary<string, string> settings, Random random)
        {
            var pair = new Pair(settings, random);
            for (var i = 0; i < 2; i++) pair._hosts[i] = pair.Launch(i);
            foreach (var host in pair._hosts) await host.WaitUntilReadyAsync();
            return pair;
        }

        /// <summary>Kills one of the two at random and starts it anew, at least so many times and until it is done.</summary>
        internal async Task KillUntilAsync(int times, TimeSpan patience, Func<Task<bool>> done)
        {
            using var timeout = new CancellationTokenSource(patience);
            for (var kills = 0; kills < times || !await done();)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(200, 1500)), timeout.Token);
                if (kills >= times) continue;
                var victim = _random.Next(2);
                await _hosts[victim].KillAsync();
                await _hosts[victim].DisposeAsync();
                _hosts[victim] = Launch(victim);
                await _hosts[victim].WaitUntilReadyAsync();
                kills++;
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var host in _hosts) await host.DisposeAsync();
        }

        private HostProcess Launch(int number) =>
            HostProcess.Launch(new Dictionary<string, string>(_settings) { ["Host:Name"] = $"host-{number}" });
    }
}
