using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Application.Consolidation;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>A submission with its cells, last period beside each.</summary>
internal sealed record GetSubmission(Guid SubmissionId) : IQuery<Result<SubmissionView>>;

internal sealed class GetSubmissionHandler(
    ISubmissionsDb db, Forms forms, SubmissionAccess access, PeriodGate gate, EarlierFigures earlier, GivenFigures givenFigures,
    YearFigures years, KnownFigures knownFigures, ConsolidatedFigures consolidated, Names names, ISender sender)
    : IQueryHandler<GetSubmission, Result<SubmissionView>>
{
    public async Task<Result<SubmissionView>> Handle(GetSubmission request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = await access.RequireReadAsync(submission, cancellationToken);
        if (!allowed.Succeeded) return allowed;

        var period = await gate.PeriodAsync(submission.PeriodId, cancellationToken);
        var timing = await gate.JudgeAsync(submission, cancellationToken);
        var obligation = await sender.Send(new GetObligation(submission.ObligationId), cancellationToken);
        var units = await names.UnitsAsync([submission.UnitId, submission.ReviewerUnitId], period.WindowTo, cancellationToken);
        var mayReport = (await access.RequireReportAsync(submission, cancellationToken)).Succeeded;
        var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
        var editable = mayReport && timing.Refusal is null && submission.IsEditable;
        var given = await givenFigures.OfAsync(form, submission.UnitId, period.WindowTo, cancellationToken);
        var row = await db.Sheets.AsNoTracking().FirstOrDefaultAsync(s => s.SubmissionId == submission.Id, cancellationToken);
        var sheet = WorkingSheet.Read(row?.Bytes);
        var evidence = await EvidencePieces.OfAsync(db, submission.Id, sheet, cancellationToken);
        var below = await consolidated.OfAsync(submission, form, given, cancellationToken);
        var cells = With(submission, CellBases.Read(row?.Bases), below, await CellsAsync(submission, form, sheet, given, evidence, editable, cancellationToken));
        var known = await knownFigures.OfAsync(submission, form, period, sheet, given, cancellationToken);
        var narrative = await db.Narratives.AsNoTracking().FirstOrDefaultAsync(n => n.SubmissionId == submission.Id, cancellationToken);
        var actors = await names.ActorsAsync(
            cells.Select(cell => cell.Now.Track.By)
                .Concat(cells.SelectMany(cell => cell.Returns.Select(r => r.ReturnedBy)))
                .Concat(evidence.Select(piece => piece.Evidence.AddedBy))
                .Append(submission.SubmittedBy ?? Guid.Empty).Append(submission.DecidedBy ?? Guid.Empty),
            cancellationToken);
        return new SubmissionView(
            submission, form, period, units[submission.UnitId], units[submission.ReviewerUnitId], obligation?.ExtendedTo, mayReport,
            access.RequireReview(submission).Succeeded, timing.Refusal is null, cells, narrative, evidence, actors,
            submission.State == SubmissionState.AwaitingHead && (await access.RequireReleaseAsync(submission, cancellationToken)).Succeeded)
        {
            Known = known,
            Consolidated = below,
        };
    }

    private async Task<List<CellView>> CellsAsync(
        Submission submission, Form form, WorkingSheet sheet, IReadOnlyDictionary<int, GivenFigure> given, List<EvidenceView> evidence,
        bool editable, CancellationToken cancellationToken)
    {
        var year = await years.OfAsync(submission, form, cancellationToken);
        var before = (await earlier.OfAsync(submission.PeriodId, [submission], cancellationToken)).GetValueOrDefault(submission.Id);
        var past = before is null
            ? []
            : SheetCodec.Read(before).ToDictionary(cell => (cell.Place, cell.Disaggregation));
        var warnings = EarlierFigures.Warnings(form, sheet, before);
        var returns = (await db.CellReturns.AsNoTracking().Where(r => r.SubmissionId == submission.Id)
            .OrderByDescending(r => r.ReturnedAt).ToListAsync(cancellationToken)).ToLookup(r => r.Place);
        var cells = new List<CellView>(submission.OwedCells);
        foreach (var place in Places.Each(submission.Owed))
        {
            var thread = returns[place].ToList();
            var open = submission.State != SubmissionState.Returned || thread.Exists(r => r.AnsweredAt is null);
            CellView View(string key, PackedCell? last) =>
                new(form.At(place), place, sheet.Find(place, key), last, null, [], editable && open, 0);
            cells.Add(View("", Past(past, place, "")) with
            {
                ConspicuousChange = warnings.TryGetValue(place, out var change) ? change : null,
                Questions = Questions.At(form, place, sheet),
                Returns = thread,
                Given = given.GetValueOrDefault(place),
                Year = year.GetValueOrDefault(form.At(place).Id),
                EvidenceCount = evidence.Count(piece => piece.Places.Contains(place)),
                Parts = [.. form.PartsAt(place).Select(part => View(part.Key, Past(past, place, part.Key)) with { Part = part })],
            });
        }

        return cells;
    }

    /// <summary>The cells with how their figures came about, and what the units below give for them.</summary>
    private static List<CellView> With(Submission submission, CellBases bases, ConsolidatedReturn below, IEnumerable<CellView> cells)
    {
        CellView Of(CellView cell)
        {
            var basis = bases.Of(cell.Place, cell.Now.Disaggregation, cell.Now.Track.Version);
            var unsaid = CellWays.Missing(cell.Indicator, cell.Now, basis);
            return cell with
            {
                Basis = basis,
                Consolidated = below.At(cell.Place, cell.Now.Disaggregation) is { } figure ? new ConsolidatedCell(figure, basis?.Consolidation) { IsOpen = submission.State is SubmissionState.NotStarted or SubmissionState.Draft } : null,
                Questions = unsaid is null ? cell.Questions : [.. cell.Questions, unsaid],
                Parts = [.. cell.Parts.Select(Of)],
            };
        }

        return [.. cells.Select(Of)];
    }

    private static PackedCell? Past(Dictionary<(int Place, string Disaggregation), PackedCell> past, int place, string key) =>
        past.TryGetValue((place, key), out var cell) ? cell : null;
}
