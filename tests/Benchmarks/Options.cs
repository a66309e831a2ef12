using System.Globalization;

namespace LearningCity.Benchmarks;

/// <summary>What to measure, how large, and on which databases.</summary>
/// <param name="Only">Names of benchmarks; empty for all.</param>
/// <param name="Size">1 is the size that the goal is set for; 0.1 a tenth of it.</param>
/// <param name="PostgreSql">Connection string of a PostgreSQL server without a database; null leaves it out.</param>
internal sealed record Options(IReadOnlyList<string> Only, double Size, string? PostgreSql)
{
    internal const string Usage = """
        dotnet run -c Release --project tests/Benchmarks -- [--only M1,M2,M3,M4,M5,M6,M7,M8,M9,U] [--size 0.1]
          PostgreSQL is measured where LEARNINGCITY_TEST_POSTGRES names a server.
        """;

    /// <summary>The databases to measure on.</summary>
    internal IEnumerable<string> Databases => PostgreSql is null ? ["sqlite"] : ["sqlite", "postgresql"];

    internal bool Wants(string name) => Only.Count == 0 || Only.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>A number of things at this size.</summary>
    internal int Scaled(int count) => Math.Max(1, (int)(count * Size));

    internal static Options? Parse(string[] args)
    {
        var options = new Options([], 1, Environment.GetEnvironmentVariable("LEARNINGCITY_TEST_POSTGRES") is { Length: > 0 } server ? server : null);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) return null;
            switch (args[i])
            {
                case "--only":
                    options = options with { Only = args[i + 1].Split(',') };
                    break;
                case "--size" when double.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var size) && size > 0:
                    options = options with { Size = size };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
