using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application.Import;

/// <summary>The staged rows in order by submission: what is to be done, and to what.</summary>
internal sealed class ImportPlan(ImportStage stage, IReadOnlyList<ImportTarget> targets, int[] rows, int[] starts)
{
    /// <summary>The submissions that rows belong to.</summary>
    internal IReadOnlyList<ImportTarget> Targets => targets;

    internal ImportStage Stage => stage;

    /// <summary>The rows of a submission, by their index.</summary>
    internal ReadOnlySpan<int> RowsOf(int target) => rows.AsSpan(starts[target], starts[target + 1] - starts[target]);

    /// <summary>Puts rows in order by submission, keeping their order within each (counting sort).</summary>
    internal static ImportPlan Group(ImportStage stage, IReadOnlyList<ImportTarget> targets, int[] targetOfRow)
    {
        var starts = new int[targets.Count + 1];
        foreach (var target in targetOfRow)
        {
            if (target >= 0) starts[target + 1]++;
        }

        for (var i = 0; i < targets.Count; i++) starts[i + 1] += starts[i];
        var next = starts[..^1];
        var rows = new int[starts[^1]];
        for (var row = 0; row < targetOfRow.Length; row++)
        {
            if (targetOfRow[row] >= 0) rows[next[targetOfRow[row]]++] = row;
        }

        return new ImportPlan(stage, targets, rows, starts);
    }
}

/// <summary>A submission that rows belong to.</summary>
/// <param name="Submission">As it was when the import began.</param>
/// <param name="Form">What its cells take.</param>
/// <param name="Places">Place of each staged indicator code in the form; -1 where it has none.</param>
/// <param name="Refusal">Why its period takes nothing from it; null where it does.</param>
internal sealed record ImportTarget(Submission Submission, Form Form, int[] Places, Failure? Refusal)
{
    /// <summary>Figures that reference series give, by place; null where there are none.</summary>
    internal IReadOnlyDictionary<int, GivenFigure>? Given { get; init; }
}
