using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Units;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Domain;
using LearningCity.Submissions.Domain.Difficulties;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Infrastructure;

/// <summary>The module's schema, <c>submissions</c>.</summary>
internal sealed class SubmissionsDbContext(DbContextOptions<SubmissionsDbContext> options, ContextServices services)
    : ModuleDbContext(options, services), ISubmissionsDb
{
    public override string Schema => Schemas.Of("Submissions");

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<DraftSheet> Sheets => Set<DraftSheet>();

    public DbSet<SheetVersion> SheetVersions => Set<SheetVersion>();

    public DbSet<Presence> Presences => Set<Presence>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<CellReturn> CellReturns => Set<CellReturn>();

    public DbSet<CellQuestion> CellQuestions => Set<CellQuestion>();

    public DbSet<ReviewShare> ReviewShares => Set<ReviewShare>();

    public DbSet<ReviewShareUnit> ReviewShareUnits => Set<ReviewShareUnit>();

    public DbSet<ReviewDelegation> ReviewDelegations => Set<ReviewDelegation>();

    public DbSet<ReleaseRule> ReleaseRules => Set<ReleaseRule>();

    public DbSet<Narrative> Narratives => Set<Narrative>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<EvidenceLink> EvidenceLinks => Set<EvidenceLink>();

    public DbSet<LayoutRow> Layouts => Set<LayoutRow>();

    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    public DbSet<Difficulty> Difficulties => Set<Difficulty>();

    public DbSet<DifficultyStep> DifficultySteps => Set<DifficultyStep>();

    public DbSet<DifficultyTheme> Themes => Set<DifficultyTheme>();

    public DbSet<UnitPlace> UnitPlaces => Set<UnitPlace>();

    public void Forget() => ChangeTracker.Clear();

    protected override void Map(ModelBuilder model)
    {
        model.MapUnitPlaces();
        MapSubmissions(model);
        MapSheets(model);
        MapReview(model);
        MapShares(model);
        MapEvidence(model);
        model.MapDifficulties();
    }

    private static void MapSubmissions(ModelBuilder model)
    {
        model.Entity<Submission>(submission =>
        {
            submission.HasKey(s => s.Id);
            submission.Property(s => s.UnitType).HasMaxLength(40);
            submission.Property(s => s.SetCode).HasMaxLength(80);
            submission.HasIndex(s => s.ObligationId).IsUnique();
            submission.HasIndex(s => s.Sequence).IsUnique();
            submission.HasIndex(s => new { s.PeriodId, s.UnitId });
            submission.HasIndex(s => new { s.ReviewerUnitId, s.PeriodId, s.State });
            submission.HasIndex(s => s.CarriedByUnitId);
            submission.Ignore(s => s.AnsweringUnitId);
            submission.HasIndex(s => s.UnitId);
        });
        model.Entity<Presence>(presence => presence.HasKey(p => new { p.SubmissionId, p.PersonId }));
        model.Entity<Narrative>(narrative =>
        {
            narrative.HasKey(n => n.SubmissionId);
            narrative.Property(n => n.Results).HasMaxLength(-1);
            narrative.Property(n => n.Shortcomings).HasMaxLength(-1);
            narrative.Property(n => n.Causes).HasMaxLength(-1);
            narrative.Property(n => n.NextTasks).HasMaxLength(-1);
        });
        model.Entity<ImportBatch>(batch =>
        {
            batch.HasKey(b => b.Id);
            batch.Property(b => b.Hash).HasMaxLength(64);
        });
    }

    private static void MapSheets(ModelBuilder model)
    {
        model.Entity<DraftSheet>(sheet =>
        {
            sheet.ToTable("Sheets");
            sheet.HasKey(s => s.SubmissionId);
            sheet.Property(s => s.Bases).HasMaxLength(-1);
        });
        model.Entity<SheetVersion>(version =>
        {
            version.HasKey(v => new { v.SubmissionId, v.Number });
            version.Property(v => v.Narrative).HasMaxLength(-1);
            version.Property(v => v.Bases).HasMaxLength(-1);

            // The sheets that count of a period lie together, for roll-ups that read them all.
            version.HasIndex(v => new { v.PeriodId, v.Counts, v.UnitId });
        });
        model.Entity<LayoutRow>(layout =>
        {
            layout.ToTable("SheetLayouts");
            layout.HasKey(l => l.CriteriaVersionId);
        });
    }

    private static void MapReview(ModelBuilder model)
    {
        model.Entity<Revision>(revision =>
        {
            revision.HasKey(r => new { r.SubmissionId, r.Number });
            revision.Property(r => r.Reason).HasMaxLength(2000);
            revision.Property(r => r.Bases).HasMaxLength(-1);
        });
        model.Entity<CellReturn>(cell =>
        {
            cell.HasKey(r => r.Id);
            cell.Property(r => r.Disaggregation).HasMaxLength(200);
            cell.Property(r => r.Reason).HasMaxLength(2000);
            cell.Property(r => r.Answer).HasMaxLength(2000);
            cell.HasIndex(r => new { r.SubmissionId, r.Place });
        });
        model.Entity<CellQuestion>(question =>
        {
            question.HasKey(q => q.Id);
            question.Property(q => q.Disaggregation).HasMaxLength(200);
            question.Property(q => q.Text).HasMaxLength(2000);
            question.Property(q => q.Answer).HasMaxLength(2000);
            question.HasIndex(q => new { q.SubmissionId, q.Place });
        });
        model.Entity<ReleaseRule>(rule =>
        {
            rule.HasKey(r => r.UnitType);
            rule.Property(r => r.UnitType).HasMaxLength(40);
        });
    }

    private static void MapShares(ModelBuilder model)
    {
        model.Entity<ReviewShare>(share =>
        {
            share.HasKey(s => s.Id);
            share.Property(s => s.EndReason).HasMaxLength(1000);
            share.HasIndex(s => new { s.BodyId, s.OfficerId });
        });
        model.Entity<ReviewShareUnit>(unit =>
        {
            unit.HasKey(u => new { u.ShareId, u.UnitId });
            unit.HasIndex(u => u.UnitId);
        });
        model.Entity<ReviewDelegation>(delegation =>
        {
            delegation.HasKey(d => d.Id);
            delegation.Property(d => d.Reason).HasMaxLength(1000);
            delegation.HasIndex(d => new { d.BodyId, d.ToOfficerId });
        });
    }

    private static void MapEvidence(ModelBuilder model)
    {
        model.Entity<Evidence>(evidence =>
        {
            evidence.ToTable("Evidence");
            evidence.HasKey(e => e.Id);
            evidence.Property(e => e.Hash).HasMaxLength(64);
            evidence.Property(e => e.MediaType).HasMaxLength(100);
            evidence.Property(e => e.FileName).HasMaxLength(255);
            evidence.Property(e => e.DocumentNumber).HasMaxLength(100);
            evidence.Property(e => e.Type).HasDefaultValue(EvidenceType.File);
            evidence.Property(e => e.Address).HasMaxLength(2000);
            evidence.Property(e => e.SignedMark).HasMaxLength(64);
            evidence.HasIndex(e => e.SubmissionId);
            evidence.HasIndex(e => new { e.UnitId, e.AddedAt });
        });
        model.Entity<EvidenceLink>(link =>
        {
            link.HasKey(l => new { l.EvidenceId, l.Place });
            link.HasIndex(l => l.SubmissionId);
        });
    }
}
