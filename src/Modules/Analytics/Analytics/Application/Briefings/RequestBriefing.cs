using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Analytics.Application.Briefings;

/// <summary>Asks for a briefing; a worker makes it within seconds.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="TreeDate">The tree that it shows, a day of the period; its reference date where none is named.</param>
/// <param name="Language">The language; Vietnamese where none is named.</param>
/// <param name="RootUnitId">The area; what the caller may see where none is named.</param>
internal sealed record RequestBriefing(string Period, DateOnly? TreeDate = null, Language Language = Language.Vi, Guid? RootUnitId = null)
    : ICommand<BriefingItem>;

internal sealed class RequestBriefingHandler(
    IAnalyticsDb db, PeriodFrames frames, ReadingScope scope, IPdfPrinter printer, BriefingSignal signal, Guardian guardian, ICurrentUser user,
    TimeProvider clock)
    : ICommandHandler<RequestBriefing, BriefingItem>
{
    public async Task<Result<BriefingItem>> Handle(RequestBriefing request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(AnalyticsPermissions.Brief);
        if (!allowed.Succeeded) return allowed;
        if (await frames.FindAsync(request.Period ?? "", cancellationToken) is not { } frame)
            return AnalyticsFailures.PeriodNotFound.On("period", request.Period ?? "");
        var period = frame.Period;
        var treeDate = request.TreeDate ?? frame.TreeDate;
        if (treeDate < period.WindowFrom || treeDate > period.WindowTo)
            return AnalyticsFailures.TreeDateOutOfRange.On("treeDate", period.Code, period.WindowFrom, period.WindowTo);
        var root = request.RootUnitId ?? scope.DefaultUnit(frame);
        if (frame.Rollup.UnitOf(root) < 0) return AnalyticsFailures.UnitNotInTree.On("rootUnitId", frame.TreeDate);
        allowed = await scope.RequireAsync(frame, root, cancellationToken);
        if (!allowed.Succeeded) return allowed;

        // A person is told at once; what the system asks for waits until somebody has installed a browser.
        if (!printer.IsAvailable && user.Caller.Kind != CallerKind.System) return AnalyticsFailures.BrowserMissing;
        var (id, now) = (Ids.New(), clock.GetUtcNow());
        var briefing = new Briefing
        {
            Id = id,
            PeriodId = period.Id,
            PeriodCode = period.Code,
            TreeDate = treeDate,
            RootUnitId = root,
            Language = request.Language,
            OnceKey = id.ToString("N"),
            Scheduled = false,
            RequestedBy = user.Id,
            RequestedAt = now,
            DueAt = now,
        };
        db.Briefings.Add(briefing);
        db.Audit(new AuditEntry(
            "analytics.brief", "briefing", id.ToString(), root, new { Period = period.Code, TreeDate = treeDate, request.Language }));
        await db.SaveChangesAsync(cancellationToken);
        signal.Wake();
        return BriefingItem.Of(briefing);
    }
}
