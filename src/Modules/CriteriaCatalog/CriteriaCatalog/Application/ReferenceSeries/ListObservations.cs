using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.ReferenceSeries;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.ReferenceSeries;

/// <summary>What a series says as of a release.</summary>
/// <param name="SeriesCode">The series.</param>
/// <param name="Release">Number of the release to read as of; null for the newest.</param>
/// <param name="UnitCode">Only of this unit.</param>
/// <param name="ObservedOn">Only of this day.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Items on a page.</param>
internal sealed record ListObservations(
    string SeriesCode, int? Release = null, string? UnitCode = null, DateOnly? ObservedOn = null, string? Cursor = null, int? Limit = null)
    : IQuery<Result<Page<ObservationListing>>>;

/// <summary>One observation.</summary>
/// <param name="UnitCode">Code of the unit as it was used on the day.</param>
/// <param name="Date">The day that it describes.</param>
/// <param name="AgeGroup">Such as <c>15-60</c>, <c>65+</c>; empty for all ages.</param>
/// <param name="Sex">Whom it counts.</param>
/// <param name="Value">The value.</param>
/// <param name="Release">The release that said so.</param>
internal sealed record ObservationListing(string UnitCode, DateOnly Date, string AgeGroup, PopulationSex Sex, decimal Value, int Release);

internal sealed class ListObservationsHandler(ICriteriaCatalogDb db, Guardian guardian)
    : IQueryHandler<ListObservations, Result<Page<ObservationListing>>>
{
    public async Task<Result<Page<ObservationListing>>> Handle(ListObservations request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        if (!Cursor.TryRead<CellKey>(request.Cursor, out var after) || after is { UnitCode: null }) return PlatformFailures.InvalidCursor.On("cursor");
        var series = await db.Series.AsNoTracking().SingleOrDefaultAsync(s => s.Code == request.SeriesCode, cancellationToken);
        if (series is null) return SeriesFailures.NotFound.With(request.SeriesCode);
        if (request.Release is { } asked && (asked < 1 || asked > series.NewestRelease))
            return SeriesFailures.ReleaseNotFound.With(request.SeriesCode, asked);
        var limit = Cursor.Limit(request.Limit);
        var cells = db.Observations.AsNoTracking().AsOf(series.Id, request.Release ?? series.NewestRelease).Where(o => o.Value != null);
        if (request.UnitCode is { } unit) cells = cells.Where(o => o.UnitCode == unit);
        if (request.ObservedOn is { } day) cells = cells.Where(o => o.ObservedOn == day);
        var rows = await cells.After(after).InOrder().Take(limit + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, limit, row => ObservationCells.KeyOf(row.Cell));
        return new Page<ObservationListing>([.. page.Items.Select(o => new ObservationListing(
            o.UnitCode, o.ObservedOn, o.Cell.Ages.ToString(), o.Sex, o.Value!.Value, o.ReleaseNumber))], page.NextCursor);
    }
}
