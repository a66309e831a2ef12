using System.Collections.Concurrent;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Packs;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>
/// Published versions as other modules see them, kept in memory: they are asked for with every form, import and roll-up, and never
/// change. Only the day on which one ends may still be set, so that is read each time, from a handful of narrow rows.
/// </summary>
internal sealed class PublishedVersions
{
    private readonly ConcurrentDictionary<Guid, CriteriaSetVersion> _contents = new();

    /// <summary>A version by its key; null if there is none or it is a draft.</summary>
    internal async Task<CriteriaSetVersion?> GetAsync(ICriteriaCatalogDb db, Guid versionId, CancellationToken cancellationToken)
    {
        var lifespan = await Lifespans(db.Versions.Where(version => version.Id == versionId)).SingleOrDefaultAsync(cancellationToken);
        return lifespan is null ? null : await ReadAsync(db, lifespan, cancellationToken);
    }

    /// <summary>The version of a set in force on a date; null if there is none.</summary>
    internal async Task<CriteriaSetVersion?> FindAsync(ICriteriaCatalogDb db, string setCode, DateOnly on, CancellationToken cancellationToken)
    {
        var lifespans = await Lifespans(db.Versions.Where(version => version.SetCode == setCode)).ToListAsync(cancellationToken);
        var lifespan = lifespans.Find(span => span.Includes(on));
        return lifespan is null ? null : await ReadAsync(db, lifespan, cancellationToken);
    }

    /// <summary>When each published version among these is in force.</summary>
    internal static IQueryable<Lifespan> Lifespans(IQueryable<SetVersion> versions) => versions
        .AsNoTracking()
        .Where(version => version.State != VersionState.Draft)
        .Select(version => new Lifespan(version.Id, version.Number, version.ValidFrom, version.ValidTo));

    private async Task<CriteriaSetVersion> ReadAsync(ICriteriaCatalogDb db, Lifespan lifespan, CancellationToken cancellationToken)
    {
        if (!_contents.TryGetValue(lifespan.VersionId, out var version))
        {
            version = await LoadAsync(db, lifespan.VersionId, cancellationToken);
            _contents[lifespan.VersionId] = version;
        }

        return version with { ValidTo = lifespan.ValidTo };
    }

    private static async Task<CriteriaSetVersion> LoadAsync(ICriteriaCatalogDb db, Guid versionId, CancellationToken cancellationToken)
    {
        var version = await db.Versions.AsNoTracking().SingleAsync(v => v.Id == versionId, cancellationToken);
        if (PackWriter.Hash(version.Content) != version.ContentHash)
            throw new InvalidOperationException($"The content of {version.SetCode} version {version.Number} is not what was published.");
        var ids = await db.Indicators.AsNoTracking()
            .Where(indicator => indicator.SetId == version.SetId)
            .ToDictionaryAsync(indicator => indicator.Code, indicator => indicator.Id, cancellationToken);
        return ContractMapping.ToContract(version, ids);
    }
}
