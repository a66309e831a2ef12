using LearningCity.BuildingBlocks.Data;
using LearningCity.Analytics.Application;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Infrastructure;

/// <summary>The module's schema, <c>analytics</c>.</summary>
internal sealed class AnalyticsDbContext(DbContextOptions<AnalyticsDbContext> options, ContextServices services)
    : ModuleDbContext(options, services), IAnalyticsDb
{
    public override string Schema => Schemas.Of("Analytics");

    protected override void Map(ModelBuilder model)
    {
    }
}
