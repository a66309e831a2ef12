using System.Reflection;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Navigation;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Api;
using LearningCity.UnitRegistry.Application;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Application.Demonstration;
using LearningCity.UnitRegistry.Application.Directory;
using LearningCity.UnitRegistry.Application.Drafts;
using LearningCity.UnitRegistry.Application.Import;
using LearningCity.UnitRegistry.Application.Packs;
using LearningCity.UnitRegistry.Application.Records;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.UnitRegistry;

/// <summary>The module as the host sees it.</summary>
public sealed class UnitRegistryModule : IModule
{
    /// <inheritdoc />
    public string Name => "UnitRegistry";

    /// <inheritdoc />
    public Assembly ContractsAssembly => UnitRegistryContracts.Assembly;

    /// <inheritdoc />
    public Type ContextType => typeof(UnitRegistryDbContext);

    /// <inheritdoc />
    public IReadOnlyList<Permission> Permissions => UnitRegistryPermissions.All;

    /// <inheritdoc />
    public IReadOnlyList<NavigationItem> Navigation =>
        [
            new(UnitRegistryPermissions.ReadCode, "/units", new("Đơn vị", "Units"), "units", 70),
            new(UnitRegistryPermissions.KeepCode, "/reorganisations", new("Sắp xếp đơn vị", "Reorganisations"), "units", 71),
        ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddWindow<IUnitRegistryDb, UnitRegistryDbContext>();
        services.AddScoped<IUnitScope, UnitScope>();
        services.AddScoped<Registrar>();
        services.AddScoped<Derivation>();
        services.AddScoped<Corrections>();
        services.AddScoped<UnitCheck>();
        services.AddScoped<DraftReader>();
        services.AddScoped<ReorganisationTouchReader>();
        services.AddScoped<LineageReader>();
        services.AddSingleton<UnitDirectory>();
        services.AddScoped<UnitImporter>();
        services.AddScoped<UnitImportWriter>();
        services.AddScoped<IStartupTask, LoadCityPack>();
        if (configuration.GetValue("Demonstration:Enabled", false)) services.AddScoped<IDemonstration, DemonstrationCity>();
    }

    /// <inheritdoc />
    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        UnitRegistryEndpoints.Map(api);
        UnitRecordEndpoints.Map(api);
    }
}
