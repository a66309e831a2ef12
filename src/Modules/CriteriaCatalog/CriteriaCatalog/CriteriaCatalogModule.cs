using System.Reflection;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.CriteriaCatalog;

/// <summary>The module as the host sees it.</summary>
public sealed class CriteriaCatalogModule : IModule
{
    /// <inheritdoc />
    public string Name => "CriteriaCatalog";

    /// <inheritdoc />
    public Assembly ContractsAssembly => CriteriaCatalogContracts.Assembly;

    /// <inheritdoc />
    public Type ContextType => typeof(CriteriaCatalogDbContext);

    /// <inheritdoc />
    public IReadOnlyList<Permission> Permissions => CriteriaCatalogPermissions.All;

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddWindow<ICriteriaCatalogDb, CriteriaCatalogDbContext>();

    /// <inheritdoc />
    public void MapEndpoints(IEndpointRouteBuilder api)
    {
    }
}
