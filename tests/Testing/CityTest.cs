using LearningCity.BuildingBlocks.Security;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace LearningCity.Testing;

/// <summary>
/// A fixture that runs through the real host, once on each database. The tests of a fixture share one database: they make what they
/// need and do not rely on emptiness.
/// </summary>
[TestFixtureSource(typeof(Databases), nameof(Databases.All))]
public abstract class CityTest(string database)
{
    private TestDatabase? _database;
    private CityHost? _host;

    /// <summary>The running host.</summary>
    protected CityHost City => _host ?? throw new InvalidOperationException("The host has not started.");

    /// <summary>The database of this fixture.</summary>
    protected TestDatabase Database => _database ?? throw new InvalidOperationException("There is no database.");

    /// <summary>Configuration that this fixture needs.</summary>
    protected virtual IReadOnlyDictionary<string, string?>? Settings => null;

    [OneTimeSetUp]
    public async Task StartCityAsync()
    {
        _database = await TestDatabase.CreateAsync(database);
        _host = await CityHost.StartAsync(_database, Settings, Configure);
        await PrepareAsync();
    }

    [OneTimeTearDown]
    public async Task StopCityAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    /// <summary>Services that differ from the usual; rarely right.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    /// <summary>What all tests of the fixture need.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Sends a message; acts for the system unless a caller is named.</summary>
    protected Task<T> Send<T>(IRequest<T> message, Caller? caller = null) => City.SendAsync(message, caller);
}
