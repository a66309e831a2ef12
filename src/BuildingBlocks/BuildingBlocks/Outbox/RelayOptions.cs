namespace LearningCity.BuildingBlocks.Outbox;

/// <summary>Section <c>Relay</c> of the configuration.</summary>
public sealed class RelayOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Relay";

    /// <summary>How many events one pass takes.</summary>
    public int BatchSize { get; set; } = 100;

    /// <summary>How long a host may hold the events it took before another may take them.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often to look for what other hosts left behind.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>After how many failures an event is parked for an administrator.</summary>
    public int MostAttempts { get; set; } = 8;

    /// <summary>Whether the relay runs by itself; tests and the demonstration loader drive it instead.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The pause after the n-th failure: 1, 2, 4 seconds and so on, at most five minutes.</summary>
    internal static TimeSpan PauseAfter(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, Math.Clamp(attempts, 1, 10) - 1)));
}
