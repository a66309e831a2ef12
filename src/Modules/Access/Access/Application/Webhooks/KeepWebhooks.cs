using FluentValidation;
using LearningCity.Access.Application.People;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningCity.Access.Application.Webhooks;

/// <summary>Tells another system what people are told. Its secret is answered once and cannot be had again.</summary>
/// <param name="Name">What system it is.</param>
/// <param name="Url">Where it listens: https, in no private network unless the configuration allows it.</param>
/// <param name="UnitId">Notices of this unit and all below it; null for all.</param>
internal sealed record CreateWebhook(string? Name, string? Url, Guid? UnitId) : ICommand<NewWebhook>;

/// <summary>A webhook that was just made.</summary>
/// <param name="Id">Of the webhook.</param>
/// <param name="Secret">Signs deliveries; shown this once.</param>
internal sealed record NewWebhook(Guid Id, string Secret);

/// <summary>Tells another system nothing any more; what waits for it is left out.</summary>
internal sealed record RemoveWebhook(Guid WebhookId) : ICommand;

/// <summary>The webhooks, the newest first: a handful, at most a hundred.</summary>
internal sealed record ListWebhooks : IQuery<Result<IReadOnlyList<WebhookView>>>;

/// <summary>A webhook as administrators see it.</summary>
/// <param name="Id">Of the webhook.</param>
/// <param name="Name">What system it is.</param>
/// <param name="Url">Where it listens.</param>
/// <param name="UnitId">Notices of this unit and all below it; null for all.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastSentAt">When it last took a delivery.</param>
/// <param name="Waiting">Deliveries that wait.</param>
/// <param name="Parked">Deliveries that were given up.</param>
internal sealed record WebhookView(
    Guid Id, string Name, string Url, Guid? UnitId, DateTimeOffset CreatedAt, DateTimeOffset? LastSentAt, int Waiting, int Parked);

internal sealed class CreateWebhookValidator : AbstractValidator<CreateWebhook>
{
    public CreateWebhookValidator(IOptions<WebhookOptions> options)
    {
        RuleFor(command => command.Name).RequiredText(Webhook.LongestName);
        RuleFor(command => command.Url).Must(url => WebhookAddress.TryParse(url, options.Value.AllowPrivate) is not null)
            .Say("Nhập địa chỉ https công khai, ví dụ https://he-thong.tphcm.gov.vn/hook.", "Enter a public https address, such as https://system.example.org/hook.");
    }
}

internal sealed class KeepWebhooksHandler(
    IAccessDb db, Guardian guardian, WebhookSecrets secrets, ISender sender, TimeProvider clock)
    : ICommandHandler<CreateWebhook, NewWebhook>, ICommandHandler<RemoveWebhook>, IQueryHandler<ListWebhooks, Result<IReadOnlyList<WebhookView>>>
{
    private const int Most = 100;

    public async Task<Result<NewWebhook>> Handle(CreateWebhook command, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.ManageClients);
        if (!allowed.Succeeded) return allowed;
        var check = await sender.CheckAsync([], command.UnitId, cancellationToken);
        if (!check.Succeeded) return check;
        if (await db.Webhooks.CountAsync(webhook => webhook.RemovedAt == null, cancellationToken) >= Most) return AccessFailures.TooManyWebhooks.With(Most);
        var secret = WebhookSecrets.New();
        var webhook = new Webhook(command.Name!, new Uri(command.Url!), secrets.Seal(secret), command.UnitId, clock.GetUtcNow());
        db.Webhooks.Add(webhook);
        db.Audit(new AuditEntry(
            "access.webhook_created", "webhook", webhook.Id.ToString(), webhook.UnitId, new { name = webhook.Name, host = new Uri(webhook.Url).Host }));
        await db.SaveChangesAsync(cancellationToken);
        return new NewWebhook(webhook.Id, secret);
    }

    public async Task<Result> Handle(RemoveWebhook command, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.ManageClients);
        if (!allowed.Succeeded) return allowed;
        var webhook = await db.Webhooks.FirstOrDefaultAsync(w => w.Id == command.WebhookId, cancellationToken);
        if (webhook is null) return PlatformFailures.NotFound;
        if (webhook.RemovedAt is not null) return Result.Ok;
        webhook.Remove(clock.GetUtcNow());
        db.Audit(new AuditEntry("access.webhook_removed", "webhook", webhook.Id.ToString(), webhook.UnitId));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Ok;
    }

    public async Task<Result<IReadOnlyList<WebhookView>>> Handle(ListWebhooks query, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.ManageClients);
        if (!allowed.Succeeded) return allowed;
        var webhooks = await db.Webhooks.AsNoTracking().Where(webhook => webhook.RemovedAt == null).OrderByDescending(webhook => webhook.CreatedAt)
            .ThenBy(webhook => webhook.Name).Take(Most).ToListAsync(cancellationToken);
        var deliveries = await db.WebhookDeliveries.AsNoTracking().GroupBy(delivery => new { delivery.WebhookId, delivery.State })
            .Select(group => new { group.Key.WebhookId, group.Key.State, Count = group.Count(), Last = group.Max(delivery => delivery.SentAt) })
            .ToListAsync(cancellationToken);
        var of = deliveries.ToLookup(group => group.WebhookId);
        return webhooks.ConvertAll(webhook => new WebhookView(
            webhook.Id, webhook.Name, webhook.Url, webhook.UnitId, webhook.CreatedAt, of[webhook.Id].Max(group => group.Last),
            of[webhook.Id].Where(group => group.State == MailState.Queued).Sum(group => group.Count),
            of[webhook.Id].Where(group => group.State == MailState.Parked).Sum(group => group.Count)));
    }
}
