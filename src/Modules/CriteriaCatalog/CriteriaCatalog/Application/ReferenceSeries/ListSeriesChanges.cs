using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.ReferenceSeries;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.ReferenceSeries;

/// <summary>What changed between two releases of a series.</summary>
/// <param name="SeriesCode">The series.</param>
/// <param name="From">The earlier release; 0 for "before the first".</param>
/// <param name="To">The later release.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Items on a page; a page may have fewer where a value came back to what it was.</param>
internal sealed record ListSeriesChanges(string SeriesCode, int From, int To, string? Cursor = null, int? Limit = null)
    : IQuery<Result<Page<SeriesChangeListing>>>;

/// <summary>One cell that reads otherwise.</summary>
/// <param name="UnitCode">Code of the unit as it was used on the day.</param>
/// <param name="Date">The day.</param>
/// <param name="AgeGroup">Such as <c>15-60</c>, <c>65+</c>; empty for all ages.</param>
/// <param name="Sex">Whom it counts.</param>
/// <param name="Before">What it said as of the earlier release; null for nothing.</param>
/// <param name="After">What it says as of the later one; null where it was taken back.</param>
internal sealed record SeriesChangeListing(
    string UnitCode, DateOnly Date, string AgeGroup, PopulationSex Sex, decimal? Before, decimal? After);

internal sealed class ListSeriesChangesHandler(ICriteriaCatalogDb db, Guardian guardian)
    : IQueryHandler<ListSeriesChanges, Result<Page<SeriesChangeListing>>>
{
    public async Task<Result<Page<SeriesChangeListing>>> Handle(ListSeriesChanges request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        if (!Cursor.TryRead<CellKey>(request.Cursor, out var cursor) || cursor is { UnitCode: null }) return PlatformFailures.InvalidCursor.On("cursor");
        var series = await db.Series.AsNoTracking().SingleOrDefaultAsync(s => s.Code == request.SeriesCode, cancellationToken);
        if (series is null) return SeriesFailures.NotFound.With(request.SeriesCode);
        if (request.From < 0 || request.From > series.NewestRelease) return SeriesFailures.ReleaseNotFound.On("from", request.SeriesCode, request.From);
        if (request.To <= request.From || request.To > series.NewestRelease) return SeriesFailures.ReleaseNotFound.On("to", request.SeriesCode, request.To);
        var limit = Cursor.Limit(request.Limit);
        var rows = await db.Observations.AsNoTracking().AsOf(series.Id, request.To).Where(o => o.ReleaseNumber > request.From)
            .After(cursor).InOrder().Take(limit + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, limit, row => ObservationCells.KeyOf(row.Cell));
        var before = await BeforeAsync(series.Id, request.From, page.Items, cancellationToken);
        return new Page<SeriesChangeListing>(
            [.. page.Items.Select(o => Listing(o, before.GetValueOrDefault(o.Cell)?.Value)).Where(change => change.Before != change.After)],
            page.NextCursor);
    }

    private async Task<IReadOnlyDictionary<SeriesCell, Observation>> BeforeAsync(
        Guid seriesId, int release, IReadOnlyList<Observation> after, CancellationToken cancellationToken)
    {
        var units = after.Select(o => o.UnitCode).Distinct().ToList();
        var days = after.Select(o => o.ObservedOn).Distinct().ToList();
        var rows = await db.Observations.AsNoTracking()
            .Where(o => o.SeriesId == seriesId && o.ReleaseNumber <= release && units.Contains(o.UnitCode) && days.Contains(o.ObservedOn))
            .ToListAsync(cancellationToken);
        return Releases.AsOf(rows, release);
    }

    private static SeriesChangeListing Listing(Observation o, decimal? before) =>
        new(o.UnitCode, o.ObservedOn, o.Cell.Ages.ToString(), o.Sex, before, o.Value);
}
