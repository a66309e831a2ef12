using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LearningCity.Benchmarks;

/// <summary>
/// M1. Bulk import through the HTTP API, by an API client, of shuffled rows of all units (checked, kept with their history, conflicts
/// looked for), against prepared inserts of the same rows in the same order into one bare table keyed by period, unit and indicator, in
/// one transaction on the same engine with the same durability.
/// </summary>
internal sealed class BulkImport : Benchmark
{
    private const int Rows = 100_000;
    private const int Indicators = 25;
    private const int Seed = 1;

    internal override string Name => "M1";

    internal override async IAsyncEnumerable<Figure> RunAsync(Options options)
    {
        foreach (var provider in options.Databases)
        {
            await using var scratch = await Scratch.CreateAsync(provider, options);
            await using var city = await City.StartAsync(scratch);
            var country = await Country.CreateAsync(city, options.Scaled(Rows) / Indicators, Indicators);
            var random = new Random(Seed);
            var rows = ValueRow.All(country, random).ToArray();
            random.Shuffle(rows);

            // Bare first, product second: what the second finds warm (the disk, the machine) it finds on the engine's side only.
            var bare = await BareAsync(scratch, country, rows);
            var product = await ProductAsync(city, country, rows);
            yield return new Figure($"M1.{provider}.{rows.Length}_rows", rows.Length / product, "rows/s", rows.Length / bare);
        }
    }

    private static async Task<double> ProductAsync(City city, Country country, ValueRow[] rows)
    {
        using var http = await city.ClientAsync(null, "submissions.import");

        // A dry run with another body compiles what will run; it writes nothing.
        await ValuesImport.SendAsync(http, country, Country.PeriodCode, rows[..Math.Min(rows.Length, 5000)], dryRun: true);
        return await ValuesImport.SendAsync(http, country, Country.PeriodCode, rows);
    }

    private static async Task<double> BareAsync(Scratch scratch, Country country, ValueRow[] rows)
    {
        await using var connection = await scratch.OpenAsync();
        await Scratch.RunAsync(connection, """
            CREATE TABLE bare (
              period text NOT NULL, unit text NOT NULL, indicator text NOT NULL, number numeric, denominator numeric,
              PRIMARY KEY (period, unit, indicator))
            """);
        var started = Stopwatch.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO bare (period, unit, indicator, number, denominator) VALUES (@a, @b, @c, @d, @e)";
        var parameters = "abcde".Select(name => Parameter(insert, $"@{name}")).ToArray();
        parameters[0].Value = Country.PeriodCode;
        (parameters[1].Value, parameters[2].Value, parameters[3].Value, parameters[4].Value) = ("", "", 0m, 0m);
        await insert.PrepareAsync();
        foreach (var row in rows)
        {
            parameters[1].Value = country.Units[row.Unit].Code;
            parameters[2].Value = Country.IndicatorCode(row.Indicator);
            parameters[3].Value = (decimal)row.First;
            parameters[4].Value = row.Second is { } second ? (decimal)second : DBNull.Value;
            if (connection is SqliteConnection) insert.ExecuteNonQuery();
            else await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await Scratch.RunAsync(connection, "DROP TABLE bare");
        return seconds;
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        if (parameter is NpgsqlParameter typed) typed.NpgsqlDbType = name is "@d" or "@e" ? NpgsqlTypes.NpgsqlDbType.Numeric : NpgsqlTypes.NpgsqlDbType.Text;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
