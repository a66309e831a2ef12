using LearningCity.Analytics.Application.Briefings;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Reports;

/// <summary>Asks for the briefs of all wards, communes and districts of a period in one run; those that wait already are not asked for twice.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="Language">Their language.</param>
internal sealed record RequestUnitBriefs(string Period, Language Language = Language.Vi) : ICommand<BriefRun>;

/// <summary>A run of briefs.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="Requested">How many were asked for now.</param>
/// <param name="Waiting">How many waited already.</param>
internal sealed record BriefRun(string Period, int Requested, int Waiting);

internal sealed class RequestUnitBriefsHandler(
    IAnalyticsDb db, PeriodFrames frames, ReadingScope scope, IPdfPrinter printer, BriefingSignal signal, Guardian guardian, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<RequestUnitBriefs, BriefRun>
{
    public async Task<Result<BriefRun>> Handle(RequestUnitBriefs request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(AnalyticsPermissions.Brief);
        if (!allowed.Succeeded) return allowed;
        if (await frames.FindAsync(request.Period ?? "", cancellationToken) is not { } frame)
            return AnalyticsFailures.PeriodNotFound.On("period", request.Period ?? "");
        if (frame.Home < 0) return new BriefRun(frame.Period.Code, 0, 0);

        // Whoever may read the figures of the whole area may have the briefs of all its parts.
        allowed = await scope.RequireAsync(frame, frame.Units[frame.Home].Id, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (!printer.IsAvailable && user.Caller.Kind != CallerKind.System) return AnalyticsFailures.BrowserMissing;
        var waiting = await db.Briefings.AsNoTracking()
            .Where(brief => brief.Kind == DocumentKind.UnitBrief && brief.PeriodId == frame.PeriodId && brief.State == BriefingState.Waiting
                && brief.Language == request.Language)
            .Select(brief => brief.RootUnitId).ToHashSetAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var units = UnitsOf(frame).Where(unit => !waiting.Contains(unit.Id)).ToList();
        foreach (var unit in units)
            db.Briefings.Add(RequestReportHandler.Of(DocumentKind.UnitBrief, frame, unit.Id, request.Language, null, user.Id, now));
        db.Audit(new AuditEntry("analytics.request_unit_briefs", "period", frame.Period.Code, Details: new { units.Count, request.Language }));
        await db.SaveChangesAsync(cancellationToken);
        signal.Wake();
        return new BriefRun(frame.Period.Code, units.Count, waiting.Count);
    }

    /// <summary>The units of the level below the city, at the period's reference date.</summary>
    internal static IEnumerable<UnitSummary> UnitsOf(PeriodFrame frame)
    {
        foreach (var child in frame.Rollup.Territory.Children(frame.Home).ToArray())
        {
            if (frame.Units[child].Type is >= UnitType.UrbanDistrict and < UnitType.Preschool) yield return frame.Units[child];
        }
    }
}
