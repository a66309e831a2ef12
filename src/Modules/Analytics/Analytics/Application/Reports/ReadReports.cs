using LearningCity.Analytics.Application.Briefings;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Reports;

/// <summary>Reports, the newest first; briefings have a list of their own.</summary>
/// <param name="Period">Code of a period; all where none is named.</param>
/// <param name="Kind">A kind; all where none is named.</param>
/// <param name="UnitId">A unit; all where none is named.</param>
/// <param name="Cursor">Where to read on.</param>
/// <param name="Limit">How many on a page.</param>
internal sealed record ListReports(string? Period, DocumentKind? Kind, Guid? UnitId, string? Cursor, int? Limit) : IQuery<Result<Page<ReportItem>>>;

/// <summary>A report by its key.</summary>
internal sealed record GetReport(Guid Id) : IQuery<Result<ReportItem>>;

/// <summary>A file of a report, bit for bit as it was made.</summary>
/// <param name="Id">Of the report.</param>
/// <param name="Word">The Word file; the PDF without it.</param>
internal sealed record GetReportFile(Guid Id, bool Word) : IQuery<Result<BriefingDownload>>;

/// <summary>How far the briefs of a period are.</summary>
/// <param name="Period">Code of the period.</param>
internal sealed record GetBriefProgress(string Period) : IQuery<Result<BriefProgress>>;

/// <summary>How far a run is.</summary>
/// <param name="Made">Briefs that are made.</param>
/// <param name="Waiting">Briefs that wait.</param>
/// <param name="Failed">Briefs that could not be made.</param>
internal sealed record BriefProgress(int Made, int Waiting, int Failed);

internal sealed class ListReportsHandler(IAnalyticsDb db, Guardian guardian, ICurrentUser user, ISender sender)
    : IQueryHandler<ListReports, Result<Page<ReportItem>>>
{
    public async Task<Result<Page<ReportItem>>> Handle(ListReports request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(AnalyticsPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        if (!Cursor.TryRead<Place>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor;
        var reports = db.Briefings.AsNoTracking().Where(report => report.Kind != DocumentKind.Briefing);
        if (request.Period is not null) reports = reports.Where(report => report.PeriodCode == request.Period);
        if (request.Kind is { } kind) reports = reports.Where(report => report.Kind == kind);
        if (request.UnitId is { } unitId) reports = reports.Where(report => report.RootUnitId == unitId);
        var held = user.ScopeOf(AnalyticsPermissions.ReadCode);
        if (!held.Everywhere) reports = reports.Where(report => report.RequestedBy == user.Id || held.UnitIds.Contains(report.RootUnitId));

        // A run asks for many at one moment.
        if (after is not null)
        {
            reports = reports.Where(report => report.RequestedAt < after.Before
                || (report.RequestedAt == after.Before && report.OnceKey.CompareTo(after.Key) > 0));
        }

        var limit = Cursor.Limit(request.Limit);
        var page = await reports.OrderByDescending(report => report.RequestedAt).ThenBy(report => report.OnceKey)
            .Take(limit + 1).ToListAsync(cancellationToken);
        var names = await NamesAsync(sender, page, cancellationToken);
        return Cursor.Page(
            [.. page.Select(report => ReportItem.Of(report, names(report)))], limit,
            item => new Place(item.RequestedAt, page.Find(report => report.Id == item.Id)!.OnceKey));
    }

    /// <summary>Names of the units of some reports, each as of its date.</summary>
    internal static async Task<Func<Briefing, LocalText>> NamesAsync(
        ISender sender, IReadOnlyCollection<Briefing> reports, CancellationToken cancellationToken)
    {
        var names = new Dictionary<(Guid, DateOnly), LocalText>();
        foreach (var sameDay in reports.GroupBy(report => report.TreeDate))
        {
            foreach (var unit in await sender.Send(new GetUnits([.. sameDay.Select(report => report.RootUnitId).Distinct()], sameDay.Key), cancellationToken))
                names[(unit.Id, sameDay.Key)] = unit.Name;
        }

        return report => names.GetValueOrDefault((report.RootUnitId, report.TreeDate)) ?? new LocalText("?", "?");
    }

    internal sealed record Place(DateTimeOffset Before, string Key);
}

internal sealed class GetReportHandler(IAnalyticsDb db, BriefingAccess access, ISender sender) : IQueryHandler<GetReport, Result<ReportItem>>
{
    public async Task<Result<ReportItem>> Handle(GetReport request, CancellationToken cancellationToken)
    {
        var report = await db.Briefings.AsNoTracking().FirstOrDefaultAsync(r => r.Id == request.Id, cancellationToken);
        if (report is null) return PlatformFailures.NotFound;
        var allowed = await access.RequireAsync(report, cancellationToken);
        return allowed.Succeeded ? ReportItem.Of(report, (await ListReportsHandler.NamesAsync(sender, [report], cancellationToken))(report)) : allowed;
    }
}

internal sealed class GetReportFileHandler(IAnalyticsDb db, BriefingAccess access, IPdfPrinter printer)
    : IQueryHandler<GetReportFile, Result<BriefingDownload>>
{
    public async Task<Result<BriefingDownload>> Handle(GetReportFile request, CancellationToken cancellationToken)
    {
        var report = await db.Briefings.AsNoTracking().FirstOrDefaultAsync(r => r.Id == request.Id, cancellationToken);
        if (report is null || (request.Word ? !report.HasWord : !report.HasPdf)) return PlatformFailures.NotFound;
        var allowed = await access.RequireAsync(report, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var content = request.Word
            ? await db.WordFiles.AsNoTracking().Where(file => file.DocumentId == report.Id).Select(file => file.Content).FirstOrDefaultAsync(cancellationToken)
            : await db.BriefingFiles.AsNoTracking().Where(file => file.BriefingId == report.Id).Select(file => file.Content).FirstOrDefaultAsync(cancellationToken);
        if (content is not null) return new BriefingDownload(request.Word ? report.WordFileName : report.FileName, content);
        return printer.IsAvailable || !report.HasPdf ? AnalyticsFailures.ReportNotMade : AnalyticsFailures.BrowserMissing;
    }
}

internal sealed class GetBriefProgressHandler(IAnalyticsDb db, Guardian guardian) : IQueryHandler<GetBriefProgress, Result<BriefProgress>>
{
    public async Task<Result<BriefProgress>> Handle(GetBriefProgress request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(AnalyticsPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        var counts = await db.Briefings.AsNoTracking()
            .Where(brief => brief.Kind == DocumentKind.UnitBrief && brief.PeriodCode == request.Period)
            .GroupBy(brief => brief.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return new BriefProgress(Of(BriefingState.Made), Of(BriefingState.Waiting), Of(BriefingState.Failed));

        int Of(BriefingState state) => counts.Find(count => count.Key == state)?.Count ?? 0;
    }
}
