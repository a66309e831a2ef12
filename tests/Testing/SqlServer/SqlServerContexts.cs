using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Outbox;
using LearningCity.BuildingBlocks.Security;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Testing.SqlServer;

/// <summary>Contexts of the product that take a SQL Server for granted which is not there.</summary>
public static class SqlServerContexts
{
    private static readonly IDatabaseProvider Provider = new DatabaseOptions
    {
        Provider = "sqlserver",
        ConnectionString = "Server=nowhere.invalid;Database=learningcity;TrustServerCertificate=true",
    }.CreateProvider();

    /// <summary>A context of that type; whatever it would send is recorded and goes nowhere.</summary>
    /// <param name="context">Type of the context.</param>
    /// <param name="recorder">Keeps what would be sent; null where nothing will be.</param>
    public static ModuleDbContext Create(Type context, CommandRecorder? recorder = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(context))!;
        Provider.Configure(options, SnakeCase.Of(context.Name[..^"DbContext".Length]));
        if (recorder is not null) options.AddInterceptors(recorder, NoConnection.Instance, NoTransaction.Instance, RootsOfThisModel.Instance);
#pragma warning disable CA2000 // The gate holds nothing where writers need not queue.
        var services = new ContextServices(
            Provider, new WriteGate(Provider), TimeProvider.System, new CurrentUser(), new RequestContext(), new EventCatalog([]), new RelaySignal());
#pragma warning restore CA2000
        return (ModuleDbContext)Activator.CreateInstance(context, options.Options, services)!;
    }
}
