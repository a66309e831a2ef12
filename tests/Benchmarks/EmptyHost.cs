using Microsoft.AspNetCore.Builder;

namespace LearningCity.Benchmarks;

/// <summary>The baseline of start-up: a minimal API host that does nothing.</summary>
internal static class EmptyHost
{
    internal static async Task<int> RunAsync(string address)
    {
        var app = WebApplication.CreateBuilder().Build();
        app.MapGet("/health/ready", () => "ready");
        await app.RunAsync(address);
        return 0;
    }
}
