using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Platform;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LearningCity.Host;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: database, migrations and outbox are in order.</summary>
internal static class Health
{
    internal static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains("ready"),
            ResponseWriter = WriteAsync,
        }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = SnakeCase.Of(report.Status),
        checks = report.Entries.ToDictionary(
            entry => entry.Key,
            entry => new { status = SnakeCase.Of(entry.Value.Status), description = entry.Value.Description }),
    });
}

/// <summary>The database answers and misses no migration.</summary>
internal sealed class DatabaseHealth(Migrator migrator) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var pending = await migrator.PendingAsync(cancellationToken);
        return pending.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"{pending.Count} migrations are missing; run the host with the argument migrate");
    }
}

/// <summary>No event is parked for an administrator.</summary>
internal sealed class OutboxHealth(PlatformDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var parked = await db.Set<OutboxMessage>().CountAsync(message => message.ParkedAt != null, cancellationToken);
        return parked == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{parked} events are parked");
    }
}
