using LearningCity.BuildingBlocks.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.BuildingBlocks.Platform;

/// <summary>Owns the schema <c>platform</c> and its migrations, and serves what belongs to no module: relay, sealing, claims.</summary>
public sealed class PlatformDbContext(DbContextOptions<PlatformDbContext> options, ContextServices services)
    : ModuleDbContext(options, services)
{
    /// <inheritdoc />
    public override string Schema => PlatformModel.Schema;

    /// <summary>Keys that protect cookies and forms.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Keys held by one host at a time.</summary>
    public DbSet<Claim> Claims => Set<Claim>();

    /// <inheritdoc />
    protected override void Map(ModelBuilder model)
    {
    }
}
