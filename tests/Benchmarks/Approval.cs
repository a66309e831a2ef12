using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Domain;
using LearningCity.Submissions.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Benchmarks;

/// <summary>
/// M3. From an approval to the figure of the whole country in the answer of the API, with 3.6 million values stored, against the same with
/// ten thousand. Approval, delivery of the event and folding follow one another at once, without the waiting of a relay that is woken.
/// </summary>
internal sealed class Approval : Benchmark
{
    private const int ManyUnits = 60_000;
    private const int FewUnits = 167;
    private const int Indicators = 60;
    private const int Seed = 3;
    private const int WarmUps = 15;
    private const int Measured = 45;

    internal override string Name => "M3";

    internal override async IAsyncEnumerable<Figure> RunAsync(Options options)
    {
        foreach (var provider in options.Databases)
        {
            var few = await MedianAsync(provider, options, FewUnits);
            var units = options.Scaled(ManyUnits);
            var many = await MedianAsync(provider, options, units);
            yield return new Figure($"M3.{provider}.{units * Indicators}_values", many, "ms", few);
        }
    }

    private static async Task<double> MedianAsync(string provider, Options options, int units)
    {
        await using var scratch = await Scratch.CreateAsync(provider, options);
        await using var city = await City.StartAsync(scratch);
        const int late = WarmUps + Measured;
        var country = await Country.CreateAsync(city, units + late, Indicators);
        var values = ValueRow.All(country, new Random(Seed)).ToArray();
        await StoredSheets.StoreAsync(city, country, country.PeriodId, values[..(units * Indicators)]);
        await city.SendAsync(new RecomputeRollups(Country.PeriodCode));
        await city.SendAsync(new FoldRollups());
        var waiting = await SubmitRestAsync(city, country, values[(units * Indicators)..]);

        using var reader = await city.ClientAsync(null, "analytics.read");
        var total = await TotalAsync(reader);
        var times = new List<double>(late);
        foreach (var (submission, row) in waiting)
        {
            total += row.First;
            var started = Stopwatch.GetTimestamp();
            await city.SendAsync(new ApproveSubmission(submission, null, EntrySource.Api));
            await city.DeliverEventsAsync();
            await city.SendAsync(new FoldRollups());
            var shown = await TotalAsync(reader);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (shown != total) throw new InvalidOperationException($"The roll-up shows {shown}, not {total}.");
        }

        return times.Skip(WarmUps).Order().ElementAt(Measured / 2);
    }

    /// <summary>The units without a sheet report and hand in.</summary>
    private static async Task<IReadOnlyList<(Guid Submission, ValueRow First)>> SubmitRestAsync(City city, Country country, ValueRow[] rest)
    {
        using var importer = await city.ClientAsync(null, "submissions.import");
        await ValuesImport.SendAsync(importer, country, Country.PeriodCode, rest);
        var units = rest.Select(row => country.Units[row.Unit].Id).Distinct().ToArray();
        var submissions = await city.UseAsync<SubmissionsDbContext, Dictionary<Guid, Guid>>(db => db.Submissions.AsNoTracking()
            .Where(submission => submission.PeriodId == country.PeriodId && units.Contains(submission.UnitId))
            .ToDictionaryAsync(submission => submission.UnitId, submission => submission.Id));
        var outcomes = await city.SendAsync(new SubmitMany([.. submissions.Values.Select(id => new SubmissionRef(id))], EntrySource.Api));
        if (outcomes.FirstOrDefault(outcome => !outcome.Done) is { } refused) throw new InvalidOperationException(refused.Failures[0].Code);
        await city.DeliverEventsAsync();
        await city.SendAsync(new FoldRollups());
        return [.. rest.Where(row => row.Indicator == 0).Select(row => (submissions[country.Units[row.Unit].Id], row))];
    }

    private static async Task<decimal> TotalAsync(HttpClient http)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"/api/v1/analytics/rollups?period={Country.PeriodCode}&indicator={Country.IndicatorCode(0)}");
        var page = await http.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative));
        return page.GetProperty("items")[0].TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : 0;
    }
}
