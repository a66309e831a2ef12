using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Units;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.ReportingPeriods.Domain.Meetings;
using LearningCity.ReportingPeriods.Domain.Plans;
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

    public DbSet<ManualReminder> ManualReminders => Set<ManualReminder>();

    public DbSet<ReminderPolicy> ReminderPolicies => Set<ReminderPolicy>();

    public DbSet<ReviewerDigest> Digests => Set<ReviewerDigest>();

    public DbSet<DayEdit> DayEdits => Set<DayEdit>();

    public DbSet<ExtensionRequest> ExtensionRequests => Set<ExtensionRequest>();

    public DbSet<HandOver> HandOvers => Set<HandOver>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<GivenTask> Tasks => Set<GivenTask>();

    public DbSet<TaskNote> TaskNotes => Set<TaskNote>();

    public DbSet<TaskIndicator> TaskIndicators => Set<TaskIndicator>();

    public DbSet<TaskMatter> TaskMatters => Set<TaskMatter>();

    public DbSet<TaskReminder> TaskReminders => Set<TaskReminder>();

    public DbSet<UnitPlan> Plans => Set<UnitPlan>();

    public DbSet<PlanFile> PlanFiles => Set<PlanFile>();

    public DbSet<UnitPlace> UnitPlaces => Set<UnitPlace>();

    public void Forget() => ChangeTracker.Clear();

    protected override void Map(ModelBuilder model)
    {
        model.MapUnitPlaces();
        MapCycles(model);
        MapPeriods(model);
        MapObligations(model);
        MapRequests(model);
        MapReminders(model);
        model.MapMeetings();
    }

    private static void MapReminders(ModelBuilder model)
    {
        model.Entity<Reminder>(reminder =>
        {
            reminder.ToTable("Reminders");
            reminder.HasKey(r => new { r.ObligationId, r.RuleDays, r.DueOn });
            reminder.HasIndex(r => new { r.PeriodId, r.RecordedAt, r.Number });
        });
        model.Entity<ManualReminder>(reminder =>
        {
            reminder.ToTable("ManualReminders");
            reminder.HasKey(r => new { r.PeriodId, r.UnitId, r.Day });
        });
        model.Entity<ReminderPolicy>(policy =>
        {
            policy.ToTable("ReminderPolicies");
            policy.HasKey(p => p.Key);
            policy.Property(p => p.Key).HasMaxLength(CodeLength);
            policy.Property(p => p.Rules).IsJson();
        });
        model.Entity<ReviewerDigest>(digest =>
        {
            digest.ToTable("ReviewerDigests");
            digest.HasKey(d => new { d.ReviewerUnitId, d.Day });
            digest.HasIndex(d => d.Day);
        });
        model.Entity<DayEdit>(edit =>
        {
            edit.ToTable("CalendarDays");
            edit.HasKey(e => new { e.Day, e.Revision });
            edit.Property(e => e.Decision).HasMaxLength(200);
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
            cycle.Property(c => c.Prefix).HasMaxLength(10);
            cycle.Property(c => c.Windows).IsJson();
            cycle.Property(c => c.Earlier).IsJson();
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
            assignment.Property(a => a.GroupIds).IsJson();
            assignment.Property(a => a.IncludedUnitIds).IsJson();
            assignment.Property(a => a.ExcludedUnitIds).IsJson();
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

    private static void MapRequests(ModelBuilder model)
    {
        model.Entity<ExtensionRequest>(request =>
        {
            request.ToTable("ExtensionRequests");
            request.HasKey(r => r.Id);
            request.HasIndex(r => new { r.ObligationId, r.Number }).IsUnique();
            request.HasIndex(r => new { r.State, r.AskedAt });
            request.Property(r => r.Reason).HasMaxLength(1000);
            request.Property(r => r.Answer).HasMaxLength(1000);
        });
        model.Entity<HandOver>(handOver =>
        {
            handOver.ToTable("HandOvers");
            handOver.HasKey(h => new { h.ObligationId, h.Number });
            handOver.HasIndex(h => h.PeriodId);
            handOver.Property(h => h.Reason).HasMaxLength(1000);
        });
    }
}
