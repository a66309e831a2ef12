using LearningCity.BuildingBlocks.Messaging;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.Crosswalks;

/// <summary>Answers other modules.</summary>
internal sealed class ListCrosswalksInForceHandler(ICriteriaCatalogDb db, PublishedVersions published)
    : IQueryHandler<ListCrosswalksInForce, IReadOnlyList<CrosswalkLink>>, IQueryHandler<GetCrosswalkLinks, IReadOnlyList<CrosswalkLink>>
{
    private const int AtOnce = 500;

    public async Task<IReadOnlyList<CrosswalkLink>> Handle(GetCrosswalkLinks request, CancellationToken cancellationToken)
    {
        var links = new List<CrosswalkLink>(request.Ids.Count);
        foreach (var ids in request.Ids.Chunk(AtOnce))
        {
            links.AddRange((await db.Crosswalks.AsNoTracking().Include(c => c.Sources).Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken))
                .Select(Answer));
        }

        return links;
    }

    public async Task<IReadOnlyList<CrosswalkLink>> Handle(ListCrosswalksInForce request, CancellationToken cancellationToken)
    {
        var version = await published.GetAsync(db, request.VersionId, cancellationToken);
        if (version is null) return [];

        // Ended ones are read whatever their last day is now: it may have been another at the moment that is asked for.
        var links = await db.Crosswalks.AsNoTracking().Include(c => c.Sources).Include(c => c.Steps).AsSplitQuery()
            .Where(c => c.TargetSetCode == version.SetCode && c.ValidFrom <= request.On
                && (c.State == CrosswalkState.Approved || c.State == CrosswalkState.Ended))
            .ToListAsync(cancellationToken);
        var targets = version.Indicators.ToDictionary(indicator => indicator.Id);
        var sources = await SourcesAsync(links, request.On, cancellationToken);
        return [.. links
            .Where(c => c.HoldsOn(request.On, request.KnownAt) && Fits(c, targets, sources))
            .OrderBy(c => c.TargetSortKey, StringComparer.Ordinal).ThenBy(c => c.TargetCode, StringComparer.Ordinal).ThenBy(c => c.Number)
            .Select(Answer)];
    }

    private async Task<IReadOnlyDictionary<Guid, Indicator>> SourcesAsync(
        IReadOnlyList<Crosswalk> links, DateOnly on, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, Indicator>();
        foreach (var setCode in links.SelectMany(c => c.Sources).Select(source => source.SetCode).Distinct(StringComparer.Ordinal))
        {
            var version = await published.FindAsync(db, setCode, on, cancellationToken);
            foreach (var indicator in version?.Indicators ?? []) found[indicator.Id] = indicator;
        }

        return found;
    }

    private static bool Fits(Crosswalk c, Dictionary<Guid, Indicator> targets, IReadOnlyDictionary<Guid, Indicator> sources) =>
        targets.TryGetValue(c.TargetId, out var target)
        && c.Sources.All(source => sources.ContainsKey(source.IndicatorId))
        && CrosswalkFit.Problems(c, target, [.. c.Sources.OrderBy(source => source.Place).Select(source => sources[source.IndicatorId])]).Count == 0;

    private static CrosswalkLink Answer(Crosswalk c) => new(
        c.Id, c.Kind, c.TargetId, c.TargetCode,
        [.. c.Sources.OrderBy(source => source.Place).Select(source => new CrosswalkIndicator(source.IndicatorId, source.SetCode, source.Code))],
        CrosswalkFormula.Of(c), c.ValidFrom, c.ValidTo);
}
