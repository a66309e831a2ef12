using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Benchmarks;

/// <summary>
/// M8. Deadline day: every unit saves its values and a narrative and hands in, its reviewing body reads and approves, the board and the
/// dashboard's figures are read, all at once; against the same requests of a tenth of the units, one at a time. Events are delivered and
/// roll-ups folded meanwhile. PostgreSQL has two hosts that take turns. In the end nothing may be missing: every report approved, the
/// country's total that of what was sent.
/// </summary>
internal sealed class DeadlineDay : Benchmark
{
    private const int Units = 4_000;
    private const int Indicators = 25;
    private const int Seed = 8;
    private const int Callers = 32;
    private const int UnitsBetweenReads = 5;
    private static readonly TimeSpan MostWaiting = TimeSpan.FromMinutes(5);

    internal override string Name => "M8";

    internal override async IAsyncEnumerable<Figure> RunAsync(Options options)
    {
        foreach (var provider in options.Databases)
        {
            await using var scratch = await Scratch.CreateAsync(provider, options);
            await using var city = await City.StartAsync(scratch, relay: true);
            var country = await Country.CreateAsync(city, options.Scaled(Units), Indicators);
            await using var second = provider == "postgresql" ? await City.StartAsync(scratch, relay: true) : null;
            second?.Clock.Show(city.Clock.GetUtcNow());
            using var running = new CancellationTokenSource();
            var time = KeepTimeAsync([city.Clock, .. second is null ? [] : new[] { second.Clock }], running.Token);

            var people = await People.ComeAsync(city, country);
            var hosts = second is null ? [city.Address] : new[] { city.Address, second.Address };
            var values = ValueRow.All(country, new Random(Seed)).ToArray();
            var alone = country.Units.Count / 10;
            var sequence = new Load();
            for (var unit = 0; unit < alone; unit++) await ReportAsync(sequence, people, country, hosts[unit % hosts.Length], values, unit);
            var oneAtATime = sequence.Rate;

            var rush = new Load();
            await Parallel.ForEachAsync(
                Enumerable.Range(alone, country.Units.Count - alone), new ParallelOptions { MaxDegreeOfParallelism = Callers },
                async (unit, _) => await ReportAsync(rush, people, country, hosts[unit % hosts.Length], values, unit));
            var (rate, slowest) = (rush.Rate, rush.Percentile99);
            var settled = await SettleAsync(city, people, country, values);
            await running.CancelAsync();
            await time;

            var name = $"M8.{provider}.{hosts.Length}_hosts.{country.Units.Count}_units";
            yield return new Figure($"{name}.rate", rate, "requests/s", oneAtATime);
            yield return new Figure($"{name}.p99", slowest, "ms", sequence.Percentile99);
            yield return new Figure($"{name}.settled_after", settled, "s");
        }
    }

    /// <summary>The clocks of all hosts go on together.</summary>
    private static async Task KeepTimeAsync(BuildingBlocks.Hosting.SimulatedClock[] clocks, CancellationToken cancellationToken)
    {
        var tick = TimeSpan.FromMilliseconds(200);
        using var timer = new PeriodicTimer(tick);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                foreach (var clock in clocks) clock.Advance(tick);
            }
        }
        catch (OperationCanceledException)
        {
            // The day is over.
        }
    }

    private static async Task ReportAsync(Load load, People people, Country country, Uri host, ValueRow[] values, int unit)
    {
        var submission = people.Submissions[country.Units[unit].Id];
        var address = new Uri(host, $"/api/v1/submissions/{submission}");
        var reporter = people.Reporter(country, unit);
        (await load.SendAsync(reporter, Json(HttpMethod.Put, $"{address}/cells", Cells(country, values, unit)))).Dispose();
        (await load.SendAsync(reporter, Json(HttpMethod.Put, $"{address}/narrative", Narrative(country, unit)))).Dispose();
        (await load.SendAsync(reporter, Json(HttpMethod.Post, $"{address}/submit", ""))).Dispose();
        var reviewer = people.Reviewer(country, unit);
        using var seen = await load.SendAsync(reviewer, new HttpRequestMessage(HttpMethod.Get, address));
        var approval = Json(HttpMethod.Post, $"{address}/approve", "");
        approval.Headers.IfMatch.Add(seen.Headers.ETag!);
        (await load.SendAsync(reviewer, approval)).Dispose();
        if (unit % UnitsBetweenReads != 0) return;
        foreach (var page in new[] { "rollups", "completeness" })
            (await load.SendAsync(people.Reader, new HttpRequestMessage(HttpMethod.Get, new Uri(host, $"/api/v1/analytics/{page}?period={Country.PeriodCode}")))).Dispose();
    }

    /// <summary>Waits until the country's figure is that of what was sent; nothing may be missing.</summary>
    private static async Task<double> SettleAsync(City city, People people, Country country, ValueRow[] values)
    {
        var started = Stopwatch.GetTimestamp();
        var expected = values.Where(row => row.Indicator == 0).Sum(row => (decimal)row.First);
        var address = new Uri(city.Address, $"/api/v1/analytics/rollups?period={Country.PeriodCode}&indicator={Country.IndicatorCode(0)}");
        decimal shown = 0;
        while (shown != expected)
        {
            if (Stopwatch.GetElapsedTime(started) > MostWaiting) throw new InvalidOperationException($"The country shows {shown}, not {expected}.");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
            var page = await people.Reader.GetFromJsonAsync<JsonElement>(address);
            shown = page.GetProperty("items")[0].GetProperty("value").GetDecimal();
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var approved = await city.UseAsync<SubmissionsDbContext, int>(db => db.Submissions.CountAsync(
            submission => submission.PeriodId == country.PeriodId && submission.State == SubmissionState.Approved));
        return approved == country.Units.Count ? seconds : throw new InvalidOperationException($"{approved} of {country.Units.Count} reports are approved.");
    }

    private static HttpRequestMessage Json(HttpMethod method, string address, string body) => new(method, address)
    {
        Content = new StringContent(body, Encoding.UTF8, "application/json"),
    };

    private static string Cells(Country country, ValueRow[] values, int unit)
    {
        var cells = values.AsSpan(unit * Indicators, Indicators).ToArray()
            .Select(row => $"{{\"indicatorCode\":\"{Country.IndicatorCode(row.Indicator)}\",{ValuesImport.ValueOf(country, row)}}}");
        return $"{{\"cells\":[{string.Join(',', cells)}]}}";
    }

    private static string Narrative(Country country, int unit) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"results\":\"Kết quả của {country.Units[unit].Code}\",\"shortcomings\":\"Còn hạn chế\",\"causes\":\"Nguyên nhân\",\"nextTasks\":\"Nhiệm vụ\"}}");

    /// <summary>Who takes part: a reporter and a reviewer for each ward, one for the country, one who reads.</summary>
    private sealed record People(
        IReadOnlyDictionary<Guid, Guid> Submissions, IReadOnlyDictionary<Guid, HttpClient> Reporters,
        IReadOnlyDictionary<Guid, HttpClient> Reviewers, HttpClient Reader)
    {
        internal static async Task<People> ComeAsync(City city, Country country)
        {
            var submissions = await city.UseAsync<SubmissionsDbContext, Dictionary<Guid, Guid>>(db => db.Submissions.AsNoTracking()
                .Where(submission => submission.PeriodId == country.PeriodId)
                .ToDictionaryAsync(submission => submission.UnitId, submission => submission.Id));
            var offices = country.Units.Select(unit => unit.ParentId).Distinct().ToList();
            var (reporters, reviewers) = (new Dictionary<Guid, HttpClient>(), new Dictionary<Guid, HttpClient>());
            foreach (var office in offices)
            {
                reporters[office] = await city.ClientAsync(office, "submissions.report");
                reviewers[office] = await city.ClientAsync(office, "submissions.review", "submissions.read");
            }

            return new People(submissions, reporters, reviewers, await city.ClientAsync(null, "analytics.read"));
        }

        internal HttpClient Reporter(Country country, int unit) => Reporters[country.Units[unit].ParentId];

        internal HttpClient Reviewer(Country country, int unit) => Reviewers[country.Units[unit].ParentId];
    }
}
