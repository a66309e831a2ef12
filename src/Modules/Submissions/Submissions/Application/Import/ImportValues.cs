using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Submissions.Application.Import;

/// <summary>
/// Takes values of many units at once. Rows are staged, put in order by unit and checked before anything is written; then units are
/// written in chunks of under a quarter of a second, or, in atomic mode, all in one transaction. The same rows sent again change nothing.
/// </summary>
/// <param name="Read">Reads the rows into a stage; refuses what cannot be read.</param>
/// <param name="DryRun">Checks and reports, and writes nothing.</param>
/// <param name="Atomic">All rows or none; takes up to <see cref="MostAtomicRows"/> rows.</param>
/// <param name="Submit">Hands in the units' submissions afterwards, where they are complete.</param>
internal sealed record ImportValues(
    Func<ImportStage, int, CancellationToken, Task<Result>> Read, bool DryRun, bool Atomic, bool Submit) : ICommand<ImportReport>
{
    /// <summary>Most rows of an atomic import.</summary>
    internal const int MostAtomicRows = 10_000;

    /// <summary>Most rows of any import: a period of the whole country, and a reserve.</summary>
    internal const int MostRows = 5_000_000;
}

/// <summary>What became of an import.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Units">Submissions that rows belong to.</param>
/// <param name="Changed">Cells changed; in a dry run, cells that would change.</param>
/// <param name="Unchanged">Rows that say what is there already.</param>
/// <param name="Rejected">Rows not taken.</param>
/// <param name="Submitted">Submissions handed in.</param>
/// <param name="Written">Whether anything was written.</param>
/// <param name="Problems">Why rows were not taken: the first <see cref="MostProblems"/>, in order of rows.</param>
/// <param name="CountByCode">How many rows were not taken for each reason.</param>
/// <param name="NotSubmitted">Submissions that were not handed in, with the reasons.</param>
internal sealed record ImportReport(
    int Rows, int Units, int Changed, int Unchanged, int Rejected, int Submitted, bool Written, IReadOnlyList<RowProblem> Problems,
    IReadOnlyDictionary<string, int> CountByCode, IReadOnlyList<ItemOutcome> NotSubmitted)
{
    /// <summary>Most problems named one by one.</summary>
    internal const int MostProblems = 1000;
}

/// <summary>Gathers problems: counts all, names the first.</summary>
internal sealed class ProblemList
{
    private readonly List<RowProblem> _problems = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    internal int Count { get; private set; }

    internal IReadOnlyDictionary<string, int> Counts => _counts;

    internal IReadOnlyList<RowProblem> First =>
        [.. _problems.OrderBy(problem => problem.Row).Take(ImportReport.MostProblems)];

    internal void Add(int row, Failure failure) => Add(new RowProblem(row, failure));

    internal void Add(RowProblem problem)
    {
        Count++;
        _counts[problem.Failure.Code] = _counts.GetValueOrDefault(problem.Failure.Code) + 1;
        if (_problems.Count < ImportReport.MostProblems * 4) _problems.Add(problem);
    }
}
