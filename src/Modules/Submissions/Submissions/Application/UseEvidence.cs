using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>
/// Uses a piece of evidence of the unit for more values: for further indicators of its submission, or for a submission of another period.
/// A file is not sent again.
/// </summary>
/// <param name="EvidenceId">The piece.</param>
/// <param name="SubmissionId">The submission whose values it supports.</param>
/// <param name="IndicatorIds">The indicators; empty for the submission as a whole.</param>
/// <returns>Key of the piece as the submission has it.</returns>
internal sealed record UseEvidence(Guid EvidenceId, Guid SubmissionId, IReadOnlyList<Guid> IndicatorIds) : ICommand<Guid>;

internal sealed class UseEvidenceHandler(
    ISubmissionsDb db, Forms forms, SubmissionAccess access, PeriodGate gate, ICurrentUser user, TimeProvider clock) : ICommandHandler<UseEvidence, Guid>
{
    private const int MostIndicators = 100;

    public Task<Result<Guid>> Handle(UseEvidence request, CancellationToken cancellationToken) =>
        Batches.RetryAsync(db, () => TryAsync(request, cancellationToken));

    private async Task<Result<Guid>> TryAsync(UseEvidence request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = await access.RequireReportAsync(submission, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var piece = await db.Evidence.AsNoTracking().FirstOrDefaultAsync(e => e.Id == request.EvidenceId, cancellationToken);
        if (piece is null) return EvidenceFailures.NotFound;
        if (piece.UnitId != submission.UnitId) return EvidenceFailures.OfAnotherUnit;
        if (piece.Type == EvidenceType.SignedScan) return EvidenceFailures.ScanOfOneReport;
        if ((await gate.JudgeAsync(submission, cancellationToken)).Refusal is { } refusal) return refusal;
        if (!submission.IsEditable) return SubmissionFailures.NotEditable;
        var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
        var places = request.IndicatorIds.Distinct().Take(MostIndicators).Select(form.Layout.PlaceOf).ToList();
        if (places.Exists(place => !Places.Has(submission.Owed, place)))
            return CellFailures.UnknownIndicator.On("indicatorIds", string.Join(", ", request.IndicatorIds));

        var used = piece.SubmissionId == submission.Id
            ? piece
            : await db.Evidence.AsNoTracking().FirstOrDefaultAsync(e => e.SubmissionId == submission.Id && e.Hash == piece.Hash, cancellationToken)
                ?? db.Evidence.Add(CopyOf(piece, submission)).Entity;
        var linked = await db.EvidenceLinks.AsNoTracking().Where(l => l.EvidenceId == used.Id).Select(l => l.Place).ToListAsync(cancellationToken);
        db.EvidenceLinks.AddRange(places.Except(linked).Select(place =>
            new EvidenceLink { EvidenceId = used.Id, Place = place, SubmissionId = submission.Id }));
        db.Audit(new AuditEntry(
            "submissions.use_evidence", "evidence", used.Id.ToString(), submission.UnitId,
            new { from = piece.Id, submissionId = submission.Id, indicators = request.IndicatorIds.Count }));
        await db.SaveChangesAsync(cancellationToken);
        return used.Id;
    }

    private Evidence CopyOf(Evidence piece, Submission submission) => new()
    {
        Id = Ids.New(),
        SubmissionId = submission.Id,
        UnitId = submission.UnitId,
        Type = piece.Type,
        Address = piece.Address,
        Hash = piece.Hash,
        Size = piece.Size,
        MediaType = piece.MediaType,
        FileName = piece.FileName,
        DocumentNumber = piece.DocumentNumber,
        IssuedOn = piece.IssuedOn,
        ValidUntil = piece.ValidUntil,
        Confidentiality = piece.Confidentiality,
        Scan = piece.Scan,
        AddedBy = user.Id,
        AddedAt = clock.GetUtcNow(),
    };
}
