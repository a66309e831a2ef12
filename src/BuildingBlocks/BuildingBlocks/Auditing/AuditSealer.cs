using LearningCity.BuildingBlocks.Platform;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.BuildingBlocks.Auditing;

/// <summary>Numbers and chains audit rows that are not sealed yet. One host at a time; a unique number guards against two.</summary>
public sealed class AuditSealer(PlatformDbContext db, Claims claims)
{
    private const int BatchSize = 1000;
    private const string ClaimKey = "audit.seal";

    /// <summary>Seals what waits; returns how many rows were sealed, 0 also where another host is at it.</summary>
    public async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        var sealedInAll = 0;
        while (await claims.TryTakeAsync(ClaimKey, TimeSpan.FromMinutes(1), cancellationToken))
        {
            // The end of the chain before the rows: numbers that another sealer gives in between are then taken, never left out.
            var last = await db.Set<AuditRow>().AsNoTracking().Where(row => row.Number != null)
                .OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken);
            var rows = await db.Set<AuditRow>().Where(row => row.Number == null)
                .OrderBy(row => row.RecordedAt).Take(BatchSize).ToListAsync(cancellationToken);
            if (rows.Count == 0) break;
            var (number, hash) = (last?.Number ?? 0, last?.Hash ?? AuditChain.Start);
            foreach (var row in rows)
            {
                number++;
                hash = AuditChain.HashOf(hash, number, row);
                (row.Number, row.Hash) = (number, hash);
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            sealedInAll += rows.Count;
        }

        return sealedInAll;
    }
}
