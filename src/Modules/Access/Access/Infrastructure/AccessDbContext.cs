using LearningCity.BuildingBlocks.Data;
using LearningCity.Access.Application;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Infrastructure;

/// <summary>The module's schema, <c>access</c>.</summary>
internal sealed class AccessDbContext(DbContextOptions<AccessDbContext> options, ContextServices services)
    : ModuleDbContext(options, services), IAccessDb
{
    public override string Schema => Schemas.Of("Access");

    protected override void Map(ModelBuilder model)
    {
    }
}
