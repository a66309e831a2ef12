using LearningCity.BuildingBlocks.Security;

namespace LearningCity.BuildingBlocks.Platform;

/// <summary>
/// Who did what to what, when. Written in the transaction of the change; numbered and chained by hash within seconds by the sealing
/// step, so that writers never queue for the chain. Rows are never changed or deleted after sealing.
/// </summary>
public sealed class AuditRow
{
    /// <summary>Names the row.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The person or API client; empty for the system. Names are looked up, never stored here.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>What kind of actor.</summary>
    public required CallerKind ActorKind { get; init; }

    /// <summary><c>module.action</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What kind of thing was changed: <c>submission</c>, <c>unit</c>.</summary>
    public required string SubjectType { get; init; }

    /// <summary>Which one.</summary>
    public required string SubjectId { get; init; }

    /// <summary>The unit it concerns, for filtering by scope.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>What else is worth knowing, as JSON: old and new state, counts and hash of a batch. No personal data.</summary>
    public string? Details { get; init; }

    /// <summary>Follows one request through jobs and listeners.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Place in the chain, from 1 without gaps; null until sealed.</summary>
    public long? Number { get; set; }

    /// <summary>SHA-256, in hex, over the previous row's hash and this row; null until sealed.</summary>
    public string? Hash { get; set; }
}
