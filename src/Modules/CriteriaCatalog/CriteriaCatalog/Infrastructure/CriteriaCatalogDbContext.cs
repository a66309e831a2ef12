using LearningCity.BuildingBlocks.Data;
using LearningCity.CriteriaCatalog.Application;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Infrastructure;

/// <summary>The module's schema, <c>criteria_catalog</c>.</summary>
internal sealed class CriteriaCatalogDbContext(DbContextOptions<CriteriaCatalogDbContext> options, ContextServices services)
    : ModuleDbContext(options, services), ICriteriaCatalogDb
{
    public override string Schema => Schemas.Of("CriteriaCatalog");

    protected override void Map(ModelBuilder model)
    {
    }
}
