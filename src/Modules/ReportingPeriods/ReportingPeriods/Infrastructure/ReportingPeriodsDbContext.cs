using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Units;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Infrastructure;

/// <summary>The module's schema, <c>reporting_periods</c>.</summary>
internal sealed class ReportingPeriodsDbContext(DbContextOptions<ReportingPeriodsDbContext> options, ContextServices services)
    : ModuleDbContext(options, services), IReportingPeriodsDb
{
    private const int CodeLength = 60;

    public override string Schema => Schemas.Of("ReportingPeriods");

    public DbSet<Cycle> Cycles => Set<Cycle>();

    public DbSet<ReportingPeriod> Periods => Set<ReportingPeriod>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<CellList> CellLists => Set<CellList>();

    public DbSet<UnitObligation> Obligations => Set<UnitObligation>();

    public DbSet<Extension> Extensions => Set<Extension>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<UnitPlace> UnitPlaces => Set<UnitPlace>();

    public void Forget() => ChangeTracker.Clear();

    protected override void Map(ModelBuilder model)
    {
        model.MapUnitPlaces();
        MapCycles(model);
        MapPeriods(model);
        MapObligations(model);
        model.Entity<Reminder>(reminder =>
        {
            reminder.ToTable("Reminders");
            reminder.HasKey(r => new { r.ObligationId, r.RuleDays, r.DueOn });
            reminder.HasIndex(r => new { r.PeriodId, r.RecordedAt, r.Number });
        });
    }

    private static void MapCycles(ModelBuilder model)
    {
        model.Entity<Cycle>(cycle =>
        {
            cycle.ToTable("Cycles");
            cycle.HasKey(c => c.Id);
            cycle.Property(c => c.Code).HasMaxLength(CodeLength);
            cycle.HasIndex(c => c.Code).IsUnique();
            cycle.Property(c => c.Windows).IsJson();
        });
        model.Entity<Assignment>(assignment =>
        {
            assignment.ToTable("Assignments");
            assignment.HasKey(a => a.Id);
            assignment.Property(a => a.Code).HasMaxLength(CodeLength);
            assignment.Property(a => a.SetCode).HasMaxLength(CodeLength);
            assignment.HasIndex(a => new { a.CycleId, a.Code }).IsUnique();
            assignment.HasOne<Cycle>().WithMany().HasForeignKey(a => a.CycleId).OnDelete(DeleteBehavior.Restrict);
            assignment.Property(a => a.UnitTypes).IsJson();
            assignment.Property(a => a.IndicatorCodes).IsJson();
        });
    }

    private static void MapPeriods(ModelBuilder model)
    {
        model.Entity<ReportingPeriod>(period =>
        {
            period.ToTable("Periods");
            period.HasKey(p => p.Id);
            period.Property(p => p.Code).HasMaxLength(CodeLength);
            period.HasIndex(p => p.Code).IsUnique();
            period.HasOne<Cycle>().WithMany().HasForeignKey(p => p.CycleId).OnDelete(DeleteBehavior.Restrict);
            period.HasMany(p => p.Tiers).WithOne().HasForeignKey(t => t.PeriodId);
        });
        model.Entity<PeriodTier>(tier =>
        {
            tier.ToTable("PeriodTiers");
            tier.HasKey(t => new { t.PeriodId, t.Tier });
        });
    }

    private static void MapObligations(ModelBuilder model)
    {
        model.Entity<CellList>(list =>
        {
            list.ToTable("CellLists");
            list.HasKey(l => l.Id);
            list.HasIndex(l => l.PeriodId);
        });
        model.Entity<UnitObligation>(obligation =>
        {
            obligation.ToTable("Obligations");
            obligation.HasKey(o => o.Id);
            obligation.Property(o => o.UnitType).HasMaxLength(40);
            obligation.Property(o => o.SetCode).HasMaxLength(CodeLength);
            obligation.HasIndex(o => new { o.PeriodId, o.Number }).IsUnique();
            obligation.HasIndex(o => new { o.PeriodId, o.UnitId, o.SetCode }).IsUnique();
            obligation.HasIndex(o => o.UnitId);
            obligation.HasOne<ReportingPeriod>().WithMany().HasForeignKey(o => o.PeriodId).OnDelete(DeleteBehavior.Restrict);
            obligation.HasOne<CellList>().WithMany().HasForeignKey(o => o.CellListId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Extension>(extension =>
        {
            extension.ToTable("Extensions");
            extension.HasKey(e => new { e.ObligationId, e.ExtendedTo });
            extension.Property(e => e.Reason).HasMaxLength(1000);
        });
    }
}
