using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LearningCity.BuildingBlocks.Outbox;

/// <summary>Runs the relay: at once when this process saved an event, and at an interval for what others left behind.</summary>
internal sealed partial class RelayService(OutboxRelay relay, RelaySignal signal, IOptions<RelayOptions> options, ILogger<RelayService> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await relay.DrainAsync(stoppingToken);
                await signal.WaitAsync(options.Value.Interval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The database may be away for a while: the relay waits and goes on.
                Interrupted(exception);
                await Task.Delay(options.Value.Interval, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The relay could not reach the database; it will try again")]
    private partial void Interrupted(Exception exception);
}
