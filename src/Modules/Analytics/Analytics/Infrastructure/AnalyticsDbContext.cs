using LearningCity.Analytics.Application;
using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Domain.Editions;
using LearningCity.Analytics.Domain.Quality;
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

    public DbSet<Edition> Editions => Set<Edition>();

    public DbSet<EditionItem> EditionItems => Set<EditionItem>();

    public DbSet<SealedContent> SealedContents => Set<SealedContent>();

    public DbSet<QualityFinding> Findings => Set<QualityFinding>();

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
        MapEditions(model);
        MapQuality(model);
        model.Entity<Briefing>(briefing =>
        {
            briefing.ToTable("briefings");
            briefing.HasKey(b => b.Id);
            briefing.Property(b => b.Kind).HasDefaultValue(DocumentKind.Briefing);
            briefing.Property(b => b.Edition).HasMaxLength(20).HasDefaultValue("live");
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

    private static void MapQuality(ModelBuilder model) => model.Entity<QualityFinding>(finding =>
    {
        finding.ToTable("quality_findings");
        finding.HasKey(f => f.Id);
        finding.Property(f => f.UnitCode).HasMaxLength(60);
        finding.Property(f => f.IndicatorCode).HasMaxLength(60);
        finding.Property(f => f.Key).HasMaxLength(200);
        finding.Property(f => f.Note).HasMaxLength(2000);

        // A check that runs twice finds one thing once.
        finding.HasIndex(f => new { f.PeriodId, f.UnitId, f.IndicatorId, f.Kind }).IsUnique();
        finding.HasIndex(f => new { f.PeriodId, f.State, f.Weight });
    });

    private static void MapEditions(ModelBuilder model)
    {
        model.Entity<Edition>(edition =>
        {
            edition.ToTable("editions");
            edition.HasKey(e => e.Id);
            edition.Property(e => e.PeriodCode).HasMaxLength(40);
            edition.Property(e => e.Statement).HasMaxLength(2000);
            edition.Property(e => e.Columns).HasMaxLength(-1);
            edition.Property(e => e.Hash).HasMaxLength(64);

            // What must happen once: of two hosts that seal, one writes the number.
            edition.HasIndex(e => new { e.PeriodId, e.Number }).IsUnique();
            edition.HasIndex(e => e.SealedAt);
        });
        model.Entity<EditionItem>(item =>
        {
            item.ToTable("edition_items");
            item.HasKey(i => new { i.EditionId, i.Name });
            item.Property(i => i.Name).HasMaxLength(60);
            item.Property(i => i.Sha256).HasMaxLength(64);
        });
        model.Entity<SealedContent>(content =>
        {
            content.ToTable("sealed_contents");
            content.HasKey(c => c.Sha256);
            content.Property(c => c.Sha256).HasMaxLength(64);
        });
    }
}
