using FluentValidation;
using LearningCity.Analytics.Application.Briefings;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Analytics.Application.Reports;

/// <summary>Asks for a report; a worker makes it within seconds.</summary>
/// <param name="Kind">What it is; a briefing is asked for as such.</param>
/// <param name="Period">Code of the period.</param>
/// <param name="UnitId">The unit that it is about and that issues it; what the caller may see where none is named.</param>
/// <param name="Language">Of a unit brief; the other kinds have a language of their own.</param>
internal sealed record RequestReport(DocumentKind Kind, string Period, Guid? UnitId = null, Language Language = Language.Vi) : ICommand<ReportItem>;

internal sealed class RequestReportValidator : AbstractValidator<RequestReport>
{
    public RequestReportValidator() => RuleFor(request => request.Kind).NotEqual(DocumentKind.Briefing)
        .Say("Báo cáo nhanh được yêu cầu tại /briefings.", "A briefing is asked for at /briefings.");
}

internal sealed class RequestReportHandler(
    IAnalyticsDb db, PeriodFrames frames, ReadingScope scope, IPdfPrinter printer, BriefingSignal signal, Guardian guardian, ICurrentUser user,
    TimeProvider clock)
    : ICommandHandler<RequestReport, ReportItem>
{
    public async Task<Result<ReportItem>> Handle(RequestReport request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(AnalyticsPermissions.Brief);
        if (!allowed.Succeeded) return allowed;
        if (await frames.FindAsync(request.Period ?? "", cancellationToken) is not { } frame)
            return AnalyticsFailures.PeriodNotFound.On("period", request.Period ?? "");
        var unit = request.UnitId ?? scope.DefaultUnit(frame);
        if (frame.Rollup.UnitOf(unit) < 0) return AnalyticsFailures.UnitNotInTree.On("unitId", frame.TreeDate);
        allowed = await scope.RequireAsync(frame, unit, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var now = clock.GetUtcNow();
        var report = Of(request.Kind, frame, unit, request.Language, null, user.Id, now);
        if (report.HasPdf && !printer.IsAvailable && user.Caller.Kind != CallerKind.System) return AnalyticsFailures.BrowserMissing;
        db.Briefings.Add(report);
        db.Audit(new AuditEntry("analytics.request_report", "report", report.Id.ToString(), unit, new { Period = frame.Period.Code, request.Kind }));
        await db.SaveChangesAsync(cancellationToken);
        signal.Wake();
        return ReportItem.Of(report, frame.Units[frame.Rollup.UnitOf(unit)].Name);
    }

    /// <summary>A report that waits to be made.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="frame">Its period.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="language">Its language, where the kind leaves that open.</param>
    /// <param name="onceKey">What makes it unique; null for one that somebody asked for.</param>
    /// <param name="by">Who asked; empty for the system.</param>
    /// <param name="now">When.</param>
    internal static Briefing Of(
        DocumentKind kind, PeriodFrame frame, Guid unitId, Language language, string? onceKey, Guid by, DateTimeOffset now)
    {
        var id = Ids.New();
        return new Briefing
        {
            Id = id,
            Kind = kind,
            PeriodId = frame.PeriodId,
            PeriodCode = frame.Period.Code,
            TreeDate = frame.TreeDate,
            RootUnitId = unitId,
            Language = kind switch { DocumentKind.Review => Language.Vi, DocumentKind.Unesco => Language.En, _ => language },
            OnceKey = onceKey ?? id.ToString("N"),
            Scheduled = onceKey is not null,
            RequestedBy = by,
            RequestedAt = now,
            DueAt = now,
        };
    }
}
