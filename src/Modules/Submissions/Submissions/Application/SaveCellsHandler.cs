using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Application.Consolidation;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>
/// Saves cells. Two people who save different cells at once meet on the sheet's row; the later one reads it again and tries once more,
/// so that both succeed and only a cell that both changed is refused.
/// </summary>
internal sealed class SaveCellsHandler(
    ISubmissionsDb db, Forms forms, SubmissionAccess access, PeriodGate gate, EarlierFigures earlier, GivenFigures givenFigures,
    ConsolidatedFigures consolidated, Names names, ICurrentUser user, TimeProvider clock)
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
        var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
        var sheet = WorkingSheet.Read(row?.Bytes);
        var returned = submission.State == SubmissionState.Returned ? await ReturnedAsync(submission.Id, cancellationToken) : null;

        var given = await givenFigures.OfAsync(form, submission.UnitId, submission.ReferenceOn, cancellationToken);
        var below = ConsolidatedFigures.Concerns(submission, form)
            ? await consolidated.OfAsync(submission, form, given, cancellationToken)
            : ConsolidatedReturn.None;
        var work = new Work(submission, form, sheet, CellBases.Read(row?.Bases), given, below, returned, now);
        var saved = new List<SavedCell>(request.Cells.Count);
        foreach (var cell in request.Cells) saved.Add(Save(cell, work));
        var before = (await earlier.OfAsync(submission.PeriodId, [submission], cancellationToken)).GetValueOrDefault(submission.Id);
        var changed = EarlierFigures.Warnings(form, sheet, before);
        var others = await names.ActorsAsync(saved.Where(cell => cell.Sent is not null).Select(cell => cell.Current.Track.By), cancellationToken);
        saved = [.. saved.Select(cell => Ask(cell, work, changed) with { ChangedBy = cell.Sent is null ? null : others.GetValueOrDefault(cell.Current.Track.By) })];
        if (work.Changes.Count > 0)
        {
            // Its version is what two savers meet on, so it grows even where nothing else of the row does.
            db.Submissions.Update(submission);
            Keep(row, work);
            Remember(work, request);
            await db.SaveChangesAsync(cancellationToken);
            return new SavedCells(submission.Version, submission.State, saved);
        }

        db.Forget();
        return new SavedCells(submission.Version, submission.State, saved);
    }

    /// <summary>Says what is asked about a figure that was saved, or about the one that a part belongs to, and how it came about.</summary>
    private static SavedCell Ask(SavedCell cell, Work work, IReadOnlyDictionary<int, decimal> changed)
    {
        var place = work.Form.Layout.PlaceOf(cell.IndicatorId);
        if (place < 0) return cell;
        var basis = work.Bases.Of(place, cell.Disaggregation, cell.Current.Track.Version);
        var unsaid = CellWays.Missing(work.Form.At(place), cell.Current, basis);
        return cell with
        {
            Questions = [.. Questions.At(work.Form, place, work.Sheet), .. unsaid is null ? Array.Empty<Failure>() : [unsaid]],
            Change = changed.TryGetValue(place, out var change) ? change : null,
            Consolidated = work.Below.At(place, cell.Disaggregation) is { } figure ? new ConsolidatedCell(figure, basis?.Consolidation) : null,
        };
    }

    private SavedCell Save(CellSave cell, Work work)
    {
        var place = work.Form.Layout.PlaceOf(cell.IndicatorId);
        var current = place < 0 ? default : work.Sheet.Find(place, cell.Disaggregation);
        if (CellAccess.Refuse(work.Form, work.Submission, place, cell.IndicatorId.ToString(), cell.Disaggregation) is { } notHere)
            return new SavedCell(cell.IndicatorId, cell.Disaggregation, notHere, current);
        var indicator = work.Form.At(place);
        if (work.Returned is { } returned && !returned.Contains((place, "")) && !returned.Contains((place, cell.Disaggregation)))
            return new SavedCell(cell.IndicatorId, cell.Disaggregation, CellFailures.ReadOnly.With(indicator.Name), current);

        var problem = Resolve(cell, indicator, place, work, out var entry, out var kept);
        if (problem is not null)
        {
            if (cell.Typed is null) return new SavedCell(cell.IndicatorId, cell.Disaggregation, problem, current);
            entry = new CellEntry(CellState.NotReported, Text: cell.Typed, Comment: cell.Entry.Comment);
        }

        var before = work.Bases.Of(place, cell.Disaggregation, current.Track.Version);
        var basis = BasisOf(cell, current, entry, before, problem is null ? kept : null);
        var change = work.Sheet.Set(
            place, cell.Disaggregation, entry, cell.Seen, user.Id, work.Now, isNews: basis is not null && !basis.SaysTheSameAs(before));
        if (change.Outcome == CellOutcome.Stale)
        {
            var stale = CellFailures.Stale.On("version", indicator.Name);
            return new SavedCell(cell.IndicatorId, cell.Disaggregation, stale, change.Before, change.After);
        }

        if (change.Outcome == CellOutcome.Changed)
        {
            work.Changes.Add(change);
            if (basis is not null) work.Bases.Set(basis with { CellVersion = change.After.Track.Version });
        }

        return new SavedCell(cell.IndicatorId, cell.Disaggregation, problem, change.After);
    }

    /// <summary>What the cell is to say, or why that is refused.</summary>
    private Failure? Resolve(CellSave cell, Indicator indicator, int place, Work work, out CellEntry entry, out Domain.Consolidation? kept)
    {
        (entry, kept) = (default, null);
        if (cell.Problem is not null) return cell.Problem;
        if (MeasuredValues.Problem(indicator, cell.Survey, cell.ExpertReview, CityTime.Today(clock)) is { } unfit) return unfit;
        var raw = cell.Entry;
        if (cell.Disaggregation.Length == 0 && work.Given.TryGetValue(place, out var figure) && figure.Fill(indicator, raw, out raw) is { } notTheirs)
            return notTheirs;
        return CellWays.Take(indicator, cell.Way, raw, work.Below.At(place, cell.Disaggregation), out raw, out kept)
            ?? CellRules.Resolve(indicator, raw, out entry, isPart: cell.Disaggregation.Length > 0);
    }

    /// <summary>How the figure came about: as is said, or as it did before where it stays the same; null where it was simply entered.</summary>
    private static CellBasis? BasisOf(CellSave cell, in PackedCell current, in CellEntry entry, CellBasis? before, Domain.Consolidation? kept)
    {
        var stays = current.Track.Version > 0 && current.State == entry.State && current.Text == entry.Text
            && new Amount(entry.Number, entry.Numerator, entry.Denominator) == Amount.Of(current);
        var basis = new CellBasis(current.Place, current.Disaggregation, current.Track.Version)
        {
            Consolidation = cell.Way is null && stays ? before?.Consolidation : kept,
            Survey = cell.Survey ?? (stays ? before?.Survey : null),
            ExpertReview = cell.ExpertReview ?? (stays ? before?.ExpertReview : null),
        };
        return basis is { Consolidation: null, Survey: null, ExpertReview: null } ? null : basis;
    }

    private void Keep(DraftSheet? row, Work work)
    {
        if (row is null)
        {
            row = new DraftSheet { SubmissionId = work.Submission.Id, Bytes = [], FilledCells = 0 };
            db.Sheets.Add(row);
        }

        (row.Bytes, row.FilledCells, row.Bases) = (work.Sheet.Write(), work.Sheet.FilledCells, work.Bases.Write(work.Sheet));
    }

    private void Remember(Work work, SaveCells request)
    {
        var submission = work.Submission;
        if (!submission.HasHistory)
        {
            db.NotAudited("draft cells; handing in is audited");
            return;
        }

        var revision = Revisions.Of(submission, RevisionKind.Changed, user.Id, work.Now, request.Source, request.Reason, work.Changes, work.Bases);
        db.Revisions.Add(revision);
        db.Audit(new AuditEntry(
            "submissions.change", "submission", submission.Id.ToString(), submission.UnitId,
            new { revision.Number, cells = work.Changes.Count, request.Source }));
    }

    private Task<HashSet<(int Place, string Disaggregation)>> ReturnedAsync(Guid submissionId, CancellationToken cancellationToken) =>
        CellAccess.OpenReturnsAsync(db, submissionId, cancellationToken);

    /// <summary>A save at work: the sheet as it is being changed, and what its cells are judged by.</summary>
    private sealed record Work(
        Submission Submission, Form Form, WorkingSheet Sheet, CellBases Bases, IReadOnlyDictionary<int, GivenFigure> Given, ConsolidatedReturn Below,
        HashSet<(int Place, string Disaggregation)>? Returned, DateTimeOffset Now)
    {
        internal List<CellChange> Changes { get; } = [];
    }
}
