using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>Marks units for the folder and wakes it.</summary>
internal sealed class DirtyUnits(IAnalyticsDb db, FoldSignal signal)
{
    /// <summary>A unit's contribution to a period changed. Marking twice is one mark, a newer one.</summary>
    internal async Task MarkAsync(Guid periodId, Guid unitId, CancellationToken cancellationToken)
    {
        if (!await RenewAsync(periodId, unitId, cancellationToken))
        {
            db.NotAudited("A mark for the folder follows from a change that is audited where it was made.");
            var dirty = db.DirtyUnits.Add(new DirtyUnit { PeriodId = periodId, UnitId = unitId, Mark = Ids.New() });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
            {
                // Another delivery marked it at the same moment: its mark may have been read already, so a newer one is set.
                dirty.State = EntityState.Detached;
                await RenewAsync(periodId, unitId, cancellationToken);
            }
        }

        signal.Wake();
    }

    private async Task<bool> RenewAsync(Guid periodId, Guid unitId, CancellationToken cancellationToken)
    {
        var mark = Ids.New();
        return await db.InTransactionAsync(
            () => db.DirtyUnits.Where(dirty => dirty.PeriodId == periodId && dirty.UnitId == unitId)
                .ExecuteUpdateAsync(set => set.SetProperty(dirty => dirty.Mark, mark), cancellationToken),
            cancellationToken) > 0;
    }
}
