namespace LearningCity.BuildingBlocks.Hosting;

/// <summary>A clock that can be set, for the demonstration city; it shows the real time until it is set and after it is released.</summary>
public sealed class SimulatedClock : TimeProvider
{
    private DateTimeOffset? _shown;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _shown ?? System.GetUtcNow();

    /// <summary>From now on the clock stands still at this instant.</summary>
    public void Show(DateTimeOffset instant) => _shown = instant.ToUniversalTime();

    /// <summary>Moves a clock that was set.</summary>
    public void Advance(TimeSpan by) => _shown = GetUtcNow() + by;

    /// <summary>Back to the real time.</summary>
    public void Release() => _shown = null;
}
