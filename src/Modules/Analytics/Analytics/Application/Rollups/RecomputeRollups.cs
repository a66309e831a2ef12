using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>Computes a period anew from its approved sheets, says whether the live roll-up equals it, and mends it if not.</summary>
/// <param name="Period">Code of the period.</param>
internal sealed record RecomputeRollups(string Period) : ICommand<RecomputeOutcome>;

/// <summary>What the recompute found.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="Equal">Whether the live roll-up was the same, byte for byte.</param>
/// <param name="Rows">Rows of units with others below them, along both relations.</param>
/// <param name="Different">Rows that were different or missing, and are mended.</param>
/// <param name="Seconds">How long the computation took.</param>
internal sealed record RecomputeOutcome(string Period, bool Equal, int Rows, int Different, double Seconds);

internal sealed class RecomputeRollupsHandler(
    IAnalyticsDb db, PeriodFrames frames, FullComputation computation, RollupWriter writer, ISender sender, Guardian guardian, TimeProvider clock)
    : ICommandHandler<RecomputeRollups, RecomputeOutcome>
{
    private const int Attempts = 3;

    public async Task<Result<RecomputeOutcome>> Handle(RecomputeRollups request, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AnalyticsPermissions.Recompute);
        if (!allowed.Succeeded) return allowed;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // What waits is folded first: the question is whether the folder is right, not whether it is done.
            var folded = await sender.Send(new FoldRollups(), cancellationToken);
            if (!folded.Succeeded) return folded.WithoutValue();
            var period = await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.PeriodCode == request.Period, cancellationToken);
            if (period is null || await frames.FindAsync(period.PeriodId, period.Stamp, cancellationToken) is not { } frame)
                return AnalyticsFailures.PeriodNotFound.On("period", request.Period);
            var started = clock.GetTimestamp();
            var columns = frame.CopyColumns();
            var rows = await computation.ComputeAsync(frame, columns, cancellationToken);
            var seconds = clock.GetElapsedTime(started).TotalSeconds;
            var different = await CountDifferencesAsync(period.PeriodId, rows, cancellationToken);
            if (await HasMovedOnAsync(period, cancellationToken)) continue;
            if (different > 0 && !await writer.ReplaceAllAsync(frame, period.Version, columns, rows, [], cancellationToken)) continue;
            var outcome = new RecomputeOutcome(period.PeriodCode, different == 0, rows.Count, different, seconds);
            db.Audit(new AuditEntry("analytics.recompute", "period", period.PeriodId.ToString(), Details: outcome));
            await db.SaveChangesAsync(cancellationToken);
            return outcome;
        }

        return AnalyticsFailures.Busy;
    }

    private async Task<int> CountDifferencesAsync(Guid periodId, IReadOnlyList<RollupRow> rows, CancellationToken cancellationToken)
    {
        var computed = rows.ToDictionary(row => (row.Relation, row.UnitId), row => row.States);
        var (seen, different) = (0, 0);
        await foreach (var row in db.Rollups.AsNoTracking()
            .Where(row => row.EditionId == RollupRow.Live && row.PeriodId == periodId).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            seen++;
            if (!computed.TryGetValue((row.Relation, row.UnitId), out var states) || !states.AsSpan().SequenceEqual(row.States)) different++;
        }

        return different + Math.Max(0, rows.Count - seen);
    }

    private async Task<bool> HasMovedOnAsync(RollupPeriod then, CancellationToken cancellationToken) =>
        await db.DirtyUnits.AnyAsync(dirty => dirty.PeriodId == then.PeriodId, cancellationToken)
        || await db.Periods.AnyAsync(
            period => period.PeriodId == then.PeriodId && (period.Version != then.Version || period.WantsRecompute), cancellationToken);
}
