using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Application.Review;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Hands in some submissions in one transaction; those that are not ready are told why and left alone.</summary>
internal sealed class Submitting(
    ISubmissionsDb db, Forms forms, SubmissionAccess access, PeriodGate gate, FlagReader flags, HeadRelease head, ICurrentUser user,
    TimeProvider clock)
{
    internal async Task<IReadOnlyList<ItemOutcome>> RunAsync(
        IReadOnlyList<SubmissionRef> refs, EntrySource source, Func<IReadOnlyList<Submission>, AuditEntry> audit,
        CancellationToken cancellationToken)
    {
        var batch = await LoadAsync([.. refs.Select(item => item.Id)], cancellationToken);
        var done = new List<Submission>(refs.Count);
        var outcomes = new List<ItemOutcome>(refs.Count);
        foreach (var item in refs)
        {
            var failures = await SubmitAsync(item, batch, source, done, cancellationToken);
            outcomes.Add(new ItemOutcome(item.Id, failures));
        }

        if (done.Count == 0)
        {
            db.Forget();
            return outcomes;
        }

        db.Audit(audit(done));
        await db.SaveChangesAsync(cancellationToken);
        return outcomes;
    }

    private async Task<Batch> LoadAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var submissions = await db.Submissions.Where(s => ids.Contains(s.Id)).ToListAsync(cancellationToken);
        var sheets = await db.Sheets.AsNoTracking().Where(s => ids.Contains(s.SubmissionId))
            .ToDictionaryAsync(s => s.SubmissionId, cancellationToken);
        var narratives = await db.Narratives.AsNoTracking().Where(n => ids.Contains(n.SubmissionId))
            .ToDictionaryAsync(n => n.SubmissionId, cancellationToken);
        var returns = await db.CellReturns.Where(r => ids.Contains(r.SubmissionId) && r.AnsweredAt == null).ToListAsync(cancellationToken);
        var evidence = await db.EvidenceLinks.AsNoTracking().Where(l => ids.Contains(l.SubmissionId)).ToListAsync(cancellationToken);
        var headTypes = await head.TypesAsync(cancellationToken);
        var underHead = submissions.Where(s => headTypes.Contains(s.UnitType)).ToList();
        var timings = new Dictionary<Guid, Timing>();
        var books = new Dictionary<Guid, FlagBook>();
        foreach (var period in submissions.GroupBy(s => s.PeriodId))
        {
            foreach (var (id, timing) in await gate.JudgeAsync(period.Key, [.. period], cancellationToken)) timings[id] = timing;
            books[period.Key] = await flags.LoadAsync(period.Key, [.. period], cancellationToken);
        }

        return new Batch(
            submissions.ToDictionary(s => s.Id), sheets, narratives, returns.ToLookup(r => r.SubmissionId),
            evidence.ToLookup(l => l.SubmissionId, l => l.Place),
            await access.AllowedAsync(SubmissionsPermissions.Report, submissions, cancellationToken),
            underHead.Select(s => s.Id).ToHashSet(),
            await access.AllowedAsync(SubmissionsPermissions.Release, underHead, cancellationToken), timings, books,
            await BeforeAsync(submissions, cancellationToken));
    }

    /// <summary>The sheets handed in before, of those that were: what changed since is what a reviewer wants to see.</summary>
    private async Task<Dictionary<Guid, byte[]>> BeforeAsync(List<Submission> submissions, CancellationToken cancellationToken)
    {
        var again = submissions.Where(s => s.SheetVersion > 0).Select(s => s.Id).ToArray();
        if (again.Length == 0) return [];
        return await (
            from version in db.SheetVersions.AsNoTracking()
            join submission in db.Submissions.AsNoTracking() on version.SubmissionId equals submission.Id
            where again.Contains(version.SubmissionId) && version.Number == submission.SheetVersion
            select new { version.SubmissionId, version.Bytes }).ToDictionaryAsync(row => row.SubmissionId, row => row.Bytes, cancellationToken);
    }

    private async Task<IReadOnlyList<Failure>> SubmitAsync(
        SubmissionRef item, Batch batch, EntrySource source, List<Submission> done, CancellationToken cancellationToken)
    {
        if (!batch.Submissions.TryGetValue(item.Id, out var submission)) return [SubmissionFailures.NotFound];
        if (!batch.MayReport.Contains(item.Id)) return [PlatformFailures.NotAllowed];
        if (item.Version is { } seen && seen != submission.Version) return [PlatformFailures.Stale];
        var release = batch.MayRelease.Contains(item.Id);
        if (submission.State == SubmissionState.AwaitingHead && !release) return [SubmissionFailures.AwaitsHead];
        if (!submission.IsEditable && submission.State != SubmissionState.AwaitingHead) return [SubmissionFailures.AlreadySubmitted];
        var timing = batch.Timings[item.Id];
        if (timing.Refusal is not null) return [timing.Refusal];

        var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
        var row = batch.Sheets.GetValueOrDefault(item.Id);
        var (sheet, bases) = (WorkingSheet.Read(row?.Bytes), CellBases.Read(row?.Bases));
        var open = batch.Returns[item.Id].ToList();
        var problems = Readiness.Check(form, submission, sheet, bases, open, batch.Evidenced[item.Id].ToHashSet());
        if (problems.Count > 0) return problems;
        if (batch.NeedHead.Contains(item.Id) && !release) return Prepare(submission, source, done);

        var now = clock.GetUtcNow();
        var warnings = batch.Flags[submission.PeriodId].Count(submission, form, sheet);
        var changed = batch.Before.TryGetValue(item.Id, out var before) ? HandIn.Changes(before, sheet) : 0;
        var onBehalfBy = access.ReportsOnBehalf(submission);
        var submitted = submission.Submit(user.Id, now, timing.IsLate, warnings, changed, onBehalfBy, release);
        if (!submitted.Succeeded) return submitted.Failures;
        foreach (var cell in open) cell.Close(user.Id, now, SheetCodec.Write([sheet.Find(cell.Place, cell.Disaggregation)], tracks: false));
        db.SheetVersions.Add(HandIn.VersionOf(submission, sheet, bases, batch.Narratives.GetValueOrDefault(item.Id), user.Id, now, source));
        db.Revisions.Add(Revisions.Of(submission, RevisionKind.Submitted, user.Id, now, source, reason: null));
        db.Publish(new SubmissionSubmitted(
            Ids.New(), submission.Id, submission.UnitId, submission.PeriodId, submission.CriteriaVersionId, submission.SheetVersion));
        if (onBehalfBy is not null) db.Publish(HandIn.OnBehalf(submission));
        done.Add(submission);
        return [];
    }

    private IReadOnlyList<Failure> Prepare(Submission submission, EntrySource source, List<Submission> done)
    {
        var now = clock.GetUtcNow();
        var prepared = submission.Prepare(user.Id, now);
        if (!prepared.Succeeded) return prepared.Failures;
        db.Revisions.Add(Revisions.Of(submission, RevisionKind.Prepared, user.Id, now, source, reason: null));
        db.Publish(HandIn.ToHead(submission));
        done.Add(submission);
        return [];
    }

    private sealed record Batch(
        IReadOnlyDictionary<Guid, Submission> Submissions, IReadOnlyDictionary<Guid, DraftSheet> Sheets,
        IReadOnlyDictionary<Guid, Narrative> Narratives, ILookup<Guid, CellReturn> Returns, ILookup<Guid, int> Evidenced, IReadOnlySet<Guid> MayReport,
        IReadOnlySet<Guid> NeedHead, IReadOnlySet<Guid> MayRelease, IReadOnlyDictionary<Guid, Timing> Timings,
        IReadOnlyDictionary<Guid, FlagBook> Flags, IReadOnlyDictionary<Guid, byte[]> Before);
}
