using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>The evidence of a submission, and what its unit has of evidence that may be used again.</summary>
internal sealed record GetEvidence(Guid SubmissionId) : IQuery<Result<EvidenceBook>>;

/// <summary>The evidence of a submission.</summary>
/// <param name="Pieces">Its pieces, oldest first.</param>
/// <param name="Known">Pieces of the unit that may support one more value: its own and those of other periods, newest first.</param>
/// <param name="Indicators">The indicators owed.</param>
/// <param name="Codes">Codes of indicators, by place.</param>
/// <param name="MayAdd">Whether the reader may add evidence now.</param>
/// <param name="MayAddScan">Whether the reader may add the signed scan.</param>
internal sealed record EvidenceBook(
    IReadOnlyList<EvidenceView> Pieces, IReadOnlyList<KnownEvidence> Known, IReadOnlyList<Indicator> Indicators,
    IReadOnlyDictionary<int, string> Codes, bool MayAdd, bool MayAddScan);

/// <summary>A piece that may be used again.</summary>
/// <param name="Evidence">The piece.</param>
/// <param name="PeriodCode">The period whose report has it; null for the report itself.</param>
internal sealed record KnownEvidence(Evidence Evidence, string? PeriodCode);

internal sealed class GetEvidenceHandler(ISubmissionsDb db, Forms forms, SubmissionAccess access, PeriodGate gate, ISender sender)
    : IQueryHandler<GetEvidence, Result<EvidenceBook>>
{
    /// <summary>Most pieces of other periods that are offered.</summary>
    private const int MostKnown = 100;

    public async Task<Result<EvidenceBook>> Handle(GetEvidence request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = await access.RequireReadAsync(submission, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
        var sheet = WorkingSheet.Read(
            await db.Sheets.AsNoTracking().Where(s => s.SubmissionId == submission.Id).Select(s => s.Bytes).FirstOrDefaultAsync(cancellationToken));
        var pieces = await EvidencePieces.OfAsync(db, submission.Id, sheet, cancellationToken);
        var mayReport = (await access.RequireReportAsync(submission, cancellationToken)).Succeeded;
        var mayAdd = mayReport && submission.IsEditable && (await gate.JudgeAsync(submission, cancellationToken)).Refusal is null;
        var places = Places.Each(submission.Owed).ToList();
        return new EvidenceBook(
            pieces, mayAdd ? await KnownAsync(submission, pieces, cancellationToken) : [], [.. places.Select(form.At)],
            places.ToDictionary(place => place, place => form.At(place).Code), mayAdd, mayReport && submission.WasHandedIn);
    }

    private async Task<List<KnownEvidence>> KnownAsync(Submission submission, List<EvidenceView> own, CancellationToken cancellationToken)
    {
        var others = await (from piece in db.Evidence.AsNoTracking()
                            join of in db.Submissions on piece.SubmissionId equals of.Id
                            where piece.UnitId == submission.UnitId && piece.SubmissionId != submission.Id && piece.Type != EvidenceType.SignedScan
                            orderby piece.AddedAt descending
                            select new { piece, of.PeriodId }).Take(MostKnown).ToListAsync(cancellationToken);
        var periods = others.Count == 0 ? [] : (await sender.Send(new ListPeriods(), cancellationToken)).ToDictionary(period => period.Id, period => period.Code);
        var seen = own.Select(view => view.Evidence.Hash).ToHashSet();
        return
        [
            .. own.Where(view => view.Evidence.Type != EvidenceType.SignedScan).Select(view => new KnownEvidence(view.Evidence, null)),
            .. others.Where(other => seen.Add(other.piece.Hash)).Select(other => new KnownEvidence(other.piece, periods.GetValueOrDefault(other.PeriodId))),
        ];
    }
}

/// <summary>Reads the evidence of a submission.</summary>
internal static class EvidencePieces
{
    internal static async Task<List<EvidenceView>> OfAsync(ISubmissionsDb db, Guid submissionId, WorkingSheet sheet, CancellationToken cancellationToken)
    {
        var links = await db.EvidenceLinks.AsNoTracking().Where(l => l.SubmissionId == submissionId).ToListAsync(cancellationToken);
        var byEvidence = links.ToLookup(link => link.EvidenceId, link => link.Place);
        var pieces = await db.Evidence.AsNoTracking().Where(e => e.SubmissionId == submissionId).OrderBy(e => e.AddedAt).ToListAsync(cancellationToken);
        var mark = pieces.Exists(piece => piece.SignedMark is not null) ? SignedFigures.MarkOf(sheet) : null;
        return [.. pieces.Select(piece => new EvidenceView(piece, [.. byEvidence[piece.Id].Order()], piece.SignedMark is { } signed && signed != mark))];
    }
}
