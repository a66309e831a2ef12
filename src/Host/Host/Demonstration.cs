using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Outbox;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Host;

/// <summary>
/// Loads the demonstration city once, if <c>Demonstration:Enabled</c>: modules send their own commands under a simulated clock, with
/// jobs off. The half-years run from October 2024 to the one of today.
/// </summary>
internal static partial class Demonstration
{
    internal const string EnabledKey = "Demonstration:Enabled";
    private const string LoadedKey = "demonstration.loaded";
    private const int Seed = 20241030;

    internal static bool IsEnabled(IConfiguration configuration) => configuration.GetValue(EnabledKey, false);

    internal static async Task LoadIfWantedAsync(WebApplication app)
    {
        if (!IsEnabled(app.Configuration)) return;
        if (app.Environment.IsProduction())
            throw new InvalidOperationException("Demonstration data and its accounts cannot exist in production: remove Demonstration:Enabled.");
        var cancellationToken = app.Lifetime.ApplicationStopping;
        if (await IsLoadedAsync(app.Services, cancellationToken)) return;
        var clock = (SimulatedClock)app.Services.GetRequiredService<TimeProvider>();
        var started = clock.GetTimestamp();
        LogLoading(app.Logger);

        // What modules told at start-up was told at the real time, which the simulated clock does not reach before the end.
        await app.Services.GetRequiredService<OutboxRelay>().DrainAsync(cancellationToken);
        foreach (var stage in Stages(clock)) await PlayAsync(app.Services, stage, cancellationToken);
        clock.Release();
        await RememberAsync(app.Services, cancellationToken);
        var seconds = clock.GetElapsedTime(started).TotalSeconds;
        LogLoaded(app.Logger, seconds);
    }

    /// <summary>The stages from October 2024 to today.</summary>
    internal static IEnumerable<DemonstrationStage> Stages(SimulatedClock clock)
    {
        var today = CityTime.Today(TimeProvider.System);
        DemonstrationStage Stage(DemonstrationAct act, string? period) => new(act, period, clock, today, Seed);

        yield return Stage(DemonstrationAct.Found, null);
        foreach (var period in HalfYears(today))
        {
            yield return Stage(DemonstrationAct.Open, period.Code);
            yield return Stage(DemonstrationAct.Report, period.Code);
            if (period.ClosesBy <= today) yield return Stage(DemonstrationAct.Close, period.Code);
        }

        yield return Stage(DemonstrationAct.Finish, null);
    }

    /// <summary>Half-years by Decree 09/2019, article 12: 15 December to 14 June and 15 June to 14 December; closed within six weeks.</summary>
    private static IEnumerable<(string Code, DateOnly ClosesBy)> HalfYears(DateOnly today)
    {
        for (var (year, half) = (2024, 2); ; (year, half) = half == 2 ? (year + 1, 1) : (year, 2))
        {
            var end = half == 1 ? new DateOnly(year, 6, 14) : new DateOnly(year, 12, 14);
            var start = half == 1 ? new DateOnly(year - 1, 12, 15) : new DateOnly(year, 6, 15);
            if (start > today) yield break;
            yield return ($"{year}-H{half}", end.AddDays(42));
        }
    }

    private static async Task PlayAsync(IServiceProvider services, DemonstrationStage stage, CancellationToken cancellationToken)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(Caller.System);
            foreach (var part in scope.ServiceProvider.GetServices<IDemonstration>().OrderBy(part => part.Order))
            {
                await part.PlayAsync(stage, cancellationToken);
                await services.GetRequiredService<OutboxRelay>().DrainAsync(cancellationToken);
            }
        }
    }

    private static async Task<bool> IsLoadedAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Claims
            .AnyAsync(claim => claim.Key == LoadedKey, cancellationToken);
    }

    private static async Task RememberAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Claims>().TryTakeAsync(LoadedKey, TimeSpan.FromDays(36500), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Loading the demonstration city")]
    private static partial void LogLoading(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "The demonstration city is loaded ({Seconds} s)")]
    private static partial void LogLoaded(ILogger logger, double seconds);
}
