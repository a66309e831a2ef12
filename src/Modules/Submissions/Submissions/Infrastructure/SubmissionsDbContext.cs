using LearningCity.BuildingBlocks.Data;
using LearningCity.Submissions.Application;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Infrastructure;

/// <summary>The module's schema, <c>submissions</c>.</summary>
internal sealed class SubmissionsDbContext(DbContextOptions<SubmissionsDbContext> options, ContextServices services)
    : ModuleDbContext(options, services), ISubmissionsDb
{
    public override string Schema => Schemas.Of("Submissions");

    protected override void Map(ModelBuilder model)
    {
    }
}
