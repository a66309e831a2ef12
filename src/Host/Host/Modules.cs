using LearningCity.Access;
using LearningCity.Analytics;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.CriteriaCatalog;
using LearningCity.ReportingPeriods;
using LearningCity.Submissions;
using LearningCity.UnitRegistry;

namespace LearningCity.Host;

/// <summary>The one list of modules: start-up, migrations and architecture tests all read it.</summary>
public static class Modules
{
    /// <summary>In the order of their dependencies: a module knows contracts of earlier ones only.</summary>
    public static IReadOnlyList<IModule> All { get; } =
    [
        new AccessModule(),
        new CriteriaCatalogModule(),
        new UnitRegistryModule(),
        new ReportingPeriodsModule(),
        new SubmissionsModule(),
        new AnalyticsModule(),
    ];
}
