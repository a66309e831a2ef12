using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application.Import;

/// <summary>Makes entries of a submission's rows and checks them.</summary>
internal static class ImportRows
{
    /// <summary>The place and entry of a row, or why it is not taken.</summary>
    internal static Failure? Resolve(ImportPlan plan, ImportTarget target, int index, out int place, out CellEntry entry)
    {
        ref readonly var row = ref plan.Stage.Rows[index];
        place = target.Places[row.Indicator];
        entry = default;
        if (target.Refusal is not null) return target.Refusal;
        var extras = plan.Stage.ExtrasOf(row);
        if (CellAccess.Refuse(target.Form, target.Submission, place, "", extras.Disaggregation) is { } refusal) return refusal;
        var indicator = target.Form.At(place);
        if (row.Parts.HasFlag(RowParts.Contradiction)) return CellFailures.PairExpected.On("value", indicator.Name);
        var raw = plan.Stage.EntryOf(row);
        if (extras.Disaggregation.Length == 0 && target.Given?.GetValueOrDefault(place)?.Fill(indicator, raw, out raw) is { } notTheirs) return notTheirs;
        return CellRules.Resolve(indicator, raw, out entry, isPart: extras.Disaggregation.Length > 0);
    }

    /// <summary>
    /// Checks a submission's rows for form and for rows that contradict each other; a row said twice counts once.
    /// </summary>
    /// <returns>The rows to apply.</returns>
    internal static List<int> Check(ImportPlan plan, int target, ProblemList problems)
    {
        var rows = plan.RowsOf(target);
        var good = new List<int>(rows.Length);
        var to = plan.Targets[target];
        var seen = new Dictionary<(int Place, string Disaggregation), (int Row, CellEntry Entry)>(rows.Length);
        foreach (var row in rows)
        {
            if (Resolve(plan, to, row, out var place, out var entry) is { } refusal)
                problems.Add(row + 1, refusal);
            else if (!seen.TryGetValue((place, plan.Stage.DisaggregationOf(row)), out var earlier))
                seen[(place, plan.Stage.DisaggregationOf(row))] = (row, entry);
            else if (earlier.Entry != entry)
                problems.Add(row + 1, ImportFailures.DuplicateRow.On("indicatorCode", earlier.Row + 1));
        }

        // Every row that is left is the first of its cell.
        foreach (var (row, _) in seen.Values) good.Add(row);
        return good;
    }
}
