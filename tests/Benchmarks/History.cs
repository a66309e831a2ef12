using System.Diagnostics;
using System.Globalization;
using LearningCity.Analytics.Application.Rollups;

namespace LearningCity.Benchmarks;

/// <summary>
/// M9. Reads (a unit's figures, its values, its trend's newest period) and an import, with twenty periods stored, against the same with one.
/// </summary>
internal sealed class History : Benchmark
{
    private const int Units = 60_000;
    private const int Indicators = 60;
    private const int ImportedUnits = 1_000;
    private const int ManyPeriods = 20;
    private const int Reads = 200;
    private const int WarmUps = 100;
    private const int Seed = 9;
    private const int LastYear = 2026;

    internal override string Name => "M9";

    internal override async IAsyncEnumerable<Figure> RunAsync(Options options)
    {
        foreach (var provider in options.Databases)
        {
            var one = await MeasureAsync(provider, options, periods: 1);
            var many = await MeasureAsync(provider, options, ManyPeriods);
            var size = $"{options.Scaled(Units)}_units_{ManyPeriods}_periods";
            yield return new Figure($"M9.{provider}.read_figures.{size}", many.Figures, "ms", one.Figures);
            yield return new Figure($"M9.{provider}.read_values.{size}", many.Values, "ms", one.Values);
            yield return new Figure($"M9.{provider}.import.{size}", many.Import, "rows/s", one.Import);
        }
    }

    /// <summary>The periods are stored from the oldest to the newest; one more is open and takes the import.</summary>
    private static async Task<(double Figures, double Values, double Import)> MeasureAsync(string provider, Options options, int periods)
    {
        await using var scratch = await Scratch.CreateAsync(provider, options);
        await using var city = await City.StartAsync(scratch);
        var country = await Country.FoundAsync(city, options.Scaled(Units), Indicators);
        var random = new Random(Seed);
        for (var back = periods; back > 0; back--)
        {
            var (code, day) = Period(back);
            var id = await country.OpenAsync(city, code, day);
            await StoredSheets.StoreAsync(city, country, id, [.. ValueRow.All(country, random)]);
            await city.SendAsync(new RecomputeRollups(code));
            await city.SendAsync(new FoldRollups());
        }

        var (open, today) = Period(0);
        await country.OpenAsync(city, open, today);
        await city.SendAsync(new FoldRollups());

        var newest = Period(1).Code;
        using var http = await city.ClientAsync(null, "analytics.read", "submissions.read", "submissions.import");
        var figures = await MedianAsync(http, i => $"/api/v1/analytics/rollups?period={newest}&unitId={UnitAt(country, i)}");
        var values = await MedianAsync(http, i => $"/api/v1/values?periodCode={newest}&unitId={UnitAt(country, i)}");
        return (figures, values, await ImportAsync(http, country, open, options.Scaled(ImportedUnits), random));
    }

    private static async Task<double> ImportAsync(HttpClient http, Country country, string period, int units, Random random)
    {
        var rows = ValueRow.All(country, random).Take(units * Indicators).ToArray();
        random.Shuffle(rows);
        await ValuesImport.SendAsync(http, country, period, rows, dryRun: true);
        return rows.Length / await ValuesImport.SendAsync(http, country, period, rows);
    }

    private static async Task<double> MedianAsync(HttpClient http, Func<int, string> address)
    {
        var times = new List<double>(WarmUps + Reads);
        for (var i = 0; i < WarmUps + Reads; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(new Uri(address(i), UriKind.Relative));
            var text = await answer.Content.ReadAsStringAsync();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{answer.StatusCode}: {text}");
        }

        return times.Skip(WarmUps).Order().ElementAt(Reads / 2);
    }

    /// <summary>Units all over the country.</summary>
    private static Guid UnitAt(Country country, int i) => country.Units[(int)((long)i * country.Units.Count / (WarmUps + Reads))].Id;

    /// <summary>The half-year so many half-years back, and a day of reporting in it.</summary>
    private static (string Code, DateOnly Day) Period(int back)
    {
        var year = LastYear - (back / 2);
        var half = back % 2 == 0 ? 2 : 1;
        return half == 2
            ? (string.Create(CultureInfo.InvariantCulture, $"{year}-H2"), new DateOnly(year, 12, 10))
            : (string.Create(CultureInfo.InvariantCulture, $"{year}-H1"), new DateOnly(year, 6, 10));
    }
}
