using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Outbox;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LearningCity.BuildingBlocks.Data;

/// <summary>Makes a module's context without a host, for the migrations tool and for tests of the model.</summary>
public abstract class DesignTimeFactory<TContext>(DatabaseOptions database) : IDesignTimeDbContextFactory<TContext>
    where TContext : ModuleDbContext
{
    /// <inheritdoc />
    public TContext CreateDbContext(string[] args) => Create(database);

    /// <summary>A context for a provider; nothing is contacted until it is used.</summary>
    public static TContext Create(DatabaseOptions database)
    {
        ArgumentNullException.ThrowIfNull(database);
        var provider = database.CreateProvider();
        var builder = new DbContextOptionsBuilder<TContext>();
        var schema = SnakeCase.Of(typeof(TContext).Name[..^"DbContext".Length]);
        provider.Configure(builder, schema);
#pragma warning disable CA2000 // The gate lives as long as the context, which the caller disposes of with the process.
        var services = new ContextServices(
            provider, new WriteGate(provider), TimeProvider.System, new CurrentUser(), new RequestContext(), new EventCatalog([]),
            new RelaySignal());
#pragma warning restore CA2000
        return (TContext)Activator.CreateInstance(typeof(TContext), builder.Options, services)!;
    }
}
