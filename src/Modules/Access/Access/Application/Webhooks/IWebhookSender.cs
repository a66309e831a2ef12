namespace LearningCity.Access.Application.Webhooks;

/// <summary>Sends signed bodies to other systems.</summary>
internal interface IWebhookSender
{
    /// <summary>Sends a body; throws <see cref="WebhookRefusedException"/> where it may not go there or was not taken.</summary>
    Task SendAsync(Uri url, Guid deliveryId, string body, string signature, CancellationToken cancellationToken);
}

/// <summary>A webhook did not take a delivery, or its address is none that may be called.</summary>
internal sealed class WebhookRefusedException(string message, Exception? inner = null) : Exception(message, inner);
