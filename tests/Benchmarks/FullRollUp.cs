using System.Data.Common;
using System.Diagnostics;
using LearningCity.Analytics.Application.Rollups;

namespace LearningCity.Benchmarks;

/// <summary>
/// M2. Full roll-up of one period at country size, as the command does it (stream, roll up along both relations, compare with the live
/// state), against a bare reader that reads the same values, one row each, and adds them up by indicator. Peak memory against 1 GiB. DuckDB rolls
/// up the same values, too: every figure must be equal; the ratio of times compares reading and rolling up sheets with its query on its own file.
/// </summary>
internal sealed class FullRollUp : Benchmark
{
    private const int Units = 60_000;
    private const int Indicators = 60;
    private const int Seed = 2;
    private const int Repetitions = 3;
    private const double Bound = 1024;

    internal override string Name => "M2";

    internal override async IAsyncEnumerable<Figure> RunAsync(Options options)
    {
        foreach (var provider in options.Databases)
        {
            await using var scratch = await Scratch.CreateAsync(provider, options);
            await using var city = await City.StartAsync(scratch);
            var country = await Country.CreateAsync(city, options.Scaled(Units), Indicators);
            var values = ValueRow.All(country, new Random(Seed)).ToArray();
            var count = await StoreAsync(scratch, city, country, values);
            await city.SendAsync(new FoldRollups());
            Memory.ForgetPeak();
            var (product, computation) = await ProductAsync(city);
            var peak = Memory.Peak();
            var bare = await BareAsync(scratch);
            yield return new Figure($"M2.{provider}.{count}_values", product, "s", bare);
            yield return new Figure($"M2.{provider}.{count}_values.computation_alone", computation, "s", bare);
            yield return new Figure($"M2.{provider}.{count}_values.peak_memory", peak, "MiB", Bound);
            if (await SecondEngine.RunAsync(city, country, values) is { } second)
                yield return new Figure($"M2.{provider}.{count}_values.computation_against_duckdb", computation, "s", second);
        }
    }

    private static async Task<(double Command, double Computation)> ProductAsync(City city)
    {
        var (command, computation) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < Repetitions; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var outcome = await city.SendAsync(new RecomputeRollups(Country.PeriodCode));
            command = Math.Min(command, Stopwatch.GetElapsedTime(started).TotalSeconds);
            computation = Math.Min(computation, outcome.Seconds);
            if (!outcome.Equal) throw new InvalidOperationException($"The live roll-up was not equal to the full one: {outcome}");
        }

        return (command, computation);
    }

    /// <summary>Stores every unit's approved sheet as approvals leave it, and the same values one row each.</summary>
    private static async Task<int> StoreAsync(Scratch scratch, City city, Country country, ValueRow[] values)
    {
        await StoredSheets.StoreAsync(city, country, country.PeriodId, values);
        await using var connection = await scratch.OpenAsync();
        await Scratch.RunAsync(connection, "CREATE TABLE bare (unit integer, indicator integer, number bigint, denominator bigint, PRIMARY KEY (unit, indicator))");
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var chunk in values.Chunk(5000))
        {
            await Scratch.RunAsync(connection, "INSERT INTO bare VALUES " + string.Join(',', chunk.Select(row =>
                FormattableString.Invariant($"({row.Unit},{row.Indicator},{row.First},{row.Second?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "NULL"})"))));
        }

        await transaction.CommitAsync();
        return values.Length;
    }

    private static async Task<double> BareAsync(Scratch scratch)
    {
        await using var connection = await scratch.OpenAsync();
        var best = double.MaxValue;
        for (var i = 0; i < Repetitions; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await ReadAsync(connection);
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        return best;
    }

    private static async Task ReadAsync(DbConnection connection)
    {
        var sums = new decimal[Indicators];
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT unit, indicator, number, denominator FROM bare";
        await using var reader = await command.ExecuteReaderAsync();
        while (reader.Read())
        {
            _ = reader.GetInt32(0);
            var indicator = reader.GetInt32(1);
            sums[indicator] += reader.GetInt64(2);
            if (!reader.IsDBNull(3)) sums[indicator] += reader.GetInt64(3);
        }
    }
}
