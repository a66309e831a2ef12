using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>What publishing a version is, whether it was drafted before or comes ready in a pack. The caller saves.</summary>
internal sealed class Publication(ICriteriaCatalogDb db, TimeProvider clock)
{
    /// <summary>When the versions of a set that were published so far are in force.</summary>
    internal async Task<IReadOnlyList<Lifespan>> EarlierAsync(string setCode, CancellationToken cancellationToken) =>
        await PublishedVersions.Lifespans(db.Versions.Where(version => version.SetCode == setCode)).ToListAsync(cancellationToken);

    /// <summary>What keeps a content from being published, by its own rules and by what the set published before.</summary>
    /// <param name="content">The content.</param>
    /// <param name="earlier">The versions that were published before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<IReadOnlyList<Failure>> ProblemsAsync(
        SetContent content, IReadOnlyCollection<Lifespan> earlier, CancellationToken cancellationToken) =>
        [.. PublishingRules.Problems(content, earlier), .. await OutsideProblemsAsync(content, cancellationToken)];

    /// <summary>Publishes, ends the version before, tells the other modules, and makes the indicators findable.</summary>
    internal async Task<Result> PublishAsync(SetVersion version, CancellationToken cancellationToken)
    {
        var outside = await OutsideProblemsAsync(version.Content, cancellationToken);
        if (outside.Count > 0) return Result.Failed(outside);

        // The set before its versions: what another host publishes after this reading makes the set's own state stale when it is saved.
        var set = (await db.Sets.FindAsync([version.SetId], cancellationToken))!;
        var earlier = await EarlierAsync(version.SetCode, cancellationToken);
        if (earlier.Any(other => other.Number == version.Number)) return CatalogFailures.SomebodyWasFirst;
        var outcome = version.Publish(earlier, clock.GetUtcNow());
        if (!outcome.Succeeded) return outcome;
        await EndPredecessorAsync(set, version, cancellationToken);
        var indicators = await IdentifyAsync(version, cancellationToken);
        foreach (var (placed, indicator) in version.Content.PlacedIndicators().Zip(indicators))
            indicator.Describe(version.Number, placed.Indicator);
        db.Publish(new CriteriaSetVersionPublished(Ids.New(), version.Id, version.SetCode, version.Number));
        db.Audit(Entry("criteria_catalog.published", version));
        return Result.Ok;
    }

    /// <summary>What does not fit the things outside of the version that it names.</summary>
    private async Task<IReadOnlyList<Failure>> OutsideProblemsAsync(SetContent content, CancellationToken cancellationToken) =>
        [.. await UnknownPredecessorsAsync(content, cancellationToken), .. await UnfitSeriesAsync(content, cancellationToken)];

    private async Task<IReadOnlyList<Failure>> UnfitSeriesAsync(SetContent content, CancellationToken cancellationToken)
    {
        var given = content.PlacedIndicators().Where(placed => SeriesRules.Of(placed.Indicator).Any()).ToList();
        if (given.Count == 0) return [];
        var measures = await db.Series.AsNoTracking()
            .ToDictionaryAsync(series => series.Code, series => new LocalText(series.MeasureVi, series.MeasureEn), StringComparer.Ordinal, cancellationToken);
        return [.. given.SelectMany(placed => SeriesRules.Problems(placed, measures))];
    }

    /// <summary>A trend goes on only from an indicator that somebody could report.</summary>
    private async Task<IReadOnlyList<Failure>> UnknownPredecessorsAsync(SetContent content, CancellationToken cancellationToken)
    {
        var renumbered = content.PlacedIndicators().Where(placed => placed.Indicator.Predecessor is not null).ToList();
        if (renumbered.Count == 0) return [];
        var known = await db.Indicators.AsNoTracking()
            .Where(indicator => indicator.SetCode == content.Code).Select(indicator => indicator.Code).ToListAsync(cancellationToken);
        return
        [
            .. renumbered.Where(placed => !known.Contains(placed.Indicator.Predecessor!))
                .Select(placed => IndicatorFailures.PredecessorUnknown.On(placed.Path + ".predecessor", placed.Indicator.Predecessor!)),
        ];
    }

    private async Task EndPredecessorAsync(CriteriaSet set, SetVersion version, CancellationToken cancellationToken)
    {
        if (set.NewestPublished is { } number)
        {
            var before = await db.Versions.SingleAsync(v => v.SetCode == version.SetCode && v.Number == number, cancellationToken);
            before.EndBefore(version.ValidFrom);
        }

        set.NotePublished(version.Number);
    }

    private async Task<IReadOnlyList<CatalogIndicator>> IdentifyAsync(SetVersion version, CancellationToken cancellationToken)
    {
        var known = await db.Indicators
            .Where(indicator => indicator.SetId == version.SetId)
            .ToDictionaryAsync(indicator => indicator.Code, cancellationToken);
        return [.. version.Content.PlacedIndicators().Select(placed => known.GetValueOrDefault(placed.Indicator.Code) ?? Add(version, placed.Indicator.Code))];
    }

    private CatalogIndicator Add(SetVersion version, string code)
    {
        var indicator = new CatalogIndicator(version.SetId, version.SetCode, code);
        db.Indicators.Add(indicator);
        return indicator;
    }

    /// <summary>The audit row of a change of a version: which content it left behind.</summary>
    internal static AuditEntry Entry(string action, SetVersion version) => new(
        action, "criteria_set_version", version.Id.ToString(), Details: new
        {
            set = version.SetCode,
            version = version.Number,
            version.ContentHash,
            version.IndicatorCount,
            version.ValidFrom,
            version.ValidTo,
        });
}
