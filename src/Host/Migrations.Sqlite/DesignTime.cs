using LearningCity.Access.Infrastructure;
using LearningCity.Analytics.Infrastructure;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.CriteriaCatalog.Infrastructure;
using LearningCity.ReportingPeriods.Infrastructure;
using LearningCity.Submissions.Infrastructure;
using LearningCity.UnitRegistry.Infrastructure;

namespace LearningCity.Migrations.Sqlite;

/// <summary>Tells the migrations tool how contexts are made for this provider; no database is contacted.</summary>
internal static class DesignTime
{
    internal static readonly DatabaseOptions Options = new()
    {
        Provider = "sqlite",
        ConnectionString = "Data Source=design.db",
    };
}

internal sealed class PlatformDesign() : DesignTimeFactory<PlatformDbContext>(DesignTime.Options);

internal sealed class AccessDesign() : DesignTimeFactory<AccessDbContext>(DesignTime.Options);

internal sealed class CriteriaCatalogDesign() : DesignTimeFactory<CriteriaCatalogDbContext>(DesignTime.Options);

internal sealed class UnitRegistryDesign() : DesignTimeFactory<UnitRegistryDbContext>(DesignTime.Options);

internal sealed class ReportingPeriodsDesign() : DesignTimeFactory<ReportingPeriodsDbContext>(DesignTime.Options);

internal sealed class SubmissionsDesign() : DesignTimeFactory<SubmissionsDbContext>(DesignTime.Options);

internal sealed class AnalyticsDesign() : DesignTimeFactory<AnalyticsDbContext>(DesignTime.Options);
