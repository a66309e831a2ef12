using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Import;

/// <summary>
/// Writes checked rows: a submission's cells are one sheet, so that an import writes one row for each unit, in bulk and past the change
/// tracker. A chunk locks its submissions first, by an update that changes nothing, and reads their sheets then: what is read is what
/// is replaced, and whoever else writes them waits.
/// </summary>
internal sealed class ImportWriter(ISubmissionsDb db, ICurrentUser user, TimeProvider clock)
{
    private const int SubmissionsAtOnce = 250;

    /// <summary>Writes, or in a dry run counts; an atomic import with any problem writes nothing.</summary>
    internal async Task<WriteCount> WriteAsync(
        ImportPlan plan, IReadOnlyList<TargetWork> work, ProblemList problems, bool dryRun, bool atomic,
        CancellationToken cancellationToken)
    {
        var refused = atomic && problems.Count > 0;
        if (dryRun || refused || work.Count == 0)
        {
            var count = 0;
            foreach (var some in work.Chunk(SubmissionsAtOnce))
                count += (await ReadAsync(plan, some, problems, cancellationToken)).Sum(sheet => sheet.Changes.Count);
            return new WriteCount(refused ? 0 : count, Written: false);
        }

        var batch = new Batch(Ids.New(), plan.Stage, problems.Count, work.Count);
        return atomic
            ? await AtomicAsync(plan, work, problems, batch, cancellationToken)
            : await InChunksAsync(plan, work, problems, batch, cancellationToken);
    }

    private async Task<WriteCount> InChunksAsync(
        ImportPlan plan, IReadOnlyList<TargetWork> work, ProblemList problems, Batch batch, CancellationToken cancellationToken)
    {
        var changed = 0;
        var left = work.Count;
        foreach (var some in work.Chunk(SubmissionsAtOnce))
        {
            left -= some.Length;
            changed += await db.InTransactionAsync(
                () => WriteChunkAsync(plan, some, problems, batch, isLast: left == 0, cancellationToken), cancellationToken);
        }

        return new WriteCount(changed, Written: true);
    }

    private async Task<WriteCount> AtomicAsync(
        ImportPlan plan, IReadOnlyList<TargetWork> work, ProblemList problems, Batch batch, CancellationToken cancellationToken)
    {
        try
        {
            var changed = await db.InTransactionAsync(
                async () =>
                {
                    var count = 0;
                    var left = work.Count;
                    foreach (var some in work.Chunk(SubmissionsAtOnce))
                    {
                        left -= some.Length;
                        count += await WriteChunkAsync(plan, some, problems, batch, isLast: left == 0, cancellationToken);
                        if (problems.Count > 0) throw new ImportUndone();
                    }

                    return count;
                },
                cancellationToken);
            return new WriteCount(changed, Written: true);
        }
        catch (ImportUndone)
        {
            db.Forget();
            return new WriteCount(0, Written: false);
        }
    }

    private async Task<int> WriteChunkAsync(
        ImportPlan plan, TargetWork[] work, ProblemList problems, Batch batch, bool isLast, CancellationToken cancellationToken)
    {
        var ids = work.Select(item => item.Target.Submission.Id).ToArray();
        await db.Submissions.Where(s => ids.Contains(s.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version), cancellationToken);
        var sheets = (await ReadAsync(plan, work, problems, cancellationToken)).Where(sheet => sheet.Changes.Count > 0).ToList();
        var changed = sheets.Sum(sheet => sheet.Changes.Count);
        if (sheets.Count > 0)
        {
            await ReplaceAsync(sheets, cancellationToken);
            await TouchAsync(sheets, cancellationToken);
        }

        await RecordAsync(batch, changed, work.Length, isLast, cancellationToken);
        return changed;
    }

    /// <summary>Reads the sheets of submissions as they are now and applies the rows to them, in memory.</summary>
    private async Task<List<ChangedSheet>> ReadAsync(
        ImportPlan plan, TargetWork[] work, ProblemList problems, CancellationToken cancellationToken)
    {
        var ids = work.Select(item => item.Target.Submission.Id).ToArray();
        var now = await db.Submissions.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellationToken);
        var rows = await db.Sheets.AsNoTracking().Where(s => ids.Contains(s.SubmissionId)).ToDictionaryAsync(s => s.SubmissionId, cancellationToken);
        var returned = now.Values.Any(s => s.State == SubmissionState.Returned)
            ? await ReturnedAsync([.. now.Values.Where(s => s.State == SubmissionState.Returned).Select(s => s.Id)], cancellationToken)
            : null;
        var at = clock.GetUtcNow();
        var sheets = new List<ChangedSheet>(work.Length);
        foreach (var item in work)
        {
            var submission = now[item.Target.Submission.Id];
            var row = rows.GetValueOrDefault(submission.Id);
            var sheet = WorkingSheet.Read(row?.Bytes);
            var changes = Apply(plan, item, submission, sheet, returned?[submission.Id], at, problems);
            sheets.Add(new ChangedSheet(submission, sheet, row is not null, CellBases.Read(row?.Bases), changes));
        }

        return sheets;
    }

    private List<CellChange> Apply(
        ImportPlan plan, TargetWork item, Submission submission, WorkingSheet sheet, IEnumerable<int>? returned, DateTimeOffset at,
        ProblemList problems)
    {
        var changes = new List<CellChange>(item.Rows.Count);
        foreach (var row in item.Rows)
        {
            ImportRows.Resolve(plan, item.Target, row, out var place, out var entry);
            var key = plan.Stage.DisaggregationOf(row);
            if (!submission.IsEditable || (submission.State == SubmissionState.Returned && returned?.Contains(place) != true))
            {
                // What is there already needs no right to change it: a repeated import is no conflict.
                var says = sheet.Find(place, key);
                if (!says.SaysTheSameAs(entry.At(place, key, default))) problems.Add(row + 1, Closed(submission, item.Target, place));
                continue;
            }

            var change = sheet.Set(place, key, entry, seen: null, user.Id, at);
            if (change.Outcome == CellOutcome.Changed) changes.Add(change);
        }

        return changes;
    }

    private static BuildingBlocks.Results.Failure Closed(Submission submission, ImportTarget target, int place) =>
        submission.State == SubmissionState.Returned ? CellFailures.ReadOnly.On("indicatorCode", target.Form.At(place).Name)
        : target.Submission.IsEditable ? ImportFailures.ChangedMeanwhile.On("unitCode")
        : SubmissionFailures.NotEditable.On("unitCode");

    private async Task<ILookup<Guid, int>> ReturnedAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var open = await db.CellReturns.AsNoTracking()
            .Where(r => ids.Contains(r.SubmissionId) && r.AnsweredAt == null)
            .Select(r => new { r.SubmissionId, r.Place }).ToListAsync(cancellationToken);
        return open.ToLookup(r => r.SubmissionId, r => r.Place);
    }

    private async Task ReplaceAsync(List<ChangedSheet> sheets, CancellationToken cancellationToken)
    {
        var existing = sheets.Where(sheet => sheet.Exists).Select(sheet => sheet.Submission.Id).ToArray();
        if (existing.Length > 0)
            await db.Sheets.Where(s => existing.Contains(s.SubmissionId)).ExecuteDeleteAsync(cancellationToken);
        await db.BulkInsertAsync(
            sheets.Select(sheet => new DraftSheet
            {
                SubmissionId = sheet.Submission.Id,
                Bytes = sheet.Sheet.Write(),
                FilledCells = sheet.Sheet.FilledCells,
                Bases = sheet.Bases.Write(sheet.Sheet),
            }),
            cancellationToken);
    }

    private async Task TouchAsync(List<ChangedSheet> sheets, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var started = sheets.Where(sheet => sheet.Submission.State == SubmissionState.NotStarted).Select(s => s.Submission.Id).ToArray();
        if (started.Length > 0)
        {
            await db.Submissions.Where(s => started.Contains(s.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(s => s.State, SubmissionState.Draft)
                    .SetProperty(s => s.Version, s => s.Version + 1).SetProperty(s => s.ChangedAt, now),
                cancellationToken);
        }

        var others = sheets.Where(sheet => sheet.Submission.State != SubmissionState.NotStarted).ToList();
        if (others.Count == 0) return;
        var ids = others.Select(sheet => sheet.Submission.Id).ToArray();
        await db.Submissions.Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.Version, s => s.Version + 1).SetProperty(s => s.ChangedAt, now), cancellationToken);

        // History begins with the first submission; its numbers have no gaps.
        var remembered = others.Where(sheet => sheet.Submission.HasHistory).ToList();
        if (remembered.Count == 0) return;
        var withHistory = remembered.Select(sheet => sheet.Submission.Id).ToArray();
        await db.BulkInsertAsync(
            remembered.Select(sheet => Revisions.Of(
                sheet.Submission, RevisionKind.Changed, user.Id, now, EntrySource.Import, reason: null, sheet.Changes)),
            cancellationToken);
        await db.Submissions.Where(s => withHistory.Contains(s.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.Revisions, s => s.Revisions + 1), cancellationToken);
    }

    /// <summary>One audit row for the batch, with its first chunk; how far it came is kept with every chunk.</summary>
    private async Task RecordAsync(Batch batch, int changed, int units, bool isLast, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!batch.Recorded)
        {
            batch.Recorded = true;
            db.ImportBatches.Add(new ImportBatch
            {
                Id = batch.Id,
                ById = user.Id,
                StartedAt = now,
                FinishedAt = isLast ? now : null,
                Hash = batch.Stage.Hash,
                Rows = batch.Stage.Count,
                Rejected = batch.Rejected,
                Units = batch.Units,
                Applied = changed,
                UnitsApplied = units,
            });
            db.Audit(new AuditEntry(
                "submissions.import", "import_batch", batch.Id.ToString(), null,
                new { rows = batch.Stage.Count, units = batch.Units, rejected = batch.Rejected, hash = batch.Stage.Hash }));
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        await db.ImportBatches.Where(b => b.Id == batch.Id).ExecuteUpdateAsync(
            set => set.SetProperty(b => b.Applied, b => b.Applied + changed)
                .SetProperty(b => b.UnitsApplied, b => b.UnitsApplied + units)
                .SetProperty(b => b.FinishedAt, isLast ? now : null),
            cancellationToken);
    }

    private sealed class Batch(Guid id, ImportStage stage, int rejected, int units)
    {
        internal Guid Id => id;

        internal ImportStage Stage => stage;

        internal int Rejected => rejected;

        internal int Units => units;

        internal bool Recorded { get; set; }
    }

    private sealed record ChangedSheet(Submission Submission, WorkingSheet Sheet, bool Exists, CellBases Bases, List<CellChange> Changes);

    /// <summary>Undoes an atomic import whose ground changed under it; it never leaves this class.</summary>
    private sealed class ImportUndone : Exception;
}

/// <summary>What was written.</summary>
/// <param name="Changed">Cells changed, or that would change.</param>
/// <param name="Written">Whether it was written.</param>
internal sealed record WriteCount(int Changed, bool Written);
