using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.Operations;

/// <summary>Tries a delivery again that was given up, from the first attempt.</summary>
internal sealed record RetryDelivery(DeliveryKind Kind, Guid Id) : ICommand;

internal sealed class RetryDeliveryHandler(IAccessDb db, Guardian guardian, TimeProvider clock) : ICommandHandler<RetryDelivery>
{
    public async Task<Result> Handle(RetryDelivery command, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.Operate);
        if (!allowed.Succeeded) return allowed;
        var now = clock.GetUtcNow();
        if (command.Kind == DeliveryKind.Event)
        {
            var message = await db.Outbox.FirstOrDefaultAsync(m => m.Id == command.Id && m.ParkedAt != null, cancellationToken);
            if (message is null) return PlatformFailures.NotFound;
            (message.ParkedAt, message.Attempts, message.DueAt) = (null, 0, now);
        }
        else if (command.Kind == DeliveryKind.Webhook)
        {
            var delivery = await db.WebhookDeliveries.FirstOrDefaultAsync(d => d.Id == command.Id && d.State == MailState.Parked, cancellationToken);
            if (delivery is null) return PlatformFailures.NotFound;
            delivery.Retry(now);
        }
        else
        {
            var mail = await db.Mails.FirstOrDefaultAsync(m => m.Id == command.Id && m.State == MailState.Parked, cancellationToken);
            if (mail is null) return PlatformFailures.NotFound;
            mail.Retry(now);
        }

        db.Audit(new AuditEntry("access.delivery_retried", BuildingBlocks.Data.SnakeCase.Of(command.Kind), command.Id.ToString()));
        return await db.TrySaveAsync(cancellationToken);
    }
}
