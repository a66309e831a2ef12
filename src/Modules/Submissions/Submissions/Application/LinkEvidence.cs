using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Adds an address on the web to a submission, as evidence for some of its indicators. Nothing of it is read or stored.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="IndicatorIds">The indicators it supports; empty for the submission as a whole.</param>
/// <param name="Address">Where it leads; https.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Details">What the unit says of the document; null for nothing.</param>
internal sealed record LinkEvidence(
    Guid SubmissionId, IReadOnlyList<Guid> IndicatorIds, string? Address, string? Title, EvidenceDetails? Details = null) : ICommand<Guid>;

internal sealed class LinkEvidenceValidator : AbstractValidator<LinkEvidence>
{
    public LinkEvidenceValidator()
    {
        RuleFor(command => command.Title!).RequiredText(255);
        RuleFor(command => command.Address!).RequiredText(2000);
        RuleFor(command => command.IndicatorIds).Must(ids => ids is { Count: <= 100 })
            .Say("Mỗi liên kết gắn với tối đa 100 chỉ số.", "A link supports at most 100 indicators.");
        EvidenceDetailsRules.Add(this, command => command.Details);
    }
}

internal sealed class LinkEvidenceHandler(
    ISubmissionsDb db, Forms forms, SubmissionAccess access, PeriodGate gate, ICurrentUser user, TimeProvider clock) : ICommandHandler<LinkEvidence, Guid>
{
    /// <summary>What a link is among the kinds of content (RFC 2483, section 5).</summary>
    internal const string MediaType = "text/uri-list";

    public async Task<Result<Guid>> Handle(LinkEvidence request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = await access.RequireReportAsync(submission, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if ((await gate.JudgeAsync(submission, cancellationToken)).Refusal is { } refusal) return refusal;
        if (!submission.IsEditable) return SubmissionFailures.NotEditable;
        if (Read(request.Address) is not { } address) return EvidenceFailures.NoHttps.On("address");
        var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
        var places = request.IndicatorIds.Distinct().Select(form.Layout.PlaceOf).ToList();
        if (places.Exists(place => !Places.Has(submission.Owed, place)))
            return CellFailures.UnknownIndicator.On("indicatorIds", string.Join(", ", request.IndicatorIds));

        var evidence = Make(request, submission, address);
        db.Evidence.Add(evidence);
        db.EvidenceLinks.AddRange(places.Select(place => new EvidenceLink { EvidenceId = evidence.Id, Place = place, SubmissionId = submission.Id }));
        db.Audit(new AuditEntry(
            "submissions.link_evidence", "evidence", evidence.Id.ToString(), submission.UnitId,
            new { submissionId = submission.Id, evidence.Hash, new Uri(address).Host }));
        await db.SaveChangesAsync(cancellationToken);
        return evidence.Id;
    }

    private Evidence Make(LinkEvidence request, Submission submission, string address)
    {
        var details = request.Details ?? EvidenceDetails.None;
        return new Evidence
        {
            Id = Ids.New(),
            SubmissionId = submission.Id,
            UnitId = submission.UnitId,
            Type = EvidenceType.Link,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address))),
            Size = 0,
            MediaType = MediaType,
            FileName = request.Title!.Trim(),
            Address = address,
            DocumentNumber = details.NumberOrNull,
            IssuedOn = details.IssuedOn,
            ValidUntil = details.ValidUntil,
            Confidentiality = details.Confidentiality,
            Scan = EvidenceScan.NoScanner,
            AddedBy = user.Id,
            AddedAt = clock.GetUtcNow(),
        };
    }

    /// <summary>The address as it is kept; null where it is not one of a page over https, or carries a password.</summary>
    private static string? Read(string? text)
    {
        const int longest = 2000;
        var whole = Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0
            && uri.Host.Contains('.', StringComparison.Ordinal);
        return whole && uri!.AbsoluteUri.Length <= longest ? uri.AbsoluteUri : null;
    }
}
