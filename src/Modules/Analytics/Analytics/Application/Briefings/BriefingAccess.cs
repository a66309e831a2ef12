using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Analytics.Application.Briefings;

/// <summary>Who may open a briefing: whoever may read the figures of its area; the scheduled one is every reader's.</summary>
internal sealed class BriefingAccess(PeriodFrames frames, ReadingScope scope, Guardian guardian, ICurrentUser user)
{
    internal async Task<Result> RequireAsync(Briefing briefing, CancellationToken cancellationToken)
    {
        if (briefing.Scheduled || briefing.RequestedBy == user.Id) return guardian.Require(AnalyticsPermissions.Read);
        return await frames.FindAsync(briefing.PeriodId, 0, cancellationToken) is { } frame
            ? await scope.RequireAsync(frame, briefing.RootUnitId, cancellationToken)
            : PlatformFailures.NotFound;
    }
}
