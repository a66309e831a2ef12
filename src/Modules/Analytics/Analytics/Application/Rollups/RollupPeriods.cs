using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>Asks for periods to be computed anew.</summary>
internal sealed class RollupPeriods(IAnalyticsDb db, FoldSignal signal)
{
    /// <summary>The figures of a period are to be computed anew, on a frame that is read anew.</summary>
    internal Task WantRecomputeAsync(Guid periodId, CancellationToken cancellationToken) =>
        WantAsync(periodId, DateOnly.MaxValue, cancellationToken);

    /// <summary>The tree changed from a day on: so do the figures of every period that stands on a tree of that day or later.</summary>
    internal Task WantRecomputeFromAsync(DateOnly day, CancellationToken cancellationToken) => WantAsync(null, day, cancellationToken);

    internal void Wake() => signal.Wake();

    private async Task WantAsync(Guid? periodId, DateOnly from, CancellationToken cancellationToken)
    {
        await db.InTransactionAsync(
            () => db.Periods
                .Where(period => period.PeriodId == periodId || (periodId == null && period.TreeDate >= from))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(p => p.WantsRecompute, true).SetProperty(p => p.Stamp, p => p.Stamp + 1)
                        .SetProperty(p => p.Version, p => p.Version + 1),
                    cancellationToken),
            cancellationToken);
        signal.Wake();
    }
}
