using LearningCity.BuildingBlocks.Hosting;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application;

/// <summary>Gives the units of a registry from before the index of words their words, once.</summary>
internal sealed class FillUnitWords(IUnitRegistryDb db) : IStartupTask
{
    /// <summary>After the built-in registry, which has words from the start.</summary>
    public int Order => 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await db.Words.AnyAsync(cancellationToken) || !await db.States.AnyAsync(cancellationToken)) return;
        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    var states = await db.States.AsNoTracking().ToListAsync(cancellationToken);
                    return await db.BulkInsertAsync(UnitWord.Of(states), cancellationToken);
                },
                cancellationToken);
        }
        catch (Exception exception) when (exception is DbUpdateException or System.Data.Common.DbException)
        {
            // Another host that started at the same time may have been first; then there is nothing left to do.
            if (!await db.Words.AnyAsync(cancellationToken)) throw;
        }
    }
}
