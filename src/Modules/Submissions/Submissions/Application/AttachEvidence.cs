using System.Linq.Expressions;
using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Attaches a file to a submission, as evidence for some of its indicators.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="IndicatorIds">The indicators it supports; empty for the submission as a whole.</param>
/// <param name="FileName">What its sender calls it; kept for people, never used as a path.</param>
/// <param name="Content">The file.</param>
/// <param name="Details">What the unit says of the document; null for nothing.</param>
/// <param name="IsSignedScan">Whether it is the signed paper of the report: it follows what was handed in and supports the report as a whole.</param>
internal sealed record AttachEvidence(
    Guid SubmissionId, IReadOnlyList<Guid> IndicatorIds, string FileName, Stream Content, EvidenceDetails? Details = null,
    bool IsSignedScan = false) : ICommand<Guid>
{
    /// <summary>Largest file, in bytes.</summary>
    internal const long LargestFile = 20 * 1024 * 1024;
}

internal sealed class AttachEvidenceValidator : AbstractValidator<AttachEvidence>
{
    public AttachEvidenceValidator()
    {
        RuleFor(command => command.FileName).RequiredText(255);
        RuleFor(command => command.IndicatorIds).Must(ids => ids is { Count: <= 100 })
            .Say("Mỗi tệp gắn với tối đa 100 chỉ số.", "A file supports at most 100 indicators.");
        EvidenceDetailsRules.Add(this, command => command.Details);
    }
}

/// <summary>The form of what is said of a document, for whatever it is.</summary>
internal static class EvidenceDetailsRules
{
    internal static void Add<T>(AbstractValidator<T> validator, Expression<Func<T, EvidenceDetails?>> of)
    {
        validator.RuleFor(of).Must(details => details?.DocumentNumber is null
                || (details.DocumentNumber.Length <= 100 && !details.DocumentNumber.Contains('\0', StringComparison.Ordinal)))
            .Say("Số văn bản dài tối đa 100 ký tự.", "A document number has at most 100 characters.").OverridePropertyName("documentNumber");
        validator.RuleFor(of).Must(details => !(details?.ValidUntil < details?.IssuedOn))
            .Say("Ngày hết hiệu lực phải từ ngày văn bản trở đi.", "A document does not end before its date.").OverridePropertyName("validUntil");
    }
}

internal sealed class AttachEvidenceHandler(
    ISubmissionsDb db, Forms forms, SubmissionAccess access, PeriodGate gate, IEvidenceStore store, IVirusScanner scanner, ICurrentUser user,
    TimeProvider clock)
    : ICommandHandler<AttachEvidence, Guid>
{
    public async Task<Result<Guid>> Handle(AttachEvidence request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = await access.RequireReportAsync(submission, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (await RefuseAsync(request, submission, cancellationToken) is { } refusal) return refusal;
        var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
        var places = request.IndicatorIds.Distinct().Select(form.Layout.PlaceOf).ToList();
        if (places.Exists(place => !Places.Has(submission.Owed, place)))
            return CellFailures.UnknownIndicator.On("indicatorIds", string.Join(", ", request.IndicatorIds));

        using var file = await store.ReceiveAsync(request.Content, AttachEvidence.LargestFile, cancellationToken);
        if (file is null) return EvidenceFailures.TooLarge.On("file", AttachEvidence.LargestFile / (1024 * 1024));
        if (file.Size == 0) return EvidenceFailures.Empty.On("file");
        if (FileKind.Of(file.Content) is not { } kind) return EvidenceFailures.WrongType.On("file");
        var name = Path.GetFileName(request.FileName.Trim());
        if (!kind.Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
            return EvidenceFailures.WrongName.On("file", name);
        if (request.IsSignedScan && kind != FileKind.Pdf && kind != FileKind.Png && kind != FileKind.Jpeg) return EvidenceFailures.ScanType.On("file");

        file.Content.Position = 0;
        var verdict = await scanner.ScanAsync(file.Content, cancellationToken);
        if (verdict == ScanVerdict.Infected) return EvidenceFailures.Infected.On("file");
        if (verdict == ScanVerdict.Away) return EvidenceFailures.ScannerAway.On("file");

        // The file is in its place before the row that names it.
        await file.KeepAsync(cancellationToken);
        var scan = verdict switch
        {
            ScanVerdict.Clean => EvidenceScan.Clean,
            ScanVerdict.AwayButTaken => EvidenceScan.NotScanned,
            _ => EvidenceScan.NoScanner,
        };
        return await RecordAsync(
            submission, request, new Received(file.Hash, file.Size, kind.MediaType, name, scan), places, cancellationToken);
    }

    /// <summary>Evidence is part of what is worked on; a signed scan follows what was handed in, also after closing, for it changes no figure.</summary>
    private async Task<Failure?> RefuseAsync(AttachEvidence request, Submission submission, CancellationToken cancellationToken)
    {
        if (request.IsSignedScan) return submission.WasHandedIn ? null : EvidenceFailures.NothingSigned.With();
        if ((await gate.JudgeAsync(submission, cancellationToken)).Refusal is { } refusal) return refusal;
        return submission.IsEditable ? null : SubmissionFailures.NotEditable.With();
    }

    private async Task<Guid> RecordAsync(
        Submission submission, AttachEvidence request, Received file, List<int> places, CancellationToken cancellationToken)
    {
        var details = request.Details ?? EvidenceDetails.None;
        var signed = request.IsSignedScan
            ? SignedFigures.MarkOf(WorkingSheet.Read(
                await db.Sheets.AsNoTracking().Where(s => s.SubmissionId == submission.Id).Select(s => s.Bytes).FirstOrDefaultAsync(cancellationToken)))
            : null;
        var evidence = new Evidence
        {
            Id = Ids.New(),
            SubmissionId = submission.Id,
            UnitId = submission.UnitId,
            Type = request.IsSignedScan ? EvidenceType.SignedScan : EvidenceType.File,
            SignedMark = signed,
            Hash = file.Hash,
            Size = file.Size,
            MediaType = file.MediaType,
            FileName = file.FileName,
            DocumentNumber = details.NumberOrNull,
            IssuedOn = details.IssuedOn,
            ValidUntil = details.ValidUntil,
            Confidentiality = details.Confidentiality,
            Scan = file.Scan,
            AddedBy = user.Id,
            AddedAt = clock.GetUtcNow(),
        };
        db.Evidence.Add(evidence);
        db.EvidenceLinks.AddRange(places.Select(place =>
            new EvidenceLink { EvidenceId = evidence.Id, Place = place, SubmissionId = submission.Id }));
        db.Audit(new AuditEntry(
            "submissions.attach_evidence", "evidence", evidence.Id.ToString(), submission.UnitId,
            new { submissionId = submission.Id, evidence.Type, evidence.Hash, evidence.Size, evidence.MediaType, evidence.Scan }));
        await db.SaveChangesAsync(cancellationToken);
        return evidence.Id;
    }

    /// <summary>What was received, as it is put on record.</summary>
    private sealed record Received(string Hash, long Size, string MediaType, string FileName, EvidenceScan Scan);
}
