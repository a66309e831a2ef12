using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>A piece of evidence to download, for whoever may see its submission.</summary>
internal sealed record OpenEvidence(Guid EvidenceId) : IQuery<Result<OpenedEvidence>>;

/// <summary>A file to send; whoever sends it closes it. Of a link only its address.</summary>
internal sealed record OpenedEvidence(string FileName, string MediaType, string Hash, Stream Content, string? Address = null);

internal sealed class OpenEvidenceHandler(ISubmissionsDb db, SubmissionAccess access, IEvidenceStore store)
    : IQueryHandler<OpenEvidence, Result<OpenedEvidence>>
{
    public async Task<Result<OpenedEvidence>> Handle(OpenEvidence request, CancellationToken cancellationToken)
    {
        var evidence = await db.Evidence.AsNoTracking().FirstOrDefaultAsync(e => e.Id == request.EvidenceId, cancellationToken);
        if (evidence is null) return EvidenceFailures.NotFound;
        var submission = await db.Submissions.AsNoTracking().FirstAsync(s => s.Id == evidence.SubmissionId, cancellationToken);
        var allowed = await access.RequireReadAsync(submission, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (evidence.Confidentiality == EvidenceConfidentiality.Restricted && !access.RequireReview(submission).Succeeded)
        {
            var reports = await access.RequireReportAsync(submission, cancellationToken);
            if (!reports.Succeeded) return EvidenceFailures.Restricted;
        }

        if (evidence.Address is { } address) return new OpenedEvidence(evidence.FileName, evidence.MediaType, evidence.Hash, Stream.Null, address);
        return await store.OpenAsync(evidence.Hash, cancellationToken) is { } content
            ? new OpenedEvidence(evidence.FileName, evidence.MediaType, evidence.Hash, content)
            : EvidenceFailures.NotFound;
    }
}
