using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Briefings;

/// <summary>Briefings, the newest first.</summary>
/// <param name="Period">Code of a period; all where none is named.</param>
/// <param name="Cursor">Where to read on.</param>
/// <param name="Limit">How many on a page.</param>
internal sealed record ListBriefings(string? Period, string? Cursor, int? Limit) : IQuery<Result<Page<BriefingItem>>>;

/// <summary>A briefing by its key.</summary>
internal sealed record GetBriefing(Guid Id) : IQuery<Result<BriefingItem>>;

/// <summary>The file of a briefing, bit for bit as it was made.</summary>
internal sealed record GetBriefingFile(Guid Id) : IQuery<Result<BriefingDownload>>;

/// <summary>A file to download.</summary>
internal sealed record BriefingDownload(string Name, byte[] Content);

internal sealed class ListBriefingsHandler(IAnalyticsDb db, Guardian guardian, ICurrentUser user)
    : IQueryHandler<ListBriefings, Result<Page<BriefingItem>>>
{
    public async Task<Result<Page<BriefingItem>>> Handle(ListBriefings request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(AnalyticsPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        if (!Cursor.TryRead<Place>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor;
        var briefings = db.Briefings.AsNoTracking().Where(briefing => briefing.Kind == DocumentKind.Briefing);
        if (request.Period is not null) briefings = briefings.Where(briefing => briefing.PeriodCode == request.Period);
        if (after is not null) briefings = briefings.Where(briefing => briefing.RequestedAt < after.Before);

        // A briefing of the whole area is the committee's paper; one of a part is for those who answer for that part.
        var held = user.ScopeOf(AnalyticsPermissions.ReadCode);
        if (!held.Everywhere)
            briefings = briefings.Where(briefing => briefing.Scheduled || briefing.RequestedBy == user.Id || held.UnitIds.Contains(briefing.RootUnitId));
        var limit = Cursor.Limit(request.Limit);
        var page = await briefings.OrderByDescending(briefing => briefing.RequestedAt).Take(limit + 1).ToListAsync(cancellationToken);
        return Cursor.Page([.. page.Select(BriefingItem.Of)], limit, item => new Place(item.RequestedAt));
    }

    internal sealed record Place(DateTimeOffset Before);
}

internal sealed class GetBriefingHandler(IAnalyticsDb db, BriefingAccess access) : IQueryHandler<GetBriefing, Result<BriefingItem>>
{
    public async Task<Result<BriefingItem>> Handle(GetBriefing request, CancellationToken cancellationToken)
    {
        var briefing = await db.Briefings.AsNoTracking().FirstOrDefaultAsync(b => b.Id == request.Id, cancellationToken);
        if (briefing is null) return PlatformFailures.NotFound;
        var allowed = await access.RequireAsync(briefing, cancellationToken);
        return allowed.Succeeded ? BriefingItem.Of(briefing) : allowed;
    }
}

internal sealed class GetBriefingFileHandler(IAnalyticsDb db, BriefingAccess access, IPdfPrinter printer)
    : IQueryHandler<GetBriefingFile, Result<BriefingDownload>>
{
    public async Task<Result<BriefingDownload>> Handle(GetBriefingFile request, CancellationToken cancellationToken)
    {
        var briefing = await db.Briefings.AsNoTracking().FirstOrDefaultAsync(b => b.Id == request.Id, cancellationToken);
        if (briefing is null) return PlatformFailures.NotFound;
        var allowed = await access.RequireAsync(briefing, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var file = await db.BriefingFiles.AsNoTracking().FirstOrDefaultAsync(f => f.BriefingId == request.Id, cancellationToken);
        if (file is not null) return new BriefingDownload(briefing.FileName, file.Content);
        return printer.IsAvailable ? AnalyticsFailures.BriefingNotMade : AnalyticsFailures.BrowserMissing;
    }
}
