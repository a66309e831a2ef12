using System.Reflection;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Navigation;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Api;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Application.Crosswalks;
using LearningCity.CriteriaCatalog.Application.Review;
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
    public IReadOnlyList<NavigationItem> Navigation =>
        [new(CriteriaCatalogPermissions.Read.Code, "/catalog", new("Bộ tiêu chí", "Criteria sets"), "catalogue", 60)];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddWindow<ICriteriaCatalogDb, CriteriaCatalogDbContext>();
        services.AddScoped<Publication>();
        services.AddSingleton<PublishedVersions>();
        services.AddScoped<CrosswalkChecks>();
        services.AddScoped<CatalogueOnDay>();
        services.AddScoped<IStartupTask, BuiltInPacks>();
        services.AddAutoMapper(mapper =>
        {
            mapper.LicenseKey = configuration["AutoMapper:LicenseKey"];
            mapper.AddProfile<CatalogMappings>();
        });
    }

    /// <inheritdoc />
    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        api.MapCriteriaCatalog();
        api.MapCrosswalks();
        api.MapSeries();
        api.MapCatalogReview();
    }
}
