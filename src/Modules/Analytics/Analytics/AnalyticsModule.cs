using System.Reflection;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Analytics.Application;
using LearningCity.Analytics.Contracts;
using LearningCity.Analytics.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Analytics;

/// <summary>The module as the host sees it.</summary>
public sealed class AnalyticsModule : IModule
{
    /// <inheritdoc />
    public string Name => "Analytics";

    /// <inheritdoc />
    public Assembly ContractsAssembly => AnalyticsContracts.Assembly;

    /// <inheritdoc />
    public Type ContextType => typeof(AnalyticsDbContext);

    /// <inheritdoc />
    public IReadOnlyList<Permission> Permissions => AnalyticsPermissions.All;

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddWindow<IAnalyticsDb, AnalyticsDbContext>();

    /// <inheritdoc />
    public void MapEndpoints(IEndpointRouteBuilder api)
    {
    }
}
