using System.Globalization;

namespace LearningCity.Benchmarks;

/// <summary>Measures the product against a baseline that is measured in the same run.</summary>
internal abstract class Benchmark
{
    /// <summary>All of them, in the order of the list of measures.</summary>
    internal static IReadOnlyList<Benchmark> All { get; } =
    [
        new BulkImport(), new FullRollUp(), new Approval(), new RollupReads(), new BriefingPdf(), new UnitBriefs(), new StartUp(), new DeadlineDay(), new History(),
        new UnitScale(),
    ];

    /// <summary>Its number in the list of measures.</summary>
    internal abstract string Name { get; }

    /// <summary>Measures, figure by figure.</summary>
    internal abstract IAsyncEnumerable<Figure> RunAsync(Options options);
}

/// <summary>One measured figure.</summary>
/// <param name="Name">What was measured, without blanks.</param>
/// <param name="Value">The product's.</param>
/// <param name="Unit">Of value and baseline.</param>
/// <param name="Baseline">The baseline's; null where there is none (a figure that is bounded by itself).</param>
internal sealed record Figure(string Name, double Value, string Unit, double? Baseline = null)
{
    /// <summary><c>name value unit ratio baseline</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Name} {Value:0.###} {Unit} {Ratio} {(Baseline is { } of ? $"{of:0.###}" : "-")}");

    private string Ratio => Baseline is { } of ? (Value / of).ToString("0.000", CultureInfo.InvariantCulture) : "-";
}
