using System.Collections.Concurrent;
using System.Globalization;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Domain.Editions;
using LearningCity.BuildingBlocks.Results;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Editions;

/// <summary>The frames of editions that this host keeps in memory. They never change; a few are enough.</summary>
internal sealed class EditionCache
{
    private const int Most = 8;
    private readonly ConcurrentDictionary<Guid, PeriodFrame> _frames = new();

    internal PeriodFrame? Find(Guid editionId) => _frames.GetValueOrDefault(editionId);

    internal void Keep(PeriodFrame frame)
    {
        if (_frames.Count >= Most) _frames.Clear();
        _frames[frame.EditionId] = frame;
    }
}

/// <summary>Finds the frame that a reader chose: the live one of a period, or that of an edition.</summary>
internal sealed class EditionFrames(IAnalyticsDb db, PeriodFrames live, FrameBuilder builder, EditionContents contents, EditionCache cache)
{
    /// <summary>The frame of a period; refuses a period that has not opened and an edition that there is not.</summary>
    internal async Task<Result<PeriodFrame>> FindAsync(string periodCode, EditionChoice choice, CancellationToken cancellationToken)
    {
        if (await live.FindAsync(periodCode, cancellationToken) is not { } frame)
            return AnalyticsFailures.PeriodNotFound.On("period", periodCode);
        if (choice.IsLive) return frame;
        var edition = await db.Editions.AsNoTracking()
            .Where(e => e.PeriodId == frame.PeriodId && (choice.IsNewest || e.Number == choice.Number))
            .OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancellationToken);
        if (edition is not null) return await FrameOfAsync(edition, cancellationToken);
        return choice.IsNewest ? frame : AnalyticsFailures.EditionNotFound.On("edition", periodCode, choice.Number);
    }

    /// <summary>The newest edition of a period that was sealed by then (null: by now); live where there is none, null where the period is unknown.</summary>
    internal async Task<PeriodFrame?> FindAsOfAsync(RollupPeriod period, DateTimeOffset? then, CancellationToken cancellationToken)
    {
        var edition = await db.Editions.AsNoTracking().Where(e => e.PeriodId == period.PeriodId && (then == null || e.SealedAt <= then))
            .OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancellationToken);
        return edition is null
            ? await live.FindAsync(period.PeriodId, period.Stamp, cancellationToken)
            : await FrameOfAsync(edition, cancellationToken);
    }

    /// <summary>The frame of a period as a reader of many periods wants it: live, or of the newest edition where there is one.</summary>
    internal Task<PeriodFrame?> FindAsync(RollupPeriod period, EditionChoice choice, CancellationToken cancellationToken) => choice.IsLive
        ? live.FindAsync(period.PeriodId, period.Stamp, cancellationToken)
        : FindAsOfAsync(period, null, cancellationToken);

    /// <summary>The frame that a trace code names; null if there is no such period or edition.</summary>
    internal async Task<PeriodFrame?> FindAsync(Guid periodId, Guid editionId, CancellationToken cancellationToken)
    {
        if (editionId == RollupRow.Live) return await live.FindAsync(periodId, 0, cancellationToken);
        var edition = await db.Editions.AsNoTracking().FirstOrDefaultAsync(e => e.Id == editionId, cancellationToken);
        return edition is null ? null : await FrameOfAsync(edition, cancellationToken);
    }

    /// <summary>The frame of an edition.</summary>
    internal async Task<PeriodFrame> FrameOfAsync(Edition edition, CancellationToken cancellationToken)
    {
        if (cache.Find(edition.Id) is { } known) return known;
        var items = await db.EditionItems.AsNoTracking().Where(item => item.EditionId == edition.Id)
            .ToDictionaryAsync(item => item.Name, item => item.Sha256, cancellationToken);
        var frame = await ReadAsync(edition, items, cancellationToken);
        cache.Keep(frame);
        return frame;
    }

    /// <summary>Reads the frame from what is kept, not from memory.</summary>
    /// <exception cref="InvalidDataException">Something that is kept was changed.</exception>
    internal async Task<PeriodFrame> ReadAsync(
        Edition edition, IReadOnlyDictionary<string, string> items, CancellationToken cancellationToken)
    {
        var obligations = (await contents.ReadAsync<FrozenObligations>(items[Manifest.Obligations], cancellationToken)).All().ToList();
        return await builder.BuildAsync(
            await contents.ReadAsync<Period>(items[Manifest.Period], cancellationToken), stamp: 0, edition.Columns,
            await contents.ReadAsync<FrozenUnits>(items[Manifest.Units], cancellationToken), obligations,
            items.TryGetValue(Manifest.Supplements, out var kept)
                ? await contents.ReadAsync<FrozenSupplements>(kept, cancellationToken) : FrozenSupplements.None,
            new SealedEdition(
                edition.Id, edition.Number, edition.SealedAt, edition.Hash,
                await contents.ReadAsync<List<FrozenSheet>>(items[Manifest.Sheets], cancellationToken),
                await contents.ReadAsync<List<SubmissionStatus>>(items[Manifest.States], cancellationToken), obligations, TreesOf(items)),
            cancellationToken);
    }

    private static Dictionary<DateOnly, SealedTree> TreesOf(IReadOnlyDictionary<string, string> items) => items
        .Where(item => item.Key.StartsWith(Manifest.Tree, StringComparison.Ordinal))
        .Select(item => (Date: item.Key[Manifest.Tree.Length..], Units: item.Value))
        .ToDictionary(
            tree => DateOnly.ParseExact(tree.Date, "O", CultureInfo.InvariantCulture),
            tree => new SealedTree(tree.Units, items[Manifest.Lineage + tree.Date]));
}
