using System.Reflection;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Access.Application;
using LearningCity.Access.Contracts;
using LearningCity.Access.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Access;

/// <summary>The module as the host sees it.</summary>
public sealed class AccessModule : IModule
{
    /// <inheritdoc />
    public string Name => "Access";

    /// <inheritdoc />
    public Assembly ContractsAssembly => AccessContracts.Assembly;

    /// <inheritdoc />
    public Type ContextType => typeof(AccessDbContext);

    /// <inheritdoc />
    public IReadOnlyList<Permission> Permissions => AccessPermissions.All;

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddWindow<IAccessDb, AccessDbContext>();

    /// <inheritdoc />
    public void MapEndpoints(IEndpointRouteBuilder api)
    {
    }
}
