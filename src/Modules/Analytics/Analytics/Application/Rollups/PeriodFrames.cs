using System.Collections.Concurrent;
using LearningCity.Analytics.Application.Editions;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>The frames that this host keeps in memory.</summary>
internal sealed class FrameCache
{
    private readonly ConcurrentDictionary<Guid, PeriodFrame> _frames = new();

    internal PeriodFrame? Find(Guid periodId) => _frames.GetValueOrDefault(periodId);

    internal PeriodFrame? Find(string periodCode) => _frames.Values.FirstOrDefault(frame => frame.Period.Code == periodCode);

    internal void Keep(PeriodFrame frame) =>
        _frames.AddOrUpdate(frame.PeriodId, frame, (_, known) => known.Stamp > frame.Stamp ? known : frame);
}

/// <summary>Finds the frame of a period: in memory, or asked for from the modules that know.</summary>
internal sealed class PeriodFrames(FrameCache cache, FrameBuilder builder, SupplementSource supplements, IAnalyticsDb db, ISender sender)
{
    /// <summary>The frame by the period's code, as this host has it; null if the period is unknown or has not opened.</summary>
    internal async Task<PeriodFrame?> FindAsync(string periodCode, CancellationToken cancellationToken)
    {
        if (cache.Find(periodCode) is { } known) return known;
        var row = await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.PeriodCode == periodCode, cancellationToken);
        return row is null ? null : await LoadAsync(row.PeriodId, row.Stamp, row.Columns, cancellationToken);
    }

    /// <summary>The frame at a stamp or a later one; null if the period is unknown or has not opened.</summary>
    internal async Task<PeriodFrame?> FindAsync(Guid periodId, int stamp, CancellationToken cancellationToken)
    {
        if (cache.Find(periodId) is { } known && known.Stamp >= stamp) return known;
        var row = await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.PeriodId == periodId, cancellationToken);
        return row is null ? null : await LoadAsync(periodId, row.Stamp, row.Columns, cancellationToken);
    }

    /// <summary>The frame at the newest stamp; null if the period is unknown or has not opened.</summary>
    internal async Task<PeriodFrame?> FindCurrentAsync(Guid periodId, CancellationToken cancellationToken)
    {
        var row = await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.PeriodId == periodId, cancellationToken);
        return row is null ? null : await FindAsync(periodId, row.Stamp, cancellationToken);
    }

    /// <summary>The frame of the newest period that has opened; null if none has.</summary>
    internal async Task<PeriodFrame?> FindNewestAsync(CancellationToken cancellationToken) =>
        await db.Periods.AsNoTracking().OrderByDescending(period => period.TreeDate).Select(period => period.PeriodCode)
            .FirstOrDefaultAsync(cancellationToken) is { } code ? await FindAsync(code, cancellationToken) : null;

    /// <summary>What the modules that know say of a period now; null if there is none.</summary>
    internal async Task<(Period Period, FrozenUnits Units, IReadOnlyList<Obligation> Obligations, FrozenSupplements Supplements)?> AskAsync(
        Guid periodId, CancellationToken cancellationToken)
    {
        if (await sender.Send(new GetPeriod(periodId), cancellationToken) is not { } period) return null;
        var tree = await sender.Send(new GetTree(period.WindowTo, UnitRelation.LiesIn), cancellationToken);
        var known = tree.Select(unit => unit.Id).ToHashSet();
        var obligations = new List<Obligation>();
        var strangers = new List<Guid>();
        await foreach (var obligation in sender.CreateStream(new StreamObligations(periodId), cancellationToken))
        {
            // A unit that the tree does not have (any more) still owes: it stands for itself, outside the tree.
            if (known.Add(obligation.UnitId)) strangers.Add(obligation.UnitId);
            obligations.Add(obligation);
        }

        var outside = strangers.Count == 0 ? [] : await OutsideAsync(strangers, period.WindowTo, cancellationToken);
        var units = new FrozenUnits(tree, outside);
        return (period, units, obligations, await supplements.AskAsync(period, units, obligations, cancellationToken));
    }

    private async Task<PeriodFrame?> LoadAsync(Guid periodId, int stamp, string columns, CancellationToken cancellationToken)
    {
        if (await AskAsync(periodId, cancellationToken) is not var (period, units, obligations, facts)) return null;
        var frame = await builder.BuildAsync(period, stamp, columns, units, obligations, facts, edition: null, cancellationToken);
        cache.Keep(frame);
        return frame;
    }

    private async Task<IReadOnlyList<UnitSummary>> OutsideAsync(List<Guid> unitIds, DateOnly on, CancellationToken cancellationToken)
    {
        var known = (await sender.Send(new GetUnits(unitIds, on), cancellationToken)).ToDictionary(unit => unit.Id);
        return [.. unitIds.Select(id => known.TryGetValue(id, out var unit)
            ? unit with { ReportsToId = null, LiesInId = null }
            : new UnitSummary(id, "?", new LocalText("?", "?"), UnitType.Department, null, null, on, on, false))];
    }
}
