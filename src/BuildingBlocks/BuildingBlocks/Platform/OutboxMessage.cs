namespace LearningCity.BuildingBlocks.Platform;

/// <summary>An event saved with the change that it reports, waiting for delivery (ADR 4).</summary>
public sealed class OutboxMessage
{
    /// <summary>The event's own id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Grows within a process; deliveries are tried in this order, which nothing may rely on.</summary>
    public required long Sequence { get; init; }

    /// <summary>The stable name of the event.</summary>
    public required string Name { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Follows one request through jobs and listeners.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>When every listener had heard it; null while it waits.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>How often delivery was tried and failed.</summary>
    public int Attempts { get; set; }

    /// <summary>Not to be tried before this.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Which host is delivering it now.</summary>
    public string? ClaimedBy { get; set; }

    /// <summary>Until when that host holds it; afterwards another may take it.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>When it was given up after too many attempts: an administrator decides.</summary>
    public DateTimeOffset? ParkedAt { get; set; }

    /// <summary>What the last attempt failed with.</summary>
    public string? LastError { get; set; }
}
