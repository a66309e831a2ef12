using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>
/// Saves cells. Two people who save different cells at once meet on the sheet's row; the later one reads it again and tries once more,
/// so that both succeed and only a cell that both changed is refused.
/// </summary>
internal sealed class SaveCellsHandler(
    ISubmissionsDb db, Forms forms, SubmissionAccess access, PeriodGate gate, EarlierFigures earlier, GivenFigures givenFigures, Names names, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<SaveCells, SavedCells>
{
    private const int MostAttempts = 10;

    public async Task<Result<SavedCells>> Handle(SaveCells request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(request, cancellationToken);
            }
            catch (DbUpdateException exception) when (
                attempt < MostAttempts && (exception is DbUpdateConcurrencyException || db.IsUniqueViolation(exception)))
            {
                db.Forget();
            }
        }
    }

    private async Task<Result<SavedCells>> TryAsync(SaveCells request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = await access.RequireReportAsync(submission, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if ((await gate.JudgeAsync(submission, cancellationToken)).Refusal is { } refusal) return refusal;

        var now = clock.GetUtcNow();
        var entered = submission.Enter(now);
        if (!entered.Succeeded) return entered;
        var row = await db.Sheets.FirstOrDefaultAsync(s => s.SubmissionId == submission.Id, cancellationToken);
        var sheet = WorkingSheet.Read(row?.Bytes);
        var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
        var returned = submission.State == SubmissionState.Returned ? await ReturnedAsync(submission.Id, cancellationToken) : null;

        var given = await givenFigures.OfAsync(form, submission.UnitId, submission.ReferenceOn, cancellationToken);
        var saved = new List<SavedCell>(request.Cells.Count);
        var changes = new List<CellChange>(request.Cells.Count);
        foreach (var cell in request.Cells) saved.Add(Save(cell, submission, form, sheet, given, returned, now, changes));
        var before = (await earlier.OfAsync(submission.PeriodId, [submission], cancellationToken)).GetValueOrDefault(submission.Id);
        var changed = EarlierFigures.Warnings(form, sheet, before);
        var others = await names.ActorsAsync(saved.Where(cell => cell.Sent is not null).Select(cell => cell.Current.Track.By), cancellationToken);
        saved = [.. saved.Select(cell => Ask(cell, form, sheet, changed) with { ChangedBy = cell.Sent is null ? null : others.GetValueOrDefault(cell.Current.Track.By) })];
        if (changes.Count > 0)
        {
            // Its version is what two savers meet on, so it grows even where nothing else of the row does.
            db.Submissions.Update(submission);
            Keep(submission, row, sheet);
            Remember(submission, changes, request, now);
            await db.SaveChangesAsync(cancellationToken);
            return new SavedCells(submission.Version, submission.State, saved);
        }

        db.Forget();
        return new SavedCells(submission.Version, submission.State, saved);
    }

    /// <summary>Says what is asked about a figure that was saved, or about the one that a part belongs to.</summary>
    private static SavedCell Ask(SavedCell cell, Form form, WorkingSheet sheet, IReadOnlyDictionary<int, decimal> changed)
    {
        var place = form.Layout.PlaceOf(cell.IndicatorId);
        return place < 0 ? cell : cell with { Questions = Questions.At(form, place, sheet), Change = changed.TryGetValue(place, out var change) ? change : null };
    }

    private SavedCell Save(
        CellSave cell, Submission submission, Form form, WorkingSheet sheet, IReadOnlyDictionary<int, GivenFigure> given,
        HashSet<(int Place, string Disaggregation)>? returned,
        DateTimeOffset now, List<CellChange> changes)
    {
        var place = form.Layout.PlaceOf(cell.IndicatorId);
        var current = place < 0 ? default : sheet.Find(place, cell.Disaggregation);
        if (CellAccess.Refuse(form, submission, place, cell.IndicatorId.ToString(), cell.Disaggregation) is { } notHere)
            return new SavedCell(cell.IndicatorId, cell.Disaggregation, notHere, current);
        var indicator = form.At(place);
        if (returned is not null && !returned.Contains((place, "")) && !returned.Contains((place, cell.Disaggregation)))
            return new SavedCell(cell.IndicatorId, cell.Disaggregation, CellFailures.ReadOnly.With(indicator.Name), current);

        var problem = cell.Problem;
        CellEntry entry = default;
        var raw = cell.Entry;
        if (cell.Disaggregation.Length == 0 && given.TryGetValue(place, out var figure)) problem ??= figure.Fill(indicator, cell.Entry, out raw);
        problem ??= CellRules.Resolve(indicator, raw, out entry, isPart: cell.Disaggregation.Length > 0);
        if (problem is not null)
        {
            if (cell.Typed is null) return new SavedCell(cell.IndicatorId, cell.Disaggregation, problem, current);
            entry = new CellEntry(CellState.NotReported, Text: cell.Typed, Comment: cell.Entry.Comment);
        }

        var change = sheet.Set(place, cell.Disaggregation, entry, cell.Seen, user.Id, now);
        if (change.Outcome == CellOutcome.Stale)
        {
            var stale = CellFailures.Stale.On("version", indicator.Name);
            return new SavedCell(cell.IndicatorId, cell.Disaggregation, stale, change.Before, change.After);
        }

        if (change.Outcome == CellOutcome.Changed) changes.Add(change);
        return new SavedCell(cell.IndicatorId, cell.Disaggregation, problem, change.After);
    }

    private void Keep(Submission submission, DraftSheet? row, WorkingSheet sheet)
    {
        if (row is null)
        {
            db.Sheets.Add(new DraftSheet { SubmissionId = submission.Id, Bytes = sheet.Write(), FilledCells = sheet.FilledCells });
            return;
        }

        row.Bytes = sheet.Write();
        row.FilledCells = sheet.FilledCells;
    }

    private void Remember(Submission submission, List<CellChange> changes, SaveCells request, DateTimeOffset now)
    {
        if (!submission.HasHistory)
        {
            db.NotAudited("draft cells; handing in is audited");
            return;
        }

        var revision = Revisions.Of(submission, RevisionKind.Changed, user.Id, now, request.Source, request.Reason, changes);
        db.Revisions.Add(revision);
        db.Audit(new AuditEntry(
            "submissions.change", "submission", submission.Id.ToString(), submission.UnitId,
            new { revision.Number, cells = changes.Count, request.Source }));
    }

    private Task<HashSet<(int Place, string Disaggregation)>> ReturnedAsync(Guid submissionId, CancellationToken cancellationToken) =>
        CellAccess.OpenReturnsAsync(db, submissionId, cancellationToken);
}
