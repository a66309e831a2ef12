using LearningCity.BuildingBlocks;

namespace LearningCity.Access.Domain;

/// <summary>An address of another system that is told what people are told: notices of a unit and all below it, or of all.</summary>
internal sealed class Webhook
{
    internal const int LongestName = 100;
    internal const int LongestUrl = 400;

    private Webhook()
    {
    }

    internal Webhook(string name, Uri url, string sealedSecret, Guid? unitId, DateTimeOffset at) =>
        (Id, Name, Url, SealedSecret, UnitId, CreatedAt) = (Ids.New(), name, url.AbsoluteUri, sealedSecret, unitId, at);

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Url { get; private set; } = "";

    /// <summary>The secret that signs deliveries, encrypted with the product's keys: it must be known to sign, so a hash would not do.</summary>
    public string SealedSecret { get; private set; } = "";

    public Guid? UnitId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was taken away; its deliveries stay on record.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    internal void Remove(DateTimeOffset at) => RemovedAt ??= at;
}

/// <summary>One notice on its way to a webhook, once per event.</summary>
internal sealed class WebhookDelivery
{
    private WebhookDelivery()
    {
    }

    internal WebhookDelivery(Guid webhookId, Guid eventId, string subject, string payload, DateTimeOffset at) =>
        (Id, WebhookId, EventId, Subject, Payload, CreatedAt, DueAt) = (Ids.New(), webhookId, eventId, subject, payload, at, at);

    public Guid Id { get; private set; }

    public Guid WebhookId { get; private set; }

    public Guid EventId { get; private set; }

    public string Subject { get; private set; } = "";

    /// <summary>The body, byte for byte as it is signed and sent.</summary>
    public string Payload { get; private set; } = "";

    public MailState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Not to be tried before this; moved ahead while a host is sending it.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public int Attempts { get; private set; }

    public string? LastError { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    internal void Sent(DateTimeOffset at) => (State, SentAt, LastError) = (MailState.Sent, at, null);

    /// <summary>The webhook was taken away.</summary>
    internal void Skip() => State = MailState.Skipped;

    /// <summary>Tries again after 1, 2, 4 ... minutes; gives up after as many failures as a mail.</summary>
    internal void Failed(string error, DateTimeOffset at)
    {
        Attempts++;
        LastError = error.Length > 400 ? error[..400] : error;
        if (Attempts >= Mail.MostAttempts) State = MailState.Parked;
        else DueAt = at + TimeSpan.FromMinutes(Math.Min(720, Math.Pow(2, Attempts - 1)));
    }

    /// <summary>An administrator asks for another round.</summary>
    internal void Retry(DateTimeOffset at) => (State, Attempts, DueAt) = (MailState.Queued, 0, at);
}
