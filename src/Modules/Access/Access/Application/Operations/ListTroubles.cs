using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.Operations;

/// <summary>What waits for somebody who runs the system: deliveries that were given up.</summary>
internal sealed record ListTroubles : IQuery<Result<Troubles>>;

/// <summary>What is broken, the latest first, and what merely waits.</summary>
/// <param name="Parked">Events, mails and webhooks that were given up after several attempts.</param>
/// <param name="ParkedCount">How many there are in all.</param>
/// <param name="EventsWaiting">Events not delivered yet.</param>
/// <param name="MailsWaiting">Mails not sent yet.</param>
/// <param name="WebhooksWaiting">Deliveries to other systems not sent yet.</param>
internal sealed record Troubles(IReadOnlyList<ParkedDelivery> Parked, int ParkedCount, int EventsWaiting, int MailsWaiting, int WebhooksWaiting);

/// <summary>A delivery that was given up.</summary>
/// <param name="Id">Of the event or mail.</param>
/// <param name="Kind">Event or mail.</param>
/// <param name="What">Name of the event, or subject of the mail.</param>
/// <param name="RecordedAt">When it was to be delivered first.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">What the last attempt failed with.</param>
internal sealed record ParkedDelivery(Guid Id, DeliveryKind Kind, string What, DateTimeOffset RecordedAt, int Attempts, string? Error);

/// <summary>What is delivered.</summary>
internal enum DeliveryKind
{
    /// <summary>An event to the modules that listen.</summary>
    Event,

    /// <summary>A mail to a person.</summary>
    Mail,

    /// <summary>A notice to another system.</summary>
    Webhook,
}

internal sealed class ListTroublesHandler(IAccessDb db, Guardian guardian) : IQueryHandler<ListTroubles, Result<Troubles>>
{
    private const int Shown = 100;

    public async Task<Result<Troubles>> Handle(ListTroubles query, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.Operate);
        if (!allowed.Succeeded) return allowed;
        var events = await db.Outbox.AsNoTracking().Where(message => message.ParkedAt != null).OrderByDescending(message => message.RecordedAt)
            .Take(Shown)
            .Select(message => new ParkedDelivery(
                message.Id, DeliveryKind.Event, message.Name, message.RecordedAt, message.Attempts, message.LastError))
            .ToListAsync(cancellationToken);
        var mails = await (
                from mail in db.Mails.AsNoTracking()
                join notice in db.Notices.AsNoTracking() on mail.NoticeId equals notice.Id
                where mail.State == MailState.Parked
                orderby mail.CreatedAt descending
                select new ParkedDelivery(mail.Id, DeliveryKind.Mail, notice.SubjectVi, mail.CreatedAt, mail.Attempts, mail.LastError))
            .Take(Shown).ToListAsync(cancellationToken);
        var webhooks = await (
                from delivery in db.WebhookDeliveries.AsNoTracking()
                join webhook in db.Webhooks.AsNoTracking() on delivery.WebhookId equals webhook.Id
                where delivery.State == MailState.Parked
                orderby delivery.CreatedAt descending
                select new ParkedDelivery(
                    delivery.Id, DeliveryKind.Webhook, webhook.Name + ": " + delivery.Subject, delivery.CreatedAt, delivery.Attempts, delivery.LastError))
            .Take(Shown).ToListAsync(cancellationToken);
        var parkedWebhooks = await db.WebhookDeliveries.CountAsync(delivery => delivery.State == MailState.Parked, cancellationToken);
        var parkedEvents = await db.Outbox.CountAsync(message => message.ParkedAt != null, cancellationToken);
        var parkedMails = await db.Mails.CountAsync(mail => mail.State == MailState.Parked, cancellationToken);
        return new Troubles(
            [.. events.Concat(mails).Concat(webhooks).OrderByDescending(delivery => delivery.RecordedAt)],
            parkedEvents + parkedMails + parkedWebhooks,
            await db.Outbox.CountAsync(message => message.DeliveredAt == null && message.ParkedAt == null, cancellationToken),
            await db.Mails.CountAsync(mail => mail.State == MailState.Queued, cancellationToken),
            await db.WebhookDeliveries.CountAsync(delivery => delivery.State == MailState.Queued, cancellationToken));
    }
}
