using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Editions;

/// <summary>Editions, the newest first.</summary>
/// <param name="Period">Code of a period; all where none is named.</param>
/// <param name="Cursor">Where to read on.</param>
/// <param name="Limit">How many on a page.</param>
internal sealed record ListEditions(string? Period, string? Cursor, int? Limit) : IQuery<Result<Page<EditionSummary>>>;

/// <summary>An edition with its manifest.</summary>
internal sealed record GetEdition(Guid Id) : IQuery<Result<EditionDetails>>;

/// <summary>How a period stands before its next edition is sealed.</summary>
/// <param name="Period">Code of the period.</param>
internal sealed record GetSealing(string Period) : IQuery<Result<Sealing>>;

/// <summary>What is known before a period is sealed.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="NextEdition">Number of the edition that is due.</param>
/// <param name="TreeDate">The date whose tree it will stand on.</param>
/// <param name="State">What stands in the way, and what must be explained.</param>
/// <param name="ChangedSheets">Reports that were corrected or added since the last edition; 0 before the first.</param>
/// <param name="Last">The last edition; null before the first.</param>
internal sealed record Sealing(
    string Period, int NextEdition, DateOnly TreeDate, SealingState State, int ChangedSheets, EditionSummary? Last)
{
    /// <summary>Whether the next edition may be sealed now.</summary>
    public bool IsPossible => State is { IsClosed: true, IsUpToDate: true };
}

internal sealed class ListEditionsHandler(IAnalyticsDb db, EditionReader reader, Guardian guardian)
    : IQueryHandler<ListEditions, Result<Page<EditionSummary>>>
{
    public async Task<Result<Page<EditionSummary>>> Handle(ListEditions request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(AnalyticsPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        if (!Cursor.TryRead<Place>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor;
        var editions = db.Editions.AsNoTracking();
        if (request.Period is not null) editions = editions.Where(edition => edition.PeriodCode == request.Period);
        if (after is not null) editions = editions.Where(edition => edition.SealedAt < after.Before);
        var limit = Cursor.Limit(request.Limit);
        var page = await editions.OrderByDescending(edition => edition.SealedAt).Take(limit + 1).ToListAsync(cancellationToken);
        var names = await reader.NamesAsync(page.Select(edition => edition.SealedBy), cancellationToken);
        return Cursor.Page([.. page.Select(edition => EditionSummary.Of(edition, names))], limit, item => new Place(item.SealedAt));
    }

    internal sealed record Place(DateTimeOffset Before);
}

internal sealed class GetEditionHandler(IAnalyticsDb db, EditionReader reader, Guardian guardian) : IQueryHandler<GetEdition, Result<EditionDetails>>
{
    public async Task<Result<EditionDetails>> Handle(GetEdition request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(AnalyticsPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        var edition = await db.Editions.AsNoTracking().FirstOrDefaultAsync(e => e.Id == request.Id, cancellationToken);
        return edition is null ? PlatformFailures.NotFound : await reader.DetailsAsync(edition, cancellationToken);
    }
}

internal sealed class GetSealingHandler(IAnalyticsDb db, SealingChecks checks, Restatements restatements, EditionReader reader, Guardian guardian)
    : IQueryHandler<GetSealing, Result<Sealing>>
{
    public async Task<Result<Sealing>> Handle(GetSealing request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(AnalyticsPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        var period = await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.PeriodCode == request.Period, cancellationToken);
        if (period is null) return AnalyticsFailures.PeriodNotFound.On("period", request.Period);
        var last = await db.Editions.AsNoTracking().Where(edition => edition.PeriodId == period.PeriodId)
            .OrderByDescending(edition => edition.Number).FirstOrDefaultAsync(cancellationToken);
        var changed = last is null ? 0 : (await restatements.SinceAsync(last, cancellationToken)).Count;
        return new Sealing(
            period.PeriodCode, (last?.Number ?? 0) + 1, period.TreeDate, await checks.ReadAsync(period, cancellationToken), changed,
            last is null ? null : EditionSummary.Of(last, await reader.NamesAsync([last.SealedBy], cancellationToken)));
    }
}
