using LearningCity.BuildingBlocks.Data;
using LearningCity.ReportingPeriods.Application;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Infrastructure;

/// <summary>The module's schema, <c>reporting_periods</c>.</summary>
internal sealed class ReportingPeriodsDbContext(DbContextOptions<ReportingPeriodsDbContext> options, ContextServices services)
    : ModuleDbContext(options, services), IReportingPeriodsDb
{
    public override string Schema => Schemas.Of("ReportingPeriods");

    protected override void Map(ModelBuilder model)
    {
    }
}
