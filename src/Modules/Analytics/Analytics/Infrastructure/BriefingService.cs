using LearningCity.Analytics.Application.Briefings;
using LearningCity.BuildingBlocks.Outbox;
using LearningCity.BuildingBlocks.Security;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LearningCity.Analytics.Infrastructure;

/// <summary>Makes briefings on hosts that deliver events: at once when one is asked for here, and at an interval for what became due.</summary>
internal sealed partial class BriefingService(
    IServiceScopeFactory scopes, BriefingSignal signal, IOptions<RelayOptions> relay, ILogger<BriefingService> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!relay.Value.Enabled) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await MakeAsync(stoppingToken) > 0)
                {
                    // Until nothing is due any more.
                }

                await signal.WaitAsync(Interval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The briefings stay due: the maker waits and goes on.
                Interrupted(exception);
                await Task.Delay(Interval, CancellationToken.None);
            }
        }
    }

    private async Task<int> MakeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(Caller.System);
        var outcome = await scope.ServiceProvider.GetRequiredService<ISender>().Send(new MakeBriefings(), cancellationToken);
        return outcome.Value.Made;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The maker of briefings was interrupted; it goes on in a moment")]
    private partial void Interrupted(Exception exception);
}
