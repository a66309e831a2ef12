using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LearningCity.BuildingBlocks;

/// <summary>The product's source of traces and its meter.</summary>
public static class Telemetry
{
    /// <summary>Name of both, for exporters.</summary>
    public const string Name = "LearningCity";

    /// <summary>Trace spans of commands, jobs and deliveries.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Measures: outbox lag, reminders sent, roll-up time and the like.</summary>
    public static Meter Meter { get; } = new(Name);
}
