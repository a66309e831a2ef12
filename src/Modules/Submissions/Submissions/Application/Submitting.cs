using System.Text.Json;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Hands in some submissions in one transaction; those that are not ready are told why and left alone.</summary>
internal sealed class Submitting(
    ISubmissionsDb db, Forms forms, SubmissionAccess access, PeriodGate gate, EarlierFigures earlier, ICurrentUser user, TimeProvider clock)
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
            .ToDictionaryAsync(s => s.SubmissionId, s => s.Bytes, cancellationToken);
        var narratives = await db.Narratives.AsNoTracking().Where(n => ids.Contains(n.SubmissionId))
            .ToDictionaryAsync(n => n.SubmissionId, cancellationToken);
        var returns = await db.CellReturns.Where(r => ids.Contains(r.SubmissionId) && r.AnsweredAt == null).ToListAsync(cancellationToken);
        var evidence = await db.EvidenceLinks.AsNoTracking().Where(l => ids.Contains(l.SubmissionId)).ToListAsync(cancellationToken);
        var allowed = new HashSet<Guid>();
        var timings = new Dictionary<Guid, Timing>();
        var before = new Dictionary<Guid, byte[]>();
        foreach (var period in submissions.GroupBy(s => s.PeriodId))
        {
            allowed.UnionWith(await access.AllowedAsync(
                SubmissionsPermissions.Report, [.. period.Select(s => s.UnitId).Distinct()], period.First().ReferenceOn, cancellationToken));
            foreach (var (id, timing) in await gate.JudgeAsync(period.Key, [.. period], cancellationToken)) timings[id] = timing;
            foreach (var (id, bytes) in await earlier.OfAsync(period.Key, [.. period], cancellationToken)) before[id] = bytes;
        }

        return new Batch(
            submissions.ToDictionary(s => s.Id), sheets, narratives, returns.ToLookup(r => r.SubmissionId),
            evidence.ToLookup(l => l.SubmissionId, l => l.Place), allowed, timings, before);
    }

    private async Task<IReadOnlyList<Failure>> SubmitAsync(
        SubmissionRef item, Batch batch, EntrySource source, List<Submission> done, CancellationToken cancellationToken)
    {
        if (!batch.Submissions.TryGetValue(item.Id, out var submission)) return [SubmissionFailures.NotFound];
        if (!batch.AllowedUnits.Contains(submission.UnitId)) return [PlatformFailures.NotAllowed];
        if (item.Version is { } seen && seen != submission.Version) return [PlatformFailures.Stale];
        if (!submission.IsEditable) return [SubmissionFailures.AlreadySubmitted];
        var timing = batch.Timings[item.Id];
        if (timing.Refusal is not null) return [timing.Refusal];

        var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
        var sheet = WorkingSheet.Read(batch.Sheets.GetValueOrDefault(item.Id));
        var open = batch.Returns[item.Id].ToList();
        var problems = Readiness.Check(form, submission, sheet, open, batch.Evidenced[item.Id].ToHashSet());
        if (problems.Count > 0) return problems;

        var now = clock.GetUtcNow();
        var warnings = Questions.Count(form, submission, sheet, batch.Before.GetValueOrDefault(item.Id));
        var submitted = submission.Submit(user.Id, now, timing.IsLate, warnings);
        if (!submitted.Succeeded) return submitted.Failures;
        foreach (var cell in open) cell.AnsweredAt = now;
        db.SheetVersions.Add(VersionOf(submission, sheet, batch.Narratives.GetValueOrDefault(item.Id), now, source));
        db.Revisions.Add(Revisions.Of(submission, RevisionKind.Submitted, user.Id, now, source, reason: null));
        db.Publish(new SubmissionSubmitted(
            Ids.New(), submission.Id, submission.UnitId, submission.PeriodId, submission.CriteriaVersionId, submission.SheetVersion));
        done.Add(submission);
        return [];
    }

    private SheetVersion VersionOf(
        Submission submission, WorkingSheet sheet, Narrative? narrative, DateTimeOffset now, EntrySource source) =>
        new()
        {
            SubmissionId = submission.Id,
            Number = submission.SheetVersion,
            PeriodId = submission.PeriodId,
            UnitId = submission.UnitId,
            CriteriaVersionId = submission.CriteriaVersionId,
            Bytes = sheet.WriteVersion(),
            FilledCells = sheet.FilledCells,
            Narrative = narrative is null
                ? null
                : JsonSerializer.Serialize(
                    new { narrative.Results, narrative.Shortcomings, narrative.Causes, narrative.NextTasks }, Json.Options),
            RecordedAt = now,
            RecordedBy = user.Id,
            Source = source,
        };

    private sealed record Batch(
        IReadOnlyDictionary<Guid, Submission> Submissions, IReadOnlyDictionary<Guid, byte[]> Sheets,
        IReadOnlyDictionary<Guid, Narrative> Narratives, ILookup<Guid, CellReturn> Returns, ILookup<Guid, int> Evidenced, IReadOnlySet<Guid> AllowedUnits,
        IReadOnlyDictionary<Guid, Timing> Timings, IReadOnlyDictionary<Guid, byte[]> Before);
}
