using LearningCity.BuildingBlocks.Data;
using LearningCity.UnitRegistry.Application;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Infrastructure;

/// <summary>The module's schema, <c>unit_registry</c>.</summary>
internal sealed class UnitRegistryDbContext(DbContextOptions<UnitRegistryDbContext> options, ContextServices services)
    : ModuleDbContext(options, services), IUnitRegistryDb
{
    public override string Schema => Schemas.Of("UnitRegistry");

    protected override void Map(ModelBuilder model)
    {
    }
}
