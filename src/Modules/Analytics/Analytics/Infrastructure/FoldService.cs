using LearningCity.Analytics.Application.Rollups;
using LearningCity.BuildingBlocks.Outbox;
using LearningCity.BuildingBlocks.Security;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LearningCity.Analytics.Infrastructure;

/// <summary>Runs the folder on hosts that deliver events: at once when a unit is marked here, and at an interval for what others left.</summary>
internal sealed partial class FoldService(
    IServiceScopeFactory scopes, FoldSignal signal, IOptions<RelayOptions> relay, ILogger<FoldService> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WhileHeld = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!relay.Value.Enabled) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var outcome = await FoldAsync(stoppingToken);
                await signal.WaitAsync(outcome.Held > 0 ? WhileHeld : Interval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The marks stay: the folder waits and goes on.
                Interrupted(exception);
                await Task.Delay(Interval, CancellationToken.None);
            }
        }
    }

    private async Task<FoldOutcome> FoldAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(Caller.System);
        var folded = await scope.ServiceProvider.GetRequiredService<ISender>().Send(new FoldRollups(), cancellationToken);
        return folded.Value;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The folder was interrupted; it goes on in a moment")]
    private partial void Interrupted(Exception exception);
}
