using System.Data.Common;
using System.Globalization;
using LearningCity.Analytics.Application.Rollups;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LearningCity.Benchmarks;

/// <summary>
/// M4. A unit's figure of one indicator as JSON, asked for with a valid API key, against a bare minimal API endpoint that asks nobody who
/// they are and reads one row of the same database with ADO.NET. Both are asked by the same number of callers, each without a pause.
/// </summary>
internal sealed class RollupReads : Benchmark
{
    private const int Units = 4_000;
    private const int Indicators = 25;
    private const int Callers = 8;
    private const int Requests = 40_000;

    /// <summary>What a dashboard and the systems that read along ask for again and again.</summary>
    private const int MostFigures = 200;
    private const int Seed = 4;

    internal override string Name => "M4";

    internal override async IAsyncEnumerable<Figure> RunAsync(Options options)
    {
        foreach (var provider in options.Databases)
        {
            await using var scratch = await Scratch.CreateAsync(provider, options);
            await using var city = await City.StartAsync(scratch);
            var country = await Country.CreateAsync(city, options.Scaled(Units), Indicators);
            await StoredSheets.StoreAsync(city, country, country.PeriodId, [.. ValueRow.All(country, new Random(Seed))]);
            await city.SendAsync(new RecomputeRollups(Country.PeriodCode));
            await city.SendAsync(new FoldRollups());
            await StoreBareAsync(scratch, country);
            await using var endpoint = await ServeAsync(scratch);
            using var bareHttp = new HttpClient { BaseAddress = BareUnits.AddressOf(endpoint) };
            using var http = await city.ClientAsync(null, "analytics.read");

            string Figure(int i) => string.Create(
                CultureInfo.InvariantCulture,
                $"/api/v1/analytics/rollups?period={Country.PeriodCode}&unitId={country.Units[i % Math.Min(MostFigures, country.Units.Count)].Id}&indicator={Country.IndicatorCode(i % Indicators)}");
            string Row(int i) => string.Create(CultureInfo.InvariantCulture, $"/row?unit={i % country.Units.Count}");
            var requests = options.Scaled(Requests);
            await RunAsync(bareHttp, Row, requests / 4);
            await RunAsync(http, Figure, requests / 4);
            var bare = await RunAsync(bareHttp, Row, requests);
            var product = await RunAsync(http, Figure, requests);
            yield return new Figure($"M4.{provider}.rate", product.Rate, "requests/s", bare.Rate);
            yield return new Figure($"M4.{provider}.p99", product.Percentile99, "ms", bare.Percentile99);
        }
    }

    private static async Task<(double Rate, double Percentile99)> RunAsync(HttpClient http, Func<int, string> address, int requests)
    {
        var load = new Load();
        await Parallel.ForEachAsync(Enumerable.Range(0, requests), new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (i, _) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address(i), UriKind.Relative));
            using var answer = await load.SendAsync(http, request);
        });
        return (load.Rate, load.Percentile99);
    }

    private static async Task StoreBareAsync(Scratch scratch, Country country)
    {
        await using var connection = await scratch.OpenAsync();
        await Scratch.RunAsync(connection, "CREATE TABLE bare_figures (unit bigint PRIMARY KEY, code text NOT NULL, number numeric NOT NULL)");
        foreach (var chunk in country.Units.Select((unit, place) => (unit.Code, place)).Chunk(1000))
        {
            await Scratch.RunAsync(connection, "INSERT INTO bare_figures VALUES " + string.Join(
                ',', chunk.Select(unit => FormattableString.Invariant($"({unit.place},'{unit.Code}',{unit.place * 7})"))));
        }
    }

    private static async Task<WebApplication> ServeAsync(Scratch scratch)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/row", async (long unit) =>
        {
            await using DbConnection connection = scratch.Provider == "sqlite" ? new SqliteConnection(scratch.ConnectionString) : new NpgsqlConnection(scratch.ConnectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT code, number FROM bare_figures WHERE unit = @unit";
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@unit", unit);
            command.Parameters.Add(parameter);
            await using var reader = await command.ExecuteReaderAsync();
            return await reader.ReadAsync() ? Results.Json(new { code = reader.GetString(0), value = reader.GetDecimal(1) }) : Results.NotFound();
        });
        await app.StartAsync();
        return app;
    }
}
