using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Domain.ReferenceSeries;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.ReferenceSeries;

/// <summary>The releases of a series, newest first.</summary>
internal sealed record ListReleases(string SeriesCode, string? Cursor = null, int? Limit = null) : IQuery<Result<Page<ReleaseListing>>>;

/// <summary>A release.</summary>
/// <param name="Number">From 1, in order of import.</param>
/// <param name="Label">What its publisher calls it.</param>
/// <param name="Source">Where it was published.</param>
/// <param name="PublishedOn">When it was issued.</param>
/// <param name="ImportedAt">When it was imported.</param>
/// <param name="ContentHash">SHA-256 of the file.</param>
/// <param name="Added">Observations of cells that had none.</param>
/// <param name="Restated">Observations that say otherwise than the release before.</param>
/// <param name="Unchanged">Rows that repeated what was known.</param>
internal sealed record ReleaseListing(
    int Number, string Label, string Source, DateOnly PublishedOn, DateTimeOffset ImportedAt, string ContentHash, int Added, int Restated,
    int Unchanged);

internal sealed class ListReleasesHandler(ICriteriaCatalogDb db, Guardian guardian)
    : IQueryHandler<ListReleases, Result<Page<ReleaseListing>>>
{
    public async Task<Result<Page<ReleaseListing>>> Handle(ListReleases request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        if (!Cursor.TryRead<Key>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var series = await db.Series.AsNoTracking().SingleOrDefaultAsync(s => s.Code == request.SeriesCode, cancellationToken);
        if (series is null) return SeriesFailures.NotFound.With(request.SeriesCode);
        var limit = Cursor.Limit(request.Limit);
        var releases = db.Releases.AsNoTracking().Where(r => r.SeriesId == series.Id);
        if (after is not null) releases = releases.Where(r => r.Number < after.Number);
        var rows = await releases.OrderByDescending(r => r.Number).Take(limit + 1)
            .Select(r => new ReleaseListing(
                r.Number, r.Label, r.Source, r.PublishedOn, r.ImportedAt, r.ContentHash, r.Added, r.Restated, r.Unchanged))
            .ToListAsync(cancellationToken);
        return Cursor.Page(rows, limit, row => new Key(row.Number));
    }

    private sealed record Key(int Number);
}
