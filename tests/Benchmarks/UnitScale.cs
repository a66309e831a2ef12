using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LearningCity.Access.Application.Clients;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LearningCity.Benchmarks;

/// <summary>
/// U1 and U2. A country of units through the HTTP API, by an API client: first imported as CSV with rows shuffled (checked, put in a tree,
/// dated, evented, searchable), against prepared inserts of the same rows into one bare keyed table; then sought by name, against a bare
/// API endpoint that reads as many rows out of that table through an index on the name.
/// </summary>
internal sealed class UnitScale : Benchmark
{
    private const int Units = 60_000;
    private const int WardsPerProvince = 98;
    private const int UnitsPerWard = 18;
    private const int Searches = 200;
    private const int Seed = 1;

    internal override string Name => "U";

    internal override async IAsyncEnumerable<Figure> RunAsync(Options options)
    {
        foreach (var provider in options.Databases)
        {
            await using var scratch = await Scratch.CreateAsync(provider, options);
            await using var city = await City.StartAsync(scratch);
            var rows = Rows(options.Scaled(Units), new Random(Seed));
            var bare = await BareImportAsync(scratch, rows);
            using var http = await ClientAsync(city);
            Memory.ForgetPeak();
            var product = await ImportAsync(http, rows);
            yield return new Figure($"U1.import.{provider}.{rows.Length}_units", rows.Length / product, "units/s", rows.Length / bare);
            yield return new Figure($"U1.memory.{provider}.{rows.Length}_units", Memory.Peak(), "MiB");
            var again = await ImportAsync(http, rows, expected: 0);
            yield return new Figure($"U1.unchanged.{provider}.{rows.Length}_units", rows.Length / again, "units/s", rows.Length / bare);

            await using var endpoint = await BareEndpointAsync(scratch);
            using var bareHttp = new HttpClient { BaseAddress = AddressOf(endpoint) };
            var sought = rows.Where(row => row.Type == "primary").Take(Searches).ToArray();
            var baseline = await SearchAsync(bareHttp, sought, row => $"/search?q={Uri.EscapeDataString(row.Name)}");
            yield return new Figure($"U2.bare_search.{provider}.{rows.Length}_units", baseline, "ms");
            var search = await SearchAsync(http, sought, row => $"/api/v1/units?q={Uri.EscapeDataString(Plain(row.Name))}");
            yield return new Figure($"U2.search.{provider}.{rows.Length}_units", search, "ms", baseline);
            var page = await SearchAsync(http, sought, _ => "/api/v1/units?q=truong+tieu+hoc");
            yield return new Figure($"U2.search_common.{provider}.{rows.Length}_units", page, "ms", baseline);
            var branch = await SearchAsync(http, sought, _ => "/api/v1/units/branch");
            yield return new Figure($"U2.branch.{provider}.{rows.Length}_units", branch, "ms", baseline);
        }
    }

    /// <summary>A nation, provinces in it, wards in them, schools in the wards; names of syllables as Vietnamese has them, shuffled.</summary>
    private static UnitRow[] Rows(int count, Random random)
    {
        string[] syllables =
        [
            "An", "Bình", "Chánh", "Dương", "Đông", "Gia", "Hòa", "Hưng", "Khánh", "Lộc", "Minh", "Mỹ", "Nghĩa", "Nguyên", "Phú", "Phước", "Quang",
            "Sơn", "Tân", "Tây", "Thạnh", "Thắng", "Thới", "Thủy", "Trung", "Vĩnh", "Xuân", "Yên", "Hải", "Kiên", "Lâm", "Nhơn", "Long", "Đức",
        ];
        string Next() => syllables[random.Next(syllables.Length)];
        var rows = new List<UnitRow>(count) { new("QX", "Quốc gia đo thử", "province", "") };
        while (rows.Count < count)
        {
            var province = string.Create(CultureInfo.InvariantCulture, $"QX-{rows.Count:000000}");
            rows.Add(new UnitRow(province, $"Tỉnh {Next()} {Next()}", "province", "QX"));
            for (var ward = 0; ward < WardsPerProvince && rows.Count < count; ward++)
            {
                var code = string.Create(CultureInfo.InvariantCulture, $"QX-{rows.Count:000000}");
                rows.Add(new UnitRow(code, $"Phường {Next()} {Next()}", "ward", province));
                for (var school = 1; school < UnitsPerWard && rows.Count < count; school++)
                {
                    rows.Add(new UnitRow(
                        string.Create(CultureInfo.InvariantCulture, $"QX-{rows.Count:000000}"), $"Trường Tiểu học {Next()} {Next()} {Next()} {random.Next(200)}",
                        "primary", code));
                }
            }
        }

        var shuffled = rows.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static async Task<HttpClient> ClientAsync(City city)
    {
        var client = await city.SendAsync(new CreateApiClient(
            "Đo thử", null, ["unit_registry.read", "unit_registry.keep"], null, city.Clock.GetUtcNow().AddDays(1)));
        var http = new HttpClient { BaseAddress = city.Address, Timeout = TimeSpan.FromMinutes(30) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", client.Key);
        return http;
    }

    private static async Task<double> ImportAsync(HttpClient http, UnitRow[] rows, int? expected = null)
    {
        var text = new StringBuilder("code,nameVi,type,liesIn,validFrom\n");
        foreach (var row in rows) text.Append(CultureInfo.InvariantCulture, $"{row.Code},{row.Name},{row.Type},{row.Parent},2020-01-01\n");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text.ToString()));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.PostAsync(new Uri("/api/v1/units/import?effectiveOn=2020-01-01", UriKind.Relative), content);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        if (report.GetProperty("founded").GetInt32() != (expected ?? rows.Length) || report.GetProperty("rejected").GetInt32() != 0)
            throw new InvalidOperationException($"Not all rows were taken: {report}");
        return seconds;
    }

    private static async Task<double> BareImportAsync(Scratch scratch, UnitRow[] rows)
    {
        await using var connection = await scratch.OpenAsync();
        await Scratch.RunAsync(connection, "CREATE TABLE bare_units (code text PRIMARY KEY, name text NOT NULL, type text NOT NULL, parent text, valid_from text NOT NULL)");
        var started = Stopwatch.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO bare_units (code, name, type, parent, valid_from) VALUES (@a, @b, @c, @d, '2020-01-01')";
        var parameters = "abcd".Select(name => Parameter(insert, $"@{name}")).ToArray();
        await insert.PrepareAsync();
        foreach (var row in rows)
        {
            (parameters[0].Value, parameters[1].Value, parameters[2].Value, parameters[3].Value) = (row.Code, row.Name, row.Type, row.Parent);
            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await Scratch.RunAsync(connection, "CREATE INDEX bare_units_by_name ON bare_units (name)");
        return seconds;
    }

    private static async Task<WebApplication> BareEndpointAsync(Scratch scratch)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/search", async (string q) =>
        {
            // As an application would: a pooled connection, nothing else.
            await using DbConnection connection = scratch.Provider == "sqlite" ? new SqliteConnection(scratch.ConnectionString) : new NpgsqlConnection(scratch.ConnectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT code, name, type, parent FROM bare_units WHERE name >= @a AND name < @b ORDER BY name LIMIT 51";
            (Parameter(command, "@a").Value, Parameter(command, "@b").Value) = (q, q + "\uFFFF");
            var found = new List<UnitRow>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) found.Add(new UnitRow(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)));
            return Results.Json(found);
        });
        await app.StartAsync();
        return app;
    }

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Median of one request after another, after as many to warm up.</summary>
    private static async Task<double> SearchAsync(HttpClient http, UnitRow[] sought, Func<UnitRow, string> address)
    {
        var times = new List<double>(sought.Length);
        for (var round = 0; round < 2; round++)
        {
            times.Clear();
            foreach (var row in sought)
            {
                var started = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(new Uri(address(row), UriKind.Relative));
                var text = await answer.Content.ReadAsStringAsync();
                if (!answer.IsSuccessStatusCode || text.Length < 20) throw new InvalidOperationException($"{answer.StatusCode}: {text}");
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    private static string Plain(string name) => BuildingBlocks.Text.SearchText.Fold(name);

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.DbType = System.Data.DbType.String;
        parameter.Value = "";
        command.Parameters.Add(parameter);
        return parameter;
    }

    private sealed record UnitRow(string Code, string Name, string Type, string Parent);
}
