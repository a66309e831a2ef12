using System.Diagnostics;
using System.Globalization;

namespace LearningCity.Benchmarks;

/// <summary>Memory of this process as the kernel counts it.</summary>
internal static class Memory
{
    private const string ResetPeak = "5";

    /// <summary>From now on the peak counts anew.</summary>
    internal static void ForgetPeak()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (File.Exists("/proc/self/clear_refs")) File.WriteAllText("/proc/self/clear_refs", ResetPeak);
    }

    /// <summary>The greatest resident set since then, in MiB.</summary>
    internal static double Peak()
    {
        const string field = "VmHWM:";
        if (!File.Exists("/proc/self/status")) return Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024;
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return double.Parse(line[field.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
    }
}
