using System.Diagnostics;
using System.Globalization;
using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.Analytics.Infrastructure;
using LearningCity.BuildingBlocks.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Benchmarks;

/// <summary>
/// The same values rolled up by DuckDB (its npm package, <c>tests/second-opinion</c>) over a closure table, from a file of its own: a second
/// opinion on every figure, and on how long it takes.
/// </summary>
internal static class SecondEngine
{
    /// <summary>Rolls up.</summary>
    /// <returns>How long it took; null where npm does not give DuckDB.</returns>
    /// <exception cref="InvalidOperationException">The two differ in a figure.</exception>
    internal static async Task<double?> RunAsync(City city, Country country, ValueRow[] values)
    {
        var folder = Directory.CreateTempSubdirectory("second-opinion-").FullName;
        try
        {
            foreach (var file in (string[])["package.json", "rollup.mjs"]) File.Copy(Path.Combine(FindRoot(), "tests", "second-opinion", file), Path.Combine(folder, file));
            if (await RunAsync("npm", ["install", "--silent", "--no-audit", "--no-fund"], folder) is null) return null;
            await WriteAsync(folder, country, values);
            var said = await RunAsync("node", ["rollup.mjs", folder], folder) ?? throw new InvalidOperationException("DuckDB did not roll up.");
            await CompareAsync(city, country, await File.ReadAllLinesAsync(Path.Combine(folder, "rollup.csv")));
            return double.Parse(said, CultureInfo.InvariantCulture);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task WriteAsync(string folder, Country country, ValueRow[] values)
    {
        await File.WriteAllLinesAsync(
            Path.Combine(folder, "cells.csv"),
            values.Select(row => FormattableString.Invariant($"{row.Unit},{row.Indicator},{row.First},{row.Second ?? 0}")).Prepend("unit,col,number,denominator"));
        var places = country.Units.Select((unit, place) => (unit.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        var lines = Enum.GetValues<UnitRelation>().SelectMany(relation => country.Units.SelectMany((unit, place) =>
        {
            var above = places.GetValueOrDefault(unit.ParentId, -1);
            int[] ancestors = above < 0 ? [place, -1] : [place, above, -1];
            return ancestors.Select(ancestor => FormattableString.Invariant($"{(int)relation},{ancestor},{place}"));
        }));
        await File.WriteAllLinesAsync(Path.Combine(folder, "closure.csv"), lines.Prepend("relation,ancestor,unit"));
    }

    private static async Task CompareAsync(City city, Country country, string[] lines)
    {
        var theirs = lines.Skip(1).Select(line => line.Split(',')).ToDictionary(
            cells => ((UnitRelation)Whole(cells[0]), Whole(cells[1]), Whole(cells[2])),
            cells => (Values: Whole(cells[3]), Sum: Exact(cells[4]), Denominator: Exact(cells[5]), Ones: Whole(cells[8])));
        var rows = await city.UseAsync<AnalyticsDbContext, List<RollupRow>>(db =>
            db.Rollups.AsNoTracking().Where(row => row.EditionId == RollupRow.Live && row.PeriodId == country.PeriodId).ToListAsync());
        var places = country.Units.Select((unit, place) => (unit.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        places.Add(country.RootId, -1);
        var compared = 0;
        foreach (var row in rows.Where(row => places.ContainsKey(row.UnitId)))
        {
            compared++;
            var states = RollupCodec.Read(row.States, country.Kinds.Count);
            for (var column = 0; column < states.Length; column++)
            {
                var (ours, their) = (states[column].Measure, theirs[(row.Relation, places[row.UnitId], column)]);
                var equal = ours.Values == their.Values && country.Kinds[column] switch
                {
                    ValueKind.Count => ours.Sum == their.Sum,
                    ValueKind.Percent => (ours.Sum, ours.Denominator) == (their.Sum, their.Denominator),
                    _ => ours.Yes == their.Ones,
                };
                if (!equal) throw new InvalidOperationException($"DuckDB says {their} where we say {ours}.");
            }
        }

        if (compared == 0) throw new InvalidOperationException("There is nothing to compare.");
    }

    private static async Task<string?> RunAsync(string command, IReadOnlyList<string> arguments, string folder)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? said : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Exact(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "LearningCity.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
