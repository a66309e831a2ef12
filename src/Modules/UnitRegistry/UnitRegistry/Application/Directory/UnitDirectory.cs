using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Directory;

/// <summary>
/// This host's copy of the units to search in (ADR 15). It is never stale: every reading asks the registry's head, by one row, whether
/// something changed, on whichever host, and brings in the units that did.
/// </summary>
internal sealed class UnitDirectory : IDisposable
{
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private UnitIndex? _index;

    /// <summary>The units as they are now: all that was committed before the call is in it.</summary>
    internal async ValueTask<UnitIndex> ReadAsync(IUnitRegistryDb db, CancellationToken cancellationToken)
    {
        var change = await db.LastChangeAsync(cancellationToken);
        if (Volatile.Read(ref _index) is { } known && known.Change == change) return known;
        await _refreshing.WaitAsync(cancellationToken);
        try
        {
            var before = _index;

            // Another reading may have brought in more by now; a smaller number means that the database was put back to an earlier time.
            change = await db.LastChangeAsync(cancellationToken);
            if (before is not null && before.Change == change) return before;
            var index = before is null || before.Change > change
                ? new UnitIndex(change, await db.States.AsNoTracking().ToListAsync(cancellationToken))
                : await RefreshAsync(db, before, change, cancellationToken);
            Volatile.Write(ref _index, index);
            return index;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public void Dispose() => _refreshing.Dispose();

    /// <summary>
    /// Reads what changed since. What is committed while it reads may be read as well, and is read again next time: states take the place of
    /// those of the same unit, so that twice is as good as once.
    /// </summary>
    private static async Task<UnitIndex> RefreshAsync(IUnitRegistryDb db, UnitIndex before, long change, CancellationToken cancellationToken)
    {
        var since = before.Change;
        var states = await (
            from unit in db.Units.AsNoTracking()
            where unit.LastChange > since
            join state in db.States.AsNoTracking() on unit.Id equals state.UnitId into ofUnit
            from state in ofUnit.DefaultIfEmpty()
            select new { unit.Id, State = state }).ToListAsync(cancellationToken);
        return before.With(change, states.Select(row => row.Id).Distinct(), states.Select(row => row.State).OfType<UnitState>());
    }
}
