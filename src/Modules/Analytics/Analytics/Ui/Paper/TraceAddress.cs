using Microsoft.Extensions.Configuration;

namespace LearningCity.Analytics.Ui.Paper;

/// <summary>Where printed codes lead: the trace page at the address that the city has made public.</summary>
internal sealed class TraceAddress(IConfiguration configuration)
{
    /// <summary>The address of a code; null while the public address is not configured, for a code without host leads nowhere.</summary>
    internal string? Of(string traceCode) =>
        configuration["Access:PublicAddress"] is { Length: > 0 } address ? $"{address.TrimEnd('/')}/trace/{traceCode}" : null;
}
