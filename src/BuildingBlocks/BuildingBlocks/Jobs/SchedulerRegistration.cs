using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace LearningCity.BuildingBlocks.Jobs;

/// <summary>Quartz with its store in the product's own database (ADR 7).</summary>
public static class SchedulerRegistration
{
    /// <summary>
    /// Runs the registered jobs on this host, unless <c>Jobs:Enabled</c> is false. SQLite refuses a cluster, so there each host has a
    /// scheduler of its own name; elsewhere all hosts are one cluster. Either way a job that fires twice does its work once. A city may
    /// give a job other times: <c>Jobs:Cron:{name of the job}</c>.
    /// </summary>
    public static IServiceCollection AddScheduler(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (!configuration.GetValue("Jobs:Enabled", true)) return services;
        var database = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        var provider = database.CreateProvider();
        var jobs = services.Where(service => service.ServiceType == typeof(ScheduledJob))
            .Select(service => (ScheduledJob)service.ImplementationInstance!).ToList();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
                scheduler.InstanceName = provider.HasSchemas ? "learningcity" : $"learningcity-{configuration["Host:Name"]}");
            quartz.UsePersistentStore(store =>
            {
                provider.ConfigureScheduler(store);
                store.ProvisionSchema();
                store.UseExecutionHistory();
            });
            foreach (var job in jobs)
            {
                quartz.ScheduleJob<CommandJob>(
                    trigger => trigger.WithIdentity(job.Name).WithCronSchedule(
                        configuration[$"Jobs:Cron:{job.Name}"] ?? job.Cron, cron => cron.InTimeZone(CityTime.Zone)),
                    detail => detail.WithIdentity(job.Name));
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }
}
