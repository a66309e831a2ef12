using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Tests.Domain.Rollups;

/// <summary>DuckDB adds the same values up over a closure table: both say the same in every figure.</summary>
internal sealed class SecondOpinionTests
{
    private const string Package = "tests/second-opinion";

    [Test]
    public async Task Another_engine_comes_to_the_same_figures()
    {
        var city = City.ByChance(seed: 20261124, units: 400);
        var rules = city.Frame.Indicators.Select(rule => rule with { Replaces = false, Covers = false }).ToList();
        var frame = new RollupFrame(
            city.Frame.Units, city.Frame.Responsibility, city.Frame.Territory, rules, [.. Enumerable.Range(0, 400).Select(city.Frame.Owed)]);
        var folder = Directory.CreateTempSubdirectory("second-opinion-").FullName;
        try
        {
            await InstallAsync(folder);
            await WriteAsync(folder, city, frame);
            await RunAsync("node", ["rollup.mjs", folder], folder);
            ShouldAgree(new FullRollup(frame, city.Columns, city.Of), frame, city.Columns, await File.ReadAllLinesAsync(Path.Combine(folder, "rollup.csv")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void ShouldAgree(FullRollup ours, RollupFrame frame, ColumnTable columns, string[] lines)
    {
        var theirs = lines.Skip(1).Select(line => line.Split(',')).ToDictionary(
            cells => (Relation: (UnitRelation)Whole(cells[0]), Unit: Whole(cells[1]), Column: Whole(cells[2])),
            cells => (Values: Whole(cells[3]), Sum: Exact(cells[4]), Denominator: Exact(cells[5]), Least: Exact(cells[6]), Most: Exact(cells[7]), Ones: Whole(cells[8])));
        var compared = 0;
        foreach (var relation in Enum.GetValues<UnitRelation>())
        {
            foreach (var unit in ours.UnitsAlong(relation))
            {
                ours.TryGet(relation, unit, out var states).ShouldBeTrue();
                for (var column = 0; column < columns.Count; column++)
                {
                    var (measure, their) = (states[column].Measure, theirs.GetValueOrDefault((relation, unit, column)));
                    measure.Values.ShouldBe(their.Values, $"{relation} {unit} {column}");
                    switch (frame.Indicators[columns[column].Indicator].Summing)
                    {
                        case Summing.Sum or Summing.Average:
                            measure.Sum.ShouldBe(their.Sum);
                            break;
                        case Summing.Ratio:
                            (measure.Sum, measure.Denominator).ShouldBe((their.Sum, their.Denominator));
                            break;
                        case Summing.Yes:
                            measure.Yes.ShouldBe(their.Ones);
                            break;
                        case Summing.Minimum or Summing.Maximum:
                            (measure.Minimum, measure.Maximum).ShouldBe((their.Least, their.Most));
                            break;
                    }

                    compared += their.Values > 0 ? 1 : 0;
                }
            }
        }

        compared.ShouldBeGreaterThan(1000);
    }

    private static async Task WriteAsync(string folder, City city, RollupFrame frame)
    {
        var cells = Enumerable.Range(0, frame.Units.Count).SelectMany(unit => city.Of(unit).Cells.ToArray()
            .Where(cell => cell.Answer == Answer.Value && frame.Owed(unit).Has(city.Columns[cell.Column].Indicator))
            .Select(cell => FormattableString.Invariant($"{unit},{cell.Column},{cell.Number},{cell.Denominator}")));
        await File.WriteAllLinesAsync(Path.Combine(folder, "cells.csv"), cells.Prepend("unit,col,number,denominator"));
        var closure = Enum.GetValues<UnitRelation>().SelectMany(relation => Enumerable.Range(0, frame.Units.Count)
            .SelectMany(top => frame.Along(relation).Subtree(top).ToArray().Select(unit => FormattableString.Invariant($"{(int)relation},{top},{unit}"))));
        await File.WriteAllLinesAsync(Path.Combine(folder, "closure.csv"), closure.Prepend("relation,ancestor,unit"));
    }

    private static async Task InstallAsync(string folder)
    {
        var source = Path.Combine(FindRoot(), Package);
        foreach (var file in (string[])["package.json", "rollup.mjs"]) File.Copy(Path.Combine(source, file), Path.Combine(folder, file));
        try
        {
            await RunAsync("npm", ["install", "--silent", "--no-audit", "--no-fund"], folder);
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            Assert.Ignore($"npm does not give DuckDB here: {exception.Message}");
        }
    }

    private static async Task RunAsync(string command, IReadOnlyList<string> arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var (said, output) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        await output;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command} ended with {process.ExitCode}: {await said}");
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
