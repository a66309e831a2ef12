using LearningCity.Analytics.Application;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Infrastructure;

/// <summary>The module's schema, <c>analytics</c>.</summary>
internal sealed class AnalyticsDbContext(DbContextOptions<AnalyticsDbContext> options, ContextServices services)
    : ModuleDbContext(options, services), IAnalyticsDb
{
    public override string Schema => Schemas.Of("Analytics");

    public DbSet<RollupPeriod> Periods => Set<RollupPeriod>();

    public DbSet<RollupRow> Rollups => Set<RollupRow>();

    public DbSet<DirtyUnit> DirtyUnits => Set<DirtyUnit>();

    public DbSet<TracedFigure> TracedFigures => Set<TracedFigure>();

    public DbSet<Briefing> Briefings => Set<Briefing>();

    public DbSet<BriefingFile> BriefingFiles => Set<BriefingFile>();

    public DbSet<WordFile> WordFiles => Set<WordFile>();

    public DbSet<DocumentTemplate> Templates => Set<DocumentTemplate>();

    public void Forget() => ChangeTracker.Clear();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<RollupPeriod>(period =>
        {
            period.ToTable("rollup_periods");
            period.HasKey(p => p.PeriodId);
            period.Property(p => p.PeriodCode).HasMaxLength(40);
            period.Property(p => p.Columns).HasMaxLength(-1);
            period.HasIndex(p => p.WantsRecompute);
        });
        model.Entity<RollupRow>(row =>
        {
            row.ToTable("rollups");

            // The natural key comes first on every read: one look-up gives all figures of a unit.
            row.HasKey(r => new { r.EditionId, r.PeriodId, r.Relation, r.UnitId });
        });
        model.Entity<DirtyUnit>(dirty =>
        {
            dirty.ToTable("dirty_units");
            dirty.HasKey(d => new { d.PeriodId, d.UnitId });
            dirty.HasIndex(d => d.Mark);
        });
        model.Entity<TracedFigure>(figure =>
        {
            figure.ToTable("traced_figures");
            figure.HasKey(f => f.Code);
            figure.Property(f => f.Code).HasMaxLength(20);
        });
        model.Entity<Briefing>(briefing =>
        {
            briefing.ToTable("briefings");
            briefing.HasKey(b => b.Id);
            briefing.Property(b => b.Kind).HasDefaultValue(DocumentKind.Briefing);
            briefing.Property(b => b.PeriodCode).HasMaxLength(40);
            briefing.Property(b => b.OnceKey).HasMaxLength(200);
            briefing.Property(b => b.Error).HasMaxLength(1000);
            briefing.Property(b => b.Sha256).HasMaxLength(64);
            briefing.HasIndex(b => b.OnceKey).IsUnique();
            briefing.HasIndex(b => new { b.State, b.DueAt });
            briefing.HasIndex(b => new { b.Kind, b.RequestedAt });
        });
        model.Entity<BriefingFile>(file =>
        {
            file.ToTable("briefing_files");
            file.HasKey(f => f.BriefingId);
        });
        model.Entity<WordFile>(file =>
        {
            file.ToTable("word_files");
            file.HasKey(f => f.DocumentId);
            file.Property(f => f.Sha256).HasMaxLength(64);
        });
        model.Entity<DocumentTemplate>(template =>
        {
            template.ToTable("document_templates");
            template.HasKey(t => t.UnitId);
            template.Property(t => t.Content).HasMaxLength(-1);
        });
    }
}
