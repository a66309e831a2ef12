using System.Net.Http.Headers;
using LearningCity.Access.Application.Clients;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Outbox;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Host;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningCity.Benchmarks;

/// <summary>The product's host in this process, listening, as it is configured in production; jobs and relay are driven by hand.</summary>
internal sealed class City : IAsyncDisposable
{
    private readonly WebApplication _app;

    private City(WebApplication app, SimulatedClock clock) => (_app, Clock) = (app, clock);

    internal IServiceProvider Services => _app.Services;

    internal SimulatedClock Clock { get; }

    internal Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="scratch">Its database and folder.</param>
    /// <param name="demonstration">Whether it is the demonstration city.</param>
    /// <param name="relay">Whether it delivers events and folds roll-ups by itself.</param>
    internal static async Task<City> StartAsync(Scratch scratch, bool demonstration = false, bool relay = false)
    {
        var clock = new SimulatedClock();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Startup).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = demonstration ? "Demonstration" : "Production",
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = scratch.Provider,
            ["Database:ConnectionString"] = scratch.ConnectionString,
            ["Database:MigrateAtStart"] = "true",
            ["Data:Directory"] = scratch.Folder,
            ["Jobs:Enabled"] = "false",
            ["Relay:Enabled"] = relay ? "true" : "false",
            ["RateLimits:PerCallerPerMinute"] = "1000000",
            ["Demonstration:Enabled"] = demonstration ? "true" : "false",
        });
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddLearningCity();
        var app = builder.Build();

        // Standard output is for figures; a first start has a link to tell there.
        var output = Console.Out;
        Console.SetOut(TextWriter.Null);
        await app.StartLearningCityAsync();
        await app.StartAsync();
        Console.SetOut(output);
        return new City(app, clock);
    }

    /// <summary>Sends a command for the system; what it refuses ends the run.</summary>
    internal async Task<T> SendAsync<T>(IRequest<Result<T>> command)
    {
        var result = await AskAsync(command);
        return result.Succeeded ? result.Value : throw Refused(result.Failures);
    }

    /// <inheritdoc cref="SendAsync{T}(IRequest{Result{T}})" />
    internal async Task SendAsync(IRequest<Result> command)
    {
        var result = await AskAsync(command);
        if (!result.Succeeded) throw Refused(result.Failures);
    }

    /// <summary>Sends a message for the system.</summary>
    internal Task<T> AskAsync<T>(IRequest<T> message) => UseAsync<ISender, T>(sender => sender.Send(message));

    /// <summary>Works with a service in a scope of its own that acts for the system.</summary>
    internal async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(Caller.System);
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>An API client with a key of its own.</summary>
    /// <param name="unitId">For which unit and all below it; null for everywhere.</param>
    /// <param name="permissions">What it may do.</param>
    internal async Task<HttpClient> ClientAsync(Guid? unitId, params string[] permissions)
    {
        var client = await SendAsync(new CreateApiClient("Đo thử", null, permissions, unitId, Clock.GetUtcNow().AddDays(30)));
        var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(30) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", client.Key);
        return http;
    }

    internal Task<int> DeliverEventsAsync() => Services.GetRequiredService<OutboxRelay>().DrainAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static InvalidOperationException Refused(IReadOnlyList<Failure> failures) =>
        new($"{failures[0].Code}: {failures[0].Message(BuildingBlocks.Contracts.Language.En)}");
}
