using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>The approved figures of the same units and criteria set in the period before.</summary>
internal sealed class EarlierFigures(ISubmissionsDb db, Forms forms, PeriodGate gate)
{
    /// <summary>The sheets of the period before, by the submission of this period; one query, however many there are.</summary>
    internal async Task<IReadOnlyDictionary<Guid, byte[]>> OfAsync(
        Guid periodId, IReadOnlyCollection<Submission> submissions, CancellationToken cancellationToken)
    {
        if ((await gate.PeriodAsync(periodId, cancellationToken)).PreviousId is not { } previous) return new Dictionary<Guid, byte[]>();
        var units = submissions.Select(s => s.UnitId).Distinct().ToArray();
        var rows = await db.SheetVersions.AsNoTracking()
            .Where(v => v.PeriodId == previous && v.Counts && units.Contains(v.UnitId))
            .Select(v => new { v.UnitId, v.CriteriaVersionId, v.Bytes })
            .ToListAsync(cancellationToken);
        var layouts = await forms.AllLayoutsAsync(cancellationToken);
        var before = new Dictionary<Guid, byte[]>(submissions.Count);
        foreach (var submission in submissions)
        {
            // Of a newer version of the set, an indicator keeps its key but may have changed its place.
            foreach (var row in rows.Where(row => row.UnitId == submission.UnitId))
            {
                if (row.CriteriaVersionId == submission.CriteriaVersionId)
                    before[submission.Id] = row.Bytes;
                else if (Moved(row.Bytes, layouts[row.CriteriaVersionId], layouts[submission.CriteriaVersionId]) is { } moved)
                    before.TryAdd(submission.Id, moved);
            }
        }

        return before;
    }

    /// <summary>The places whose figures changed conspicuously, with the share by which they did.</summary>
    internal static IReadOnlyDictionary<int, decimal> Warnings(Form form, WorkingSheet now, byte[]? before)
    {
        var warnings = new Dictionary<int, decimal>();
        if (before is null) return warnings;
        foreach (var past in SheetCodec.Read(before))
        {
            if (past.Disaggregation.Length > 0) continue;
            if (SoftRules.Conspicuous(form.At(past.Place), now.Find(past.Place, ""), past) is { } change) warnings[past.Place] = change;
        }

        return warnings;
    }

    private static byte[]? Moved(byte[] bytes, SheetLayout from, SheetLayout to)
    {
        var cells = SheetCodec.Read(bytes)
            .Select(cell => cell with { Place = to.PlaceOf(from.IndicatorAt(cell.Place)) })
            .Where(cell => cell.Place >= 0).ToList();
        return cells.Count == 0 ? null : SheetCodec.Write(cells, tracks: false);
    }
}
