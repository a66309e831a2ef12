using LearningCity.BuildingBlocks.Data;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;
using LearningCity.CriteriaCatalog.Domain.ReferenceSeries;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Infrastructure;

/// <summary>The module's schema, <c>criteria_catalog</c>.</summary>
internal sealed class CriteriaCatalogDbContext(DbContextOptions<CriteriaCatalogDbContext> options, ContextServices services)
    : ModuleDbContext(options, services), ICriteriaCatalogDb
{
    private const int LongestText = 4000;

    public override string Schema => Schemas.Of("CriteriaCatalog");

    public DbSet<CriteriaSet> Sets => Set<CriteriaSet>();

    public DbSet<SetVersion> Versions => Set<SetVersion>();

    public DbSet<CatalogIndicator> Indicators => Set<CatalogIndicator>();

    public DbSet<Crosswalk> Crosswalks => Set<Crosswalk>();

    public DbSet<CrosswalkHead> CrosswalkHeads => Set<CrosswalkHead>();

    public DbSet<Series> Series => Set<Series>();

    public DbSet<SeriesRelease> Releases => Set<SeriesRelease>();

    public DbSet<Observation> Observations => Set<Observation>();

    protected override void Map(ModelBuilder model)
    {
        CrosswalkModel.Map(model);
        SeriesModel.Map(model);
        model.Entity<CriteriaSet>(set =>
        {
            set.ToTable("sets");
            set.Property(s => s.Code).HasMaxLength(DraftRules.LongestCode);
            set.HasIndex(s => s.Code).IsUnique();
        });
        model.Entity<SetVersion>(version =>
        {
            version.ToTable("versions");
            version.Property(v => v.SetCode).HasMaxLength(DraftRules.LongestCode);
            version.Property(v => v.Content).HasConversion<PackConverter>().HasMaxLength(-1);
            version.Property(v => v.ContentHash).HasMaxLength(64);
            version.Property(v => v.NameVi).HasMaxLength(LongestText);
            version.Property(v => v.NameEn).HasMaxLength(LongestText);
            version.HasOne<CriteriaSet>().WithMany().HasForeignKey(v => v.SetId).OnDelete(DeleteBehavior.Restrict);

            // Two hosts that load the same pack, or two editors that import the same version: one is first, the other is told.
            version.HasIndex(v => new { v.SetCode, v.Number }).IsUnique();
        });
        model.Entity<CatalogIndicator>(indicator =>
        {
            indicator.ToTable("indicators");
            indicator.Property(i => i.SetCode).HasMaxLength(DraftRules.LongestCode);
            indicator.Property(i => i.Code).HasMaxLength(DraftRules.LongestCode);
            indicator.Property(i => i.SortKey).HasMaxLength(DraftRules.LongestCode * 12);
            indicator.Property(i => i.NameVi).HasMaxLength(LongestText);
            indicator.Property(i => i.NameEn).HasMaxLength(LongestText);
            indicator.Property(i => i.SearchText).HasMaxLength(-1);
            indicator.HasOne<CriteriaSet>().WithMany().HasForeignKey(i => i.SetId).OnDelete(DeleteBehavior.Restrict);
            indicator.HasIndex(i => new { i.SetId, i.Code }).IsUnique();
        });
    }
}
