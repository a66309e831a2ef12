using LearningCity.BuildingBlocks.Messaging;
using LearningCity.CriteriaCatalog.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.ReferenceSeries;

/// <summary>Answers other modules.</summary>
internal sealed class ListReferenceSeriesHandler(ICriteriaCatalogDb db)
    : IQueryHandler<ListReferenceSeries, IReadOnlyList<ReferenceSeriesSummary>>
{
    public async Task<IReadOnlyList<ReferenceSeriesSummary>> Handle(ListReferenceSeries request, CancellationToken cancellationToken) =>
        await db.Series.AsNoTracking().OrderBy(series => series.Code)
            .Select(series => new ReferenceSeriesSummary(
                series.Code, new(series.NameVi, series.NameEn), new(series.MeasureVi, series.MeasureEn), series.NewestRelease))
            .ToListAsync(cancellationToken);
}
