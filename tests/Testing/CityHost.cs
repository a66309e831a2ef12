using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Outbox;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Host;
using LearningCity.Testing.SqlServer;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningCity.Testing;

/// <summary>The real host in this process, on a port of its own, with a clock that tests set. Relay and jobs are driven by hand.</summary>
public sealed class CityHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CityHost(WebApplication app, SimulatedClock clock) => (_app, Clock) = (app, clock);

    /// <summary>The host's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The host's clock.</summary>
    public SimulatedClock Clock { get; }

    /// <summary>Where the host listens.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Starts a host on a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="settings">Configuration that differs from the usual.</param>
    /// <param name="configure">Services that differ from the usual; rarely right.</param>
    public static async Task<CityHost> StartAsync(
        TestDatabase database, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        var clock = new SimulatedClock();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Startup).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Testing",
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(database.Configuration);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:MigrateAtStart"] = "true",
            ["Jobs:Enabled"] = "false",
            ["Relay:Enabled"] = "false",
        });
        if (settings is not null) builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddLearningCity();
        if (database.Provider == "sqlite") ShadowSqlServer(builder.Services);
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        await app.StartLearningCityAsync();
        await app.StartAsync();
        return new CityHost(app, clock);
    }

    /// <summary>Sends a message in a scope of its own; acts for the system unless a caller is named.</summary>
    public async Task<T> SendAsync<T>(IRequest<T> message, Caller? caller = null)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(caller ?? Caller.System);
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(message);
    }

    /// <summary>Works with a service in a scope of its own that acts for the system.</summary>
    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(Caller.System);
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Delivers all events that are due.</summary>
    public Task<int> DeliverEventsAsync() => Services.GetRequiredService<OutboxRelay>().DrainAsync(CancellationToken.None);

    /// <summary>Chains the audit rows that wait.</summary>
    public Task<int> SealAuditAsync() => UseAsync<AuditSealer, int>(sealer => sealer.SealAsync(CancellationToken.None));

    /// <summary>A client without credentials that does not follow redirects.</summary>
    public HttpClient CreateClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = Address };

    /// <summary>Every query that runs on the embedded database is checked for SQL Server too.</summary>
    private static void ShadowSqlServer(IServiceCollection services)
    {
        var registered = services.Last(service => service.ServiceType == typeof(IDatabaseProvider));
        services.Remove(registered);
        services.AddSingleton<IDatabaseProvider>(new ShadowedProvider((IDatabaseProvider)registered.ImplementationInstance!));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
