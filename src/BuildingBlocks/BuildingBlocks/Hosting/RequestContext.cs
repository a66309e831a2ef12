namespace LearningCity.BuildingBlocks.Hosting;

/// <summary>What one scope (request, job, delivery) carries along.</summary>
public sealed class RequestContext
{
    /// <summary>Follows one request through jobs and listeners.</summary>
    public string CorrelationId { get; set; } = Ids.New().ToString("N");

    /// <summary>What people read out to the support desk when something broke; logs carry it too.</summary>
    public string SupportCode => CorrelationId[^8..];

    /// <summary>The caller's idempotency key, and the hash of the request it came with; saved with the first change of this scope.</summary>
    public (string Key, string RequestHash)? Idempotency { get; set; }
}
