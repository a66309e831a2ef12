using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>Brings the live roll-ups up to date with what was approved, period by period; one host does a period at a time.</summary>
internal sealed record FoldRollups : ICommand<FoldOutcome>;

/// <summary>What the folder did.</summary>
/// <param name="Units">Units that were folded.</param>
/// <param name="Recomputed">Periods that were computed anew.</param>
/// <param name="Held">Periods that another host is working on.</param>
internal sealed record FoldOutcome(int Units, int Recomputed, int Held);

internal sealed partial class FoldRollupsHandler(
    IAnalyticsDb db, PeriodFrames frames, FullComputation computation, RollupWriter writer, Claims claims, ISender sender, Guardian guardian,
    ILogger<FoldRollupsHandler> logger)
    : ICommandHandler<FoldRollups, FoldOutcome>
{
    private const int UnitsAtOnce = 500;
    private const int MostRetries = 5;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public async Task<Result<FoldOutcome>> Handle(FoldRollups request, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AnalyticsPermissions.Recompute);
        if (!allowed.Succeeded) return allowed;
        var waiting = await db.Periods.AsNoTracking()
            .Where(period => period.WantsRecompute || db.DirtyUnits.Any(dirty => dirty.PeriodId == period.PeriodId))
            .Select(period => period.PeriodId).ToListAsync(cancellationToken);
        var (units, recomputed, held) = (0, 0, 0);
        foreach (var periodId in waiting)
        {
            var claim = $"analytics.fold/{periodId:N}";
            if (!await claims.TryTakeAsync(claim, Lease, cancellationToken))
            {
                held++;
                continue;
            }

            try
            {
                if (await RecomputeIfWantedAsync(periodId, cancellationToken)) recomputed++;
                units += await FoldAsync(periodId, claim, cancellationToken);
            }
            finally
            {
                await claims.ReleaseAsync(claim, CancellationToken.None);
            }
        }

        return new FoldOutcome(units, recomputed, held);
    }

    private async Task<bool> RecomputeIfWantedAsync(Guid periodId, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostRetries; attempt++)
        {
            var period = await db.Periods.AsNoTracking().SingleAsync(p => p.PeriodId == periodId, cancellationToken);
            if (!period.WantsRecompute) return attempt > 0;
            if (await frames.FindAsync(periodId, period.Stamp, cancellationToken) is not { } frame) return false;
            var marks = await db.DirtyUnits.AsNoTracking().Where(dirty => dirty.PeriodId == periodId)
                .Select(dirty => dirty.Mark).ToListAsync(cancellationToken);
            var columns = frame.CopyColumns();
            var rows = await computation.ComputeAsync(frame, columns, cancellationToken);
            if (await writer.ReplaceAllAsync(frame, period.Version, columns, rows, marks, cancellationToken)) return true;
        }

        return false;
    }

    private async Task<int> FoldAsync(Guid periodId, string claim, CancellationToken cancellationToken)
    {
        var (folded, refusals) = (0, 0);
        while (refusals < MostRetries)
        {
            var period = await db.Periods.AsNoTracking().SingleAsync(p => p.PeriodId == periodId, cancellationToken);
            var batch = await SomeAsync(periodId, cancellationToken);
            if (batch.Count == 0) return folded;
            if (await frames.FindAsync(periodId, period.Stamp, cancellationToken) is not { } frame) return folded;
            var columns = frame.CopyColumns();
            var changed = batch.Select(dirty => frame.Rollup.UnitOf(dirty.UnitId)).Where(unit => unit >= 0).ToList();
            if (changed.Count < batch.Count) UnknownUnits(batch.Count - changed.Count, period.PeriodCode);
            var partial = new PartialRollup(frame.Rollup, columns, new Contributions(frame, columns, db, sender));
            var rows = await partial.ComputeAsync(changed, cancellationToken);
            var passed = await writer.ReplaceAsync(
                frame, period.Version, columns, rows, [.. batch.Select(dirty => dirty.Mark)], cancellationToken);
            folded += passed ? batch.Count : 0;
            refusals += passed ? 0 : 1;
            await claims.TryTakeAsync(claim, Lease, cancellationToken);
        }

        return folded;
    }

    /// <summary>
    /// Some marked units, whichever come first: which does not matter, and there is nothing to order them by but keys. The database stops at
    /// the limit; a reader that stops by itself would still be sent the rest, for each batch anew.
    /// </summary>
    private Task<List<DirtyUnit>> SomeAsync(Guid periodId, CancellationToken cancellationToken) =>
        db.DirtyUnits.AsNoTracking().Where(dirty => dirty.PeriodId == periodId).Take(UnitsAtOnce).ToListAsync(cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Units} units of {Period} report without an obligation; they are not in the roll-up")]
    private partial void UnknownUnits(int units, string period);
}
