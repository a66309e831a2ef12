using System.Reflection;
using LearningCity.Analytics.Api;
using LearningCity.Analytics.Application;
using LearningCity.Analytics.Application.Boards;
using LearningCity.Analytics.Application.Boundaries;
using LearningCity.Analytics.Application.Briefings;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Explorer;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Peers;
using LearningCity.Analytics.Application.Reports;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Application.Templates;
using LearningCity.Analytics.Contracts;
using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Infrastructure;
using LearningCity.Analytics.Infrastructure.Pdf;
using LearningCity.Analytics.Ui.Paper;
using LearningCity.Analytics.Ui.Reports;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Jobs;
using LearningCity.BuildingBlocks.Navigation;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using MediatR;
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
    public IReadOnlyList<NavigationItem> Navigation =>
    [
        new(AnalyticsPermissions.ReadCode, "/dashboard", new LocalText("Bảng điều hành", "Dashboard"), "dashboard", 60),
        new(AnalyticsPermissions.ReadCode, "/scorecards", new LocalText("Phiếu đánh giá", "Scorecards"), "check", 61),
        new(AnalyticsPermissions.ReadCode, "/explorer", new LocalText("Tra cứu số liệu", "Explorer"), "search", 62),
        new(AnalyticsPermissions.QualityCode, "/quality", new LocalText("Chất lượng số liệu", "Data quality"), "alert", 64),
        new(AnalyticsPermissions.EditCatalogueCode, "/trials", new LocalText("Thử quy tắc", "Try a rule"), "eye", 66),
        new(AnalyticsPermissions.ReadCode, "/briefings", new LocalText("Báo cáo nhanh", "Briefings"), "briefing", 70),
        new(AnalyticsPermissions.ReadCode, "/reports", new LocalText("Báo cáo tổng hợp", "Reports and briefs"), "report", 72),
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddWindow<IAnalyticsDb, AnalyticsDbContext>();
        services.AddSingleton<FrameCache>().AddSingleton<FoldSignal>().AddSingleton<KnownTraces>().AddSingleton<BriefingSignal>();
        services.AddScoped<PeriodFrames>().AddScoped<FullComputation>().AddScoped<RollupWriter>().AddScoped<DirtyUnits>();
        services.AddScoped<RollupPeriods>().AddScoped<FigureReader>().AddScoped<TraceBook>().AddScoped<ReadingScope>();
        services.AddScoped<ContributionLoader>().AddScoped<BoundaryReader>().AddScoped<AreaHistories>();
        services.AddSingleton<KeptPages>().AddScoped<IPipelineBehavior<GetRollups, Result<RollupPage>>, KeptRollups>();
        services.AddSingleton<EditionCache>().AddScoped<FrameBuilder>().AddScoped<SupplementSource>().AddScoped<EditionFrames>().AddScoped<EditionContents>();
        services.AddScoped<TracedSubmissions>().AddScoped<EditionFreezer>().AddScoped<EditionReader>().AddScoped<SealingChecks>().AddScoped<Restatements>();
        services.AddScoped<ChosenFigures>();
        services.AddScoped<StandingReader>().AddScoped<BriefingAccess>();
        services.AddScoped<ReportReader>().AddScoped<TemplateReader>().AddScoped<DocumentKeeper>().AddScoped<DocumentSchedule>().AddScoped<IUnitTexts, NarrativeTexts>().AddScoped<IUnitTexts, MatterTexts>();
        services.AddSingleton<UnescoQuestions>().AddSingleton<TraceAddress>();
        services.AddSingleton<PeerBook>();
        services.Configure<LeagueOptions>(configuration.GetSection(LeagueOptions.Section));
        services.Configure<PdfOptions>(configuration.GetSection(PdfOptions.Section));
        services.AddSingleton<IPdfPrinter, ChromiumPrinter>();
        services.AddScoped<IBriefingPaper, BriefingPaper>();
        services.AddJob(new ScheduledJob(
            "analytics.ask_by_calendar", "0 0 5 * * ?", new LocalText("Yêu cầu báo cáo nhanh theo lịch tháng", "Ask for briefings by the calendar"),
            () => new AskByCalendar()));
        services.AddJob(new ScheduledJob(
            "analytics.ask_before_meetings", "0 10 5 * * ?", new LocalText("Yêu cầu báo cáo nhanh trước cuộc họp", "Ask for briefings before meetings"),
            () => new AskBeforeMeetings()));
        services.AddHostedService<FoldService>();
        services.AddHostedService<BriefingService>();
        if (configuration.GetValue("Demonstration:Enabled", false)) services.AddScoped<IDemonstration, AnalyticsDemonstration>();
    }

    /// <inheritdoc />
    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        api.MapAnalytics();
        api.MapReports();
        api.MapTemplates();
        api.MapEditions();
        api.MapJudging();
    }
}
