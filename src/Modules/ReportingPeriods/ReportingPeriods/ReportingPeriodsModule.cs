using System.Reflection;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Navigation;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Api;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Application.Meetings;
using LearningCity.ReportingPeriods.Application.Plans;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Infrastructure;
using LearningCity.ReportingPeriods.Infrastructure.Demonstration;
using LearningCity.ReportingPeriods.Ui.Meetings;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.ReportingPeriods;

/// <summary>The module as the host sees it.</summary>
public sealed class ReportingPeriodsModule : IModule
{
    /// <inheritdoc />
    public string Name => "ReportingPeriods";

    /// <inheritdoc />
    public Assembly ContractsAssembly => ReportingPeriodsContracts.Assembly;

    /// <inheritdoc />
    public Type ContextType => typeof(ReportingPeriodsDbContext);

    /// <inheritdoc />
    public IReadOnlyList<Permission> Permissions => ReportingPeriodsPermissions.All;

    /// <inheritdoc />
    public IReadOnlyList<NavigationItem> Navigation { get; } =
    [
        new NavigationItem(
            ReportingPeriodsPermissions.Read.Code, "/periods", new LocalText("Kỳ báo cáo", "Periods"), "calendar", 40),
        new NavigationItem(
            ReportingPeriodsPermissions.Read.Code, "/meetings", new LocalText("Họp và nhiệm vụ", "Meetings, tasks"), "meeting", 45),
    ];

    /// <inheritdoc />
    public IReadOnlyList<PagePart> PageParts { get; } =
        [new(PageSlot.Home, ReportingPeriodsPermissions.Read.Code, typeof(HomeMeetingsPart), 20)];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddWindow<IReportingPeriodsDb, ReportingPeriodsDbContext>();
        services.AddScoped<ObligationSource>();
        services.AddScoped<CityCalendar>();
        services.AddScoped<Escalation>();
        services.AddScoped<ReminderRecorder>();
        services.AddScoped<LateUnits>();
        services.AddScoped<UnitNames>();
        services.AddScoped<MeetingAccess>();
        services.AddScoped<MeetingChecks>();
        services.AddScoped<MeetingViews>();
        services.AddScoped<TaskNotices>();
        services.AddScoped<TaskViews>();
        services.AddScoped<PlanMaker>();
        services.AddScoped<IStartupTask, EnsureBuiltInCycles>();
        PeriodJobs.AddTo(services);
        if (!configuration.GetValue("Demonstration:Enabled", false)) return;
        services.AddScoped<DemonstrationActors>();
        services.AddScoped<IDemonstration, PeriodsDemonstration>();
        services.AddScoped<IDemonstration, MeetingsDemonstration>();
        services.AddScoped<IDemonstration, ConclusionsDemonstration>();
    }

    /// <inheritdoc />
    public void MapEndpoints(IEndpointRouteBuilder api) => PeriodEndpoints.Map(api);
}
