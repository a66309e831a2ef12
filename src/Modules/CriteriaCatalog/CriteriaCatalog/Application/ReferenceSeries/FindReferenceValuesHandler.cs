using LearningCity.BuildingBlocks.Messaging;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.ReferenceSeries;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.ReferenceSeries;

/// <summary>Answers other modules; published statistics are no secret.</summary>
internal sealed class FindReferenceValuesHandler(ICriteriaCatalogDb db)
    : IQueryHandler<FindReferenceValues, IReadOnlyList<ReferenceValue>>
{
    private const int Portion = 500;

    public async Task<IReadOnlyList<ReferenceValue>> Handle(FindReferenceValues request, CancellationToken cancellationToken)
    {
        if (!AgeGroup.TryParse(request.AgeGroup, out var ages)) return [];
        var series = await db.Series.AsNoTracking().SingleOrDefaultAsync(s => s.Code == request.SeriesCode, cancellationToken);
        if (series is null) return [];
        var release = request.Release ?? series.NewestRelease;
        var sinceByCode = request.Units.GroupBy(unit => unit.Code, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Max(unit => unit.Since), StringComparer.Ordinal);
        var values = new List<ReferenceValue>();
        foreach (var codes in sinceByCode.Keys.Order(StringComparer.Ordinal).Chunk(Portion))
        {
            var rows = await db.Observations.AsNoTracking()
                .Where(o => o.SeriesId == series.Id && codes.Contains(o.UnitCode) && o.ObservedOn <= request.On
                    && o.AgeFrom == ages.From && o.AgeTo == ages.To && o.Sex == request.Sex && o.ReleaseNumber <= release)
                .ToListAsync(cancellationToken);
            values.AddRange(Releases.AsOf(rows.Where(o => o.ObservedOn >= sinceByCode[o.UnitCode]), release).Values
                .Where(o => o.Value is not null)
                .GroupBy(o => o.UnitCode, StringComparer.Ordinal)
                .Select(group => group.MaxBy(o => o.ObservedOn)!)
                .Select(o => new ReferenceValue(o.UnitCode, o.ObservedOn, o.Value!.Value, o.ReleaseNumber)));
        }

        return values;
    }
}
