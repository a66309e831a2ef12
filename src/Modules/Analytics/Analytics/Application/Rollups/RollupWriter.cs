using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>Writes rows of a period, if nobody else has written any since they were computed.</summary>
internal sealed class RollupWriter(IAnalyticsDb db, TimeProvider clock)
{
    /// <summary>Units deleted by one statement: fewer than the parameters that any of the databases takes.</summary>
    private const int AtOnce = 500;

    /// <summary>Replaces some rows and takes the marks off the units that are in them; false if another writer was first.</summary>
    internal Task<bool> ReplaceAsync(
        PeriodFrame frame, int version, ColumnTable columns,
        IReadOnlyDictionary<(UnitRelation Relation, int Unit), RollupState[]> rows, IReadOnlyCollection<Guid> marks,
        CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async () =>
            {
                if (!await PassAsync(frame, version, columns, cancellationToken)) return false;
                foreach (var relation in rows.GroupBy(row => row.Key.Relation))
                {
                    foreach (var some in relation.Select(row => frame.Units[row.Key.Unit].Id).Chunk(AtOnce))
                    {
                        await db.Rollups
                            .Where(row => row.EditionId == RollupRow.Live && row.PeriodId == frame.PeriodId
                                && row.Relation == relation.Key && some.Contains(row.UnitId))
                            .ExecuteDeleteAsync(cancellationToken);
                    }
                }

                await db.BulkInsertAsync(
                    rows.Select(row => RowOf(frame, columns, row.Key.Relation, row.Key.Unit, RollupCodec.Write(row.Value))), cancellationToken);
                await UnmarkAsync(marks, cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>Replaces all rows of the period; false if another writer was first.</summary>
    internal Task<bool> ReplaceAllAsync(
        PeriodFrame frame, int version, ColumnTable columns, IEnumerable<RollupRow> rows, IReadOnlyCollection<Guid> marks,
        CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async () =>
            {
                if (!await PassAsync(frame, version, columns, cancellationToken)) return false;
                await db.Rollups.Where(row => row.EditionId == RollupRow.Live && row.PeriodId == frame.PeriodId)
                    .ExecuteDeleteAsync(cancellationToken);
                await db.BulkInsertAsync(rows, cancellationToken);
                await db.Periods.Where(period => period.PeriodId == frame.PeriodId)
                    .ExecuteUpdateAsync(set => set.SetProperty(period => period.WantsRecompute, false), cancellationToken);
                await UnmarkAsync(marks, cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>A row of the stamp that the period has once these columns are written.</summary>
    internal static RollupRow RowOf(PeriodFrame frame, ColumnTable columns, UnitRelation relation, int unit, byte[] states) => new()
    {
        EditionId = frame.EditionId,
        PeriodId = frame.PeriodId,
        Relation = relation,
        UnitId = frame.Units[unit].Id,
        Stamp = frame.Edition is null ? frame.Stamp + Grown(frame, columns) : frame.Stamp,
        States = states,
    };

    private async Task<bool> PassAsync(PeriodFrame frame, int version, ColumnTable columns, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var grown = Grown(frame, columns);
        var written = frame.Write(columns);
        var passed = await db.Periods
            .Where(period => period.PeriodId == frame.PeriodId && period.Version == version)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(period => period.Version, version + 1)
                    .SetProperty(period => period.Stamp, period => period.Stamp + grown)
                    .SetProperty(period => period.Columns, written)
                    .SetProperty(period => period.WrittenAt, now),
                cancellationToken);
        return passed == 1;
    }

    private static int Grown(PeriodFrame frame, ColumnTable columns) => columns.Count > frame.Columns.Count ? 1 : 0;

    private async Task UnmarkAsync(IReadOnlyCollection<Guid> marks, CancellationToken cancellationToken)
    {
        foreach (var some in marks.Chunk(AtOnce))
            await db.DirtyUnits.Where(dirty => some.Contains(dirty.Mark)).ExecuteDeleteAsync(cancellationToken);
    }
}
