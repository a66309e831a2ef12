using LearningCity.Analytics.Application.Briefings;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Reports;

/// <summary>Tries a document that could not be made again, at once; a briefing as well as another report.</summary>
internal sealed record RetryReport(Guid Id) : ICommand;

internal sealed class RetryReportHandler(IAnalyticsDb db, BriefingAccess access, BriefingSignal signal, Guardian guardian, TimeProvider clock)
    : ICommandHandler<RetryReport>
{
    public async Task<Result> Handle(RetryReport request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(AnalyticsPermissions.Brief);
        if (!allowed.Succeeded) return allowed;
        if (await db.Briefings.FirstOrDefaultAsync(report => report.Id == request.Id, cancellationToken) is not { } report) return PlatformFailures.NotFound;
        allowed = await access.RequireAsync(report, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (report.State == BriefingState.Made) return AnalyticsFailures.AlreadyMade;
        report.TryAgain(clock.GetUtcNow());
        db.Audit(new AuditEntry("analytics.retry_report", "report", report.Id.ToString(), report.RootUnitId));
        await db.SaveChangesAsync(cancellationToken);
        signal.Wake();
        return Result.Ok;
    }
}
