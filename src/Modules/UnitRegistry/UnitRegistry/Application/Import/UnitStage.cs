using LearningCity.BuildingBlocks.Results;

namespace LearningCity.UnitRegistry.Application.Import;

/// <summary>The rows of a file as they were read, before anything is known of them: parents may come after their children.</summary>
internal sealed class UnitStage
{
    private readonly List<UnitRow> _rows = [];

    /// <summary>Rows that could be read, in order.</summary>
    internal IReadOnlyList<UnitRow> Rows => _rows;

    /// <summary>Rows read, those that could not be understood included.</summary>
    internal int Count { get; private set; }

    /// <summary>What could not be understood.</summary>
    internal UnitImportProblems Problems { get; } = new();

    /// <summary>SHA-256 of what was read, in hexadecimal.</summary>
    internal string Hash { get; set; } = "";

    /// <summary>The number of the next row.</summary>
    internal int Next() => ++Count;

    internal void Add(UnitRow row) => _rows.Add(row);
}

/// <summary>Why a row was not taken.</summary>
/// <param name="Row">Number of the row, from 1.</param>
/// <param name="Failure">The reason, with the field at fault.</param>
internal sealed record UnitRowProblem(int Row, Failure Failure);

/// <summary>Gathers problems: counts all, names the first.</summary>
internal sealed class UnitImportProblems
{
    /// <summary>Most problems named one by one.</summary>
    internal const int MostNamed = 1000;

    private readonly List<UnitRowProblem> _problems = [];
    private readonly HashSet<int> _rows = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Rows with at least one problem.</summary>
    internal int Rows => _rows.Count;

    /// <summary>How many problems of each code there are.</summary>
    internal IReadOnlyDictionary<string, int> CountByCode => _counts;

    /// <summary>The first of them, in order of rows.</summary>
    internal IReadOnlyList<UnitRowProblem> First => [.. _problems.OrderBy(problem => problem.Row).Take(MostNamed)];

    internal bool Has(int row) => _rows.Contains(row);

    internal void Add(int row, Failure failure)
    {
        _rows.Add(row);
        _counts[failure.Code] = _counts.GetValueOrDefault(failure.Code) + 1;
        _problems.Add(new UnitRowProblem(row, failure));
        if (_problems.Count < MostNamed * 4) return;
        var first = First;
        _problems.Clear();
        _problems.AddRange(first);
    }
}
