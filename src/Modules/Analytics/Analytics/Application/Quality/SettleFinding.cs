using FluentValidation;
using LearningCity.Analytics.Domain.Quality;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Quality;

/// <summary>Says what became of a conspicuous figure: it is explained, the reviewing body is asked about it, or it is open again.</summary>
/// <param name="Id">The finding.</param>
/// <param name="Version">The version that was seen.</param>
/// <param name="State">Explained, sent back, or open.</param>
/// <param name="Note">Why; what is asked. May be left out only to open it again.</param>
internal sealed record SettleFinding(Guid Id, int Version, FindingState State, string? Note) : ICommand<int>;

internal sealed class SettleFindingValidator : AbstractValidator<SettleFinding>
{
    private const int Longest = 2000;

    public SettleFindingValidator()
    {
        RuleFor(command => command.State).Must(state => state is FindingState.Open or FindingState.Explained or FindingState.SentBack)
            .Say("Vui lòng chọn: đã giải thích, trả về rà soát, hoặc mở lại.", "Choose explained, sent back, or open.");
        When(command => command.State != FindingState.Open, () => RuleFor(command => command.Note).RequiredText(Longest));
    }
}

internal sealed class SettleFindingHandler(IAnalyticsDb db, Guardian guardian, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<SettleFinding, int>
{
    public async Task<Result<int>> Handle(SettleFinding request, CancellationToken cancellationToken)
    {
        var held = guardian.Require(AnalyticsPermissions.Quality);
        if (!held.Succeeded) return held.Failures[0];
        var finding = await db.Findings.FirstOrDefaultAsync(one => one.Id == request.Id, cancellationToken);
        if (finding is null) return PlatformFailures.NotFound;
        var allowed = await guardian.RequireAsync(AnalyticsPermissions.Quality, finding.UnitId, cancellationToken);
        if (!allowed.Succeeded) return PlatformFailures.NotFound;
        if (finding.Version != request.Version) return PlatformFailures.Stale;
        if (finding.State == FindingState.Gone) return AnalyticsFailures.FindingGone;
        var (note, now) = (request.Note?.Trim(), clock.GetUtcNow());
        finding.Settle(request.State, string.IsNullOrEmpty(note) ? null : note, user.Id, now);
        if (request.State == FindingState.SentBack)
        {
            db.Publish(new FigureQuestioned(
                Ids.New(), finding.SubmissionId, finding.IndicatorId, user.Caller.UnitId ?? finding.UnitId, user.Id, now, note!));
        }

        db.Audit(new AuditEntry(
            "analytics.settle_finding", "finding", finding.Id.ToString(), finding.UnitId, new { finding.Kind, finding.IndicatorCode, request.State, note }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlatformFailures.Stale;
        }

        return finding.Version;
    }
}
