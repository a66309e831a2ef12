using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LearningCity.BuildingBlocks.Outbox;

/// <summary>
/// Delivers saved events to their listeners, each in a scope of its own. Several hosts may run it: a batch is claimed by an update
/// that only one of them wins, and a claim lapses if its host dies. Delivery is at least once.
/// </summary>
public sealed partial class OutboxRelay(
    IServiceScopeFactory scopes, EventCatalog events, HostIdentity host, TimeProvider clock, IOptions<RelayOptions> options,
    ILogger<OutboxRelay> logger)
{
    private readonly RelayOptions _options = options.Value;

    /// <summary>Delivers everything that is due, until nothing is left.</summary>
    /// <returns>How many events were delivered.</returns>
    public async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        var delivered = 0;
        while (true)
        {
            var batch = await ClaimAsync(cancellationToken);
            if (batch.Count == 0) return delivered;
            foreach (var message in batch)
            {
                if (await DeliverAsync(message, cancellationToken)) delivered++;
            }
        }
    }

    private async Task<List<OutboxMessage>> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var now = clock.GetUtcNow();
        var free = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(m => m.DeliveredAt == null && m.ParkedAt == null && m.DueAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil < now))
            .OrderBy(m => m.Sequence).Select(m => m.Id).Take(_options.BatchSize).ToListAsync(cancellationToken);
        if (free.Count == 0) return [];

        // The condition is repeated in the update, so of two hosts that read the same rows only one gets each of them.
        var claim = $"{host.Name}/{Ids.New():N}";
        using var pass = await db.Services.Gate.EnterAsync(cancellationToken);
        await db.Set<OutboxMessage>()
            .Where(m => free.Contains(m.Id) && m.DeliveredAt == null && (m.ClaimedUntil == null || m.ClaimedUntil < now))
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.ClaimedBy, claim).SetProperty(m => m.ClaimedUntil, now + _options.Lease),
                cancellationToken);
        return await db.Set<OutboxMessage>().AsNoTracking()
            .Where(m => m.ClaimedBy == claim).OrderBy(m => m.Sequence).ToListAsync(cancellationToken);
    }

    private async Task<bool> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(Caller.System);
            if (message.CorrelationId is not null)
                scope.ServiceProvider.GetRequiredService<RequestContext>().CorrelationId = message.CorrelationId;
            using var span = Telemetry.Source.StartActivity(message.Name);
            await scope.ServiceProvider.GetRequiredService<IPublisher>()
                .Publish(events.Read(message.Name, message.Payload), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            await FailAsync(message, exception, cancellationToken);
            return false;
        }

        await UpdateAsync(
            message.Id,
            rows => rows.ExecuteUpdateAsync(
                set => set.SetProperty(m => m.DeliveredAt, clock.GetUtcNow()).SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null),
                cancellationToken),
            cancellationToken);
        return true;
    }

    private async Task FailAsync(OutboxMessage message, Exception exception, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var attempts = message.Attempts + 1;
        DateTimeOffset? parkedAt = attempts >= _options.MostAttempts ? now : null;
        if (parkedAt is null) Failed(exception, message.Name, message.Id, attempts);
        else Parked(exception, message.Name, message.Id, attempts);
        var error = exception.ToString();
        await UpdateAsync(
            message.Id,
            rows => rows.ExecuteUpdateAsync(
                set => set
                    .SetProperty(m => m.Attempts, attempts)
                    .SetProperty(m => m.DueAt, now + RelayOptions.PauseAfter(attempts))
                    .SetProperty(m => m.ParkedAt, parkedAt)
                    .SetProperty(m => m.LastError, error.Length > 2000 ? error[..2000] : error)
                    .SetProperty(m => m.ClaimedBy, (string?)null)
                    .SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null),
                cancellationToken),
            cancellationToken);
    }

    private async Task UpdateAsync(Guid id, Func<IQueryable<OutboxMessage>, Task<int>> update, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        using var pass = await db.Services.Gate.EnterAsync(cancellationToken);
        await update(db.Set<OutboxMessage>().Where(m => m.Id == id));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery of {Event} {Id} failed, attempt {Attempts}; it will be tried again")]
    private partial void Failed(Exception exception, string @event, Guid id, int attempts);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery of {Event} {Id} failed {Attempts} times and is parked for an administrator")]
    private partial void Parked(Exception exception, string @event, Guid id, int attempts);
}
