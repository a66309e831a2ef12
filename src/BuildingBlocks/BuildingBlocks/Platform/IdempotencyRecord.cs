namespace LearningCity.BuildingBlocks.Platform;

/// <summary>Says that a request with an <c>Idempotency-Key</c> was carried out; saved in the transaction of its effect.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>The person or API client: keys of different callers never meet.</summary>
    public required Guid CallerId { get; init; }

    /// <summary>The key that the caller chose.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and body: the same key with another request is refused.</summary>
    public required string RequestHash { get; init; }

    /// <summary>When it was carried out.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The answer's status; null if the host died before it could save the answer.</summary>
    public int? Status { get; set; }

    /// <summary>The answer's <c>Location</c>.</summary>
    public string? Location { get; set; }

    /// <summary>The answer's body.</summary>
    public string? Body { get; set; }
}
