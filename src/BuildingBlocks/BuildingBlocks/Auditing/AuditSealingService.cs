using LearningCity.BuildingBlocks.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LearningCity.BuildingBlocks.Auditing;

/// <summary>Seals audit rows every few seconds.</summary>
internal sealed partial class AuditSealingService(
    IServiceScopeFactory scopes, IOptions<RelayOptions> options, TimeProvider clock, ILogger<AuditSealingService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled) return;
        using var timer = new PeriodicTimer(options.Value.Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await SealAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the next start seals what waits.
        }
    }

    private async Task SealAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AuditSealer>().SealAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Interrupted(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Audit rows could not be sealed; it will be tried again")]
    private partial void Interrupted(Exception exception);
}
