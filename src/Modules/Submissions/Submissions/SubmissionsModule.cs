using System.Reflection;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Navigation;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Api;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Consolidation;
using LearningCity.Submissions.Application.Difficulties;
using LearningCity.Submissions.Application.Import;
using LearningCity.Submissions.Application.Review;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Infrastructure;
using LearningCity.Submissions.Infrastructure.Demonstration;
using LearningCity.Submissions.Ui;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Submissions;

/// <summary>The module as the host sees it.</summary>
public sealed class SubmissionsModule : IModule
{
    /// <inheritdoc />
    public string Name => "Submissions";

    /// <inheritdoc />
    public Assembly ContractsAssembly => SubmissionsContracts.Assembly;

    /// <inheritdoc />
    public Type ContextType => typeof(SubmissionsDbContext);

    /// <inheritdoc />
    public IReadOnlyList<Permission> Permissions => SubmissionsPermissions.All;

    /// <inheritdoc />
    public IReadOnlyList<NavigationItem> Navigation { get; } =
    [
        new(SubmissionsPermissions.ReadCode, "/submissions", new LocalText("Báo cáo", "Reports"), "report", 10),
        new(SubmissionsPermissions.ReviewCode, "/review", new LocalText("Duyệt", "Review"), "inbox", 20),
        new(
            SubmissionsPermissions.ReadCode, "/difficulties", new LocalText("Khó khăn, kiến nghị", "Difficulties"), "difficulty", 25),
    ];

    /// <inheritdoc />
    public IReadOnlyList<PagePart> PageParts { get; } = [new(PageSlot.Home, "", typeof(HomeTasksPart), 10)];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddWindow<ISubmissionsDb, SubmissionsDbContext>();
        services.AddSingleton<FormCache>();
        services.AddScoped<Forms>();
        services.AddScoped<OpenSubmissions>();
        services.AddScoped<SubmissionAccess>();
        services.AddScoped<PeriodGate>();
        services.AddScoped<EarlierFigures>();
        services.AddScoped<GivenFigures>();
        services.AddScoped<YearFigures>();
        services.AddScoped<KnownFigures>();
        services.AddScoped<ConsolidatedFigures>();
        services.AddScoped<Submitting>();
        services.AddScoped<HeadRelease>();
        services.AddScoped<FlagReader>();
        services.AddScoped<InboxRows>();
        services.AddScoped<Threads>();
        services.AddScoped<ReviewBody>();
        services.AddScoped<Approving>();
        services.AddScoped<Names>();
        services.AddScoped<RowNames>();
        if (configuration["Evidence:Store"] == "s3") services.AddSingleton<IEvidenceStore, EvidenceBucket>();
        else services.AddSingleton<IEvidenceStore, EvidenceDirectory>();
        services.AddSingleton<IVirusScanner, ClamAvScanner>();
        services.AddScoped<DifficultyAccess>();
        services.AddScoped<DifficultyItems>();
        services.AddScoped<DifficultyNotices>();
        services.AddScoped<ImportPlanner>();
        services.AddScoped<ImportWriter>();
        if (!configuration.GetValue("Demonstration:Enabled", false)) return;
        services.AddScoped<Stage>();
        services.AddScoped<IDemonstration, SubmissionsDemonstration>();
        services.AddScoped<IDemonstration, DifficultiesDemonstration>();
    }

    /// <inheritdoc />
    public void MapEndpoints(IEndpointRouteBuilder api) => SubmissionsEndpoints.Map(api);
}
