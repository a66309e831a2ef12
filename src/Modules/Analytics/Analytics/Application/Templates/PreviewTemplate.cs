using LearningCity.Analytics.Application.Briefings;
using LearningCity.Analytics.Application.Reports;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Templates;

/// <summary>The review report of the newest period as it would come out with the template of a unit, as Word file; nothing is kept.</summary>
/// <param name="UnitId">The unit; null for the city.</param>
internal sealed record PreviewTemplate(Guid? UnitId) : IQuery<Result<BriefingDownload>>;

internal sealed class PreviewTemplateHandler(
    IAnalyticsDb db, PeriodFrames frames, IBriefingPaper paper, Guardian guardian, ICurrentUser user, ISender sender, TimeProvider clock)
    : IQueryHandler<PreviewTemplate, Result<BriefingDownload>>
{
    public async Task<Result<BriefingDownload>> Handle(PreviewTemplate request, CancellationToken cancellationToken)
    {
        var allowed = request.UnitId is { } id
            ? await guardian.RequireAsync(AnalyticsPermissions.Template, id, cancellationToken)
            : guardian.RequireEverywhere(AnalyticsPermissions.Template);
        if (!allowed.Succeeded) return allowed;
        var newest = await db.Periods.AsNoTracking().OrderByDescending(period => period.TreeDate).Select(period => period.PeriodCode).FirstOrDefaultAsync(cancellationToken);
        if (newest is null || await frames.FindAsync(newest, cancellationToken) is not { Home: >= 0 } frame) return AnalyticsFailures.NothingOpened;
        var unitId = request.UnitId ?? frame.Units[frame.Home].Id;
        if (frame.Rollup.UnitOf(unitId) < 0) return AnalyticsFailures.UnitNotInTree.On("unitId", frame.TreeDate);
        if ((await sender.Send(new GetUnits([unitId], CityTime.Today(clock)), cancellationToken)).Count == 0) return PlatformFailures.NotFound;
        var report = RequestReportHandler.Of(DocumentKind.Review, frame, unitId, Language.Vi, null, user.Id, clock.GetUtcNow());
        return new BriefingDownload("learningcity-preview.docx", (await paper.DrawAsync(report, cancellationToken)).Word!);
    }
}
