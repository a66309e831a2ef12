using LearningCity.BuildingBlocks.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.BuildingBlocks.Platform;

/// <summary>Lets one host at a time do a piece of work. A lease, not a proof: what may happen only once has a unique key of its own.</summary>
public sealed class Claims(PlatformDbContext db, HostIdentity host, TimeProvider clock)
{
    /// <summary>Takes the claim, or renews it, for a time; false if another host holds it.</summary>
    public async Task<bool> TryTakeAsync(string key, TimeSpan time, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        using (await db.Services.Gate.EnterAsync(cancellationToken))
        {
            var taken = await db.Claims
                .Where(c => c.Key == key && (c.Holder == host.Name || c.Until < now))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(c => c.Holder, host.Name).SetProperty(c => c.Until, now + time), cancellationToken);
            if (taken > 0) return true;
        }

        if (await db.Claims.AnyAsync(c => c.Key == key, cancellationToken)) return false;
        var claim = db.Claims.Add(new Claim { Key = key, Holder = host.Name, Until = now + time });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return false;
        }
        finally
        {
            // Claims come and go past the change tracker; one that was given back may be taken anew in the same scope.
            claim.State = EntityState.Detached;
        }
    }

    /// <summary>Whether anybody holds the claim now.</summary>
    public Task<bool> IsHeldAsync(string key, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.Claims.AsNoTracking().AnyAsync(c => c.Key == key && c.Until >= now, cancellationToken);
    }

    /// <summary>Gives the claim back before its time.</summary>
    public async Task ReleaseAsync(string key, CancellationToken cancellationToken)
    {
        using var pass = await db.Services.Gate.EnterAsync(cancellationToken);
        await db.Claims.Where(c => c.Key == key && c.Holder == host.Name).ExecuteDeleteAsync(cancellationToken);
    }
}
