using System.Text.Json;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.Webhooks;

/// <summary>Puts a notice on its way to the webhooks whose units it concerns, once per event.</summary>
internal sealed class QueueWebhooks(IAccessDb db, IUnitScope scope, TimeProvider clock) : IListener<NotificationRequested>
{
    public async Task Handle(NotificationRequested notification, CancellationToken cancellationToken)
    {
        // The same thing is told to the unit's people by a notice of its own.
        if (notification.Addresses is not null) return;
        var told = db.WebhookDeliveries.Where(delivery => delivery.EventId == notification.EventId).Select(delivery => delivery.WebhookId);
        var webhooks = await db.Webhooks.AsNoTracking().Where(webhook => webhook.RemovedAt == null && !told.Contains(webhook.Id))
            .Select(webhook => new { webhook.Id, webhook.UnitId }).ToListAsync(cancellationToken);
        if (webhooks.Count == 0) return;
        var now = clock.GetUtcNow();
        var payload = JsonSerializer.Serialize(new WebhookPayload(
            notification.EventId, now, notification.UnitId, notification.Subject, notification.Body, notification.Link), Json.Options);
        foreach (var webhook in webhooks)
        {
            if (webhook.UnitId is { } root && !await scope.CoversAsync([root], notification.UnitId, CityTime.DayOf(now), cancellationToken)) continue;
            db.WebhookDeliveries.Add(new WebhookDelivery(webhook.Id, notification.EventId, notification.Subject.Vi, payload, now));
        }

        db.NotAudited("A delivery only tells what another change, which is audited, has done");
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>What a webhook is sent.</summary>
/// <param name="EventId">Names the notice: a repeated delivery carries the same.</param>
/// <param name="At">When it came up.</param>
/// <param name="UnitId">The unit whose people are told.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
/// <param name="Link">Path in the product.</param>
internal sealed record WebhookPayload(Guid EventId, DateTimeOffset At, Guid UnitId, LocalText Subject, LocalText Body, string Link);
