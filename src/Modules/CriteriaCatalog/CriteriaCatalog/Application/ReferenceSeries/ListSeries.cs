using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.ReferenceSeries;

/// <summary>Reference series, by code.</summary>
/// <param name="Code">Only this one.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Items on a page.</param>
internal sealed record ListSeries(string? Code = null, string? Cursor = null, int? Limit = null) : IQuery<Result<Page<SeriesListing>>>;

/// <summary>A reference series.</summary>
/// <param name="Code">In URLs.</param>
/// <param name="Name">What it counts.</param>
/// <param name="MeasureUnit">Unit of measure.</param>
/// <param name="Decimals">Digits shown after the point.</param>
/// <param name="Owner">Who publishes it.</param>
/// <param name="NewestRelease">Number of its newest release; 0 before the first.</param>
internal sealed record SeriesListing(string Code, LocalText Name, LocalText MeasureUnit, int Decimals, string Owner, int NewestRelease);

internal sealed class ListSeriesHandler(ICriteriaCatalogDb db, Guardian guardian) : IQueryHandler<ListSeries, Result<Page<SeriesListing>>>
{
    public async Task<Result<Page<SeriesListing>>> Handle(ListSeries request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        if (!Cursor.TryRead<string>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var limit = Cursor.Limit(request.Limit);
        var series = db.Series.AsNoTracking();
        if (request.Code is not null) series = series.Where(s => s.Code == request.Code);
        if (after is not null) series = series.Where(s => s.Code.CompareTo(after) > 0);
        var rows = await series.OrderBy(s => s.Code).Take(limit + 1)
            .Select(s => new SeriesListing(
                s.Code, new LocalText(s.NameVi, s.NameEn), new LocalText(s.MeasureVi, s.MeasureEn), s.Decimals, s.Owner, s.NewestRelease))
            .ToListAsync(cancellationToken);
        return Cursor.Page(rows, limit, row => row.Code);
    }
}
