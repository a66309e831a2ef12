namespace LearningCity.BuildingBlocks.Platform;

/// <summary>Says that a listener has dealt with an event: saved with what the listener did, where that is not idempotent by itself.</summary>
public sealed class InboxEntry
{
    /// <summary>The event.</summary>
    public required Guid EventId { get; init; }

    /// <summary>The listener, <c>module.listener</c>.</summary>
    public required string Listener { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset HandledAt { get; init; }
}
