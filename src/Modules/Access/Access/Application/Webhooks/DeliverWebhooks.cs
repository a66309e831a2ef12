using System.Security.Cryptography;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.Webhooks;

/// <summary>Sends what waits for webhooks; answers how many were taken. Sent by a job; two hosts share the work.</summary>
internal sealed record DeliverWebhooks : ICommand<int>;

internal sealed class DeliverWebhooksHandler(IAccessDb db, IWebhookSender sender, WebhookSecrets secrets, TimeProvider clock)
    : ICommandHandler<DeliverWebhooks, int>
{
    private const int MostAtOnce = 100;

    /// <summary>For so long a delivery belongs to the host that took it; if that host dies, another tries again.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    public async Task<Result<int>> Handle(DeliverWebhooks command, CancellationToken cancellationToken)
    {
        db.NotAudited("Delivery of a notice is on record in its own row");
        var now = clock.GetUtcNow();
        var due = await db.WebhookDeliveries.AsNoTracking().Where(delivery => delivery.State == MailState.Queued && delivery.DueAt <= now)
            .OrderBy(delivery => delivery.DueAt).Take(MostAtOnce).Select(delivery => new { delivery.Id, delivery.DueAt }).ToListAsync(cancellationToken);
        var sent = 0;
        foreach (var waiting in due)
        {
            if (await TakeAsync(waiting.Id, waiting.DueAt, cancellationToken) is { } delivery && await SendAsync(delivery, cancellationToken)) sent++;
        }

        return sent;
    }

    /// <summary>Of two hosts that saw the same delivery, the update lets one have it.</summary>
    private async Task<WebhookDelivery?> TakeAsync(Guid id, DateTimeOffset seenDueAt, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + Lease;
        var taken = await db.InTransactionAsync(
            () => db.WebhookDeliveries.Where(delivery => delivery.Id == id && delivery.State == MailState.Queued && delivery.DueAt == seenDueAt)
                .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.DueAt, until), cancellationToken),
            cancellationToken);
        return taken == 0 ? null : await db.WebhookDeliveries.FirstAsync(delivery => delivery.Id == id, cancellationToken);
    }

    private async Task<bool> SendAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var webhook = await db.Webhooks.AsNoTracking()
            .FirstOrDefaultAsync(w => w.Id == delivery.WebhookId && w.RemovedAt == null, cancellationToken);
        var now = clock.GetUtcNow();
        try
        {
            if (webhook is null)
            {
                delivery.Skip();
            }
            else
            {
                var signature = secrets.Sign(webhook.SealedSecret, delivery.Payload, now);
                await sender.SendAsync(new Uri(webhook.Url), delivery.Id, delivery.Payload, signature, cancellationToken);
                delivery.Sent(now);
            }
        }
        catch (Exception exception) when (exception is WebhookRefusedException or CryptographicException)
        {
            delivery.Failed(exception.Message, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        return delivery.State == MailState.Sent;
    }
}
