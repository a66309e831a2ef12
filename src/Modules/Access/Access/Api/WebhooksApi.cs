using LearningCity.Access.Application.Webhooks;
using LearningCity.BuildingBlocks.Http;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Access.Api;

/// <summary>Webhooks.</summary>
internal static class WebhooksApi
{
    internal static async Task<IResult> List(ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ListWebhooks(), cancellationToken)).ToHttp();

    internal static async Task<IResult> Create(CreateWebhook body, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        return (await sender.Send(body, cancellationToken)).ToHttp(webhook => TypedResults.Created($"/api/v1/webhooks/{webhook.Id}", webhook));
    }

    internal static async Task<IResult> Remove(Guid webhookId, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new RemoveWebhook(webhookId), cancellationToken)).ToHttp();
}
