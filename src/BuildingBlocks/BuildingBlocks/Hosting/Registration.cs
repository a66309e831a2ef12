using System.Reflection;
using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Jobs;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Outbox;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Security;
using MediatR;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LearningCity.BuildingBlocks.Hosting;

/// <summary>Registers what modules share, and the modules themselves.</summary>
public static class Registration
{
    /// <summary>Registers building blocks and modules; the mediator is registered once, over all assemblies.</summary>
    public static IServiceCollection AddModules(
        this IServiceCollection services, IConfiguration configuration, IReadOnlyList<IModule> modules)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(modules);
        var assemblies = modules.Select(module => module.Assembly).ToArray();
        var contracts = modules.Select(module => module.ContractsAssembly).Append(typeof(Contracts.IIntegrationEvent).Assembly);
        services.AddSingleton(modules);
        services.AddSingleton(new EventCatalog([.. contracts, .. assemblies]));
        services.AddPlatform(configuration);
        services.AddMediatR(mediator => mediator
            .RegisterServicesFromAssemblies(assemblies)
            .AddOpenBehavior(typeof(LoggingBehavior<,>))
            .AddOpenBehavior(typeof(ValidationBehavior<,>)));
        services.Replace(ServiceDescriptor.Scoped<ISender, SequentialSender>());
        foreach (var found in AssemblyScanner.FindValidatorsInAssemblies(assemblies, includeInternalTypes: true))
            services.AddScoped(found.InterfaceType, found.ValidatorType);
        foreach (var module in modules)
        {
            AddContext(services, module);
            module.AddServices(services, configuration);
        }

        return services;
    }

    /// <summary>Registers a module's context under the interface that its handlers see.</summary>
    public static IServiceCollection AddWindow<TWindow, TContext>(this IServiceCollection services)
        where TWindow : class
        where TContext : ModuleDbContext, TWindow =>
        services.AddScoped<TWindow>(provider => provider.GetRequiredService<TContext>());

    /// <summary>Registers a job of the module.</summary>
    public static IServiceCollection AddJob(this IServiceCollection services, ScheduledJob job) => services.AddSingleton(job);

    private static void AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        var database = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        services.AddSingleton(database.CreateProvider());
        services.AddSingleton<WriteGate>();
        services.AddSingleton<JobBoard>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Time.HolidayCalendar.Vietnam);
        services.AddSingleton(new HostIdentity(
            configuration["Host:Name"] ?? $"{Environment.MachineName}-{Environment.ProcessId}"));
        services.AddScoped<CurrentUser>();
        services.AddScoped<ICurrentUser>(provider => provider.GetRequiredService<CurrentUser>());
        services.AddScoped<RequestContext>();
        services.AddScoped<Guardian>();
        services.AddScoped<ContextServices>();
        services.AddContext<PlatformDbContext>(PlatformModel.Schema);
        services.AddScoped<Claims>();
        services.AddScoped<AuditSealer>();
        services.AddScoped<AuditVerifier>();
        services.Configure<RelayOptions>(configuration.GetSection(RelayOptions.Section));
        services.AddSingleton<RelaySignal>();
        services.AddSingleton<OutboxRelay>();
        services.AddHostedService<RelayService>();
        services.AddHostedService<AuditSealingService>();
        services.AddSingleton<Migrator>();
        services.AddDataProtection();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDatabase>();
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
    }

    private static void AddContext(IServiceCollection services, IModule module) => typeof(Registration)
        .GetMethod(nameof(AddContextOfModule), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(module.ContextType)
        .Invoke(null, [services, Schemas.Of(module.Name)]);

    private static void AddContextOfModule<TContext>(IServiceCollection services, string schema)
        where TContext : ModuleDbContext => services.AddContext<TContext>(schema);

    private static void AddContext<TContext>(this IServiceCollection services, string schema)
        where TContext : ModuleDbContext =>
        services.AddDbContext<TContext>(
            (provider, options) => provider.GetRequiredService<IDatabaseProvider>().Configure(options, schema),

            // The same for every scope: made anew for each, the options were a tenth of the time of a small read.
            optionsLifetime: ServiceLifetime.Singleton);
}
