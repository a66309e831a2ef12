using LearningCity.ReportingPeriods.Domain.Meetings;
using LearningCity.ReportingPeriods.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Infrastructure;

/// <summary>Tables of meetings, tasks and plans.</summary>
internal static class MeetingMapping
{
    private const int CodeLength = 40;
    private const int LongText = 4000;

    internal static void MapMeetings(this ModelBuilder model)
    {
        model.Entity<Meeting>(meeting =>
        {
            meeting.ToTable("Meetings");
            meeting.HasKey(m => m.Id);
            meeting.Property(m => m.UnitCode).HasMaxLength(CodeLength);
            meeting.Property(m => m.DocumentNumber).HasMaxLength(100);
            meeting.Property(m => m.Minutes).HasMaxLength(-1);
            meeting.Property(m => m.Agenda).IsJson();
            meeting.HasIndex(m => new { m.UnitId, m.Number }).IsUnique();
            meeting.HasIndex(m => new { m.HeldOn, m.UnitCode, m.Number });
        });
        model.Entity<UnitPlan>(plan =>
        {
            plan.ToTable("Plans");
            plan.HasKey(p => p.Id);
            plan.Property(p => p.UnitCode).HasMaxLength(CodeLength);
            plan.Property(p => p.Number).HasMaxLength(100);
            plan.Property(p => p.Link).HasMaxLength(1000);
            plan.Property(p => p.SetCode).HasMaxLength(60);
            plan.Property(p => p.FileName).HasMaxLength(255);
            plan.Property(p => p.FileHash).HasMaxLength(64);
            plan.Property(p => p.Targets).IsJson();
            plan.HasIndex(p => new { p.UnitId, p.Sequence }).IsUnique();
            plan.HasIndex(p => new { p.IssuedOn, p.UnitCode, p.Sequence });
        });
        model.Entity<PlanFile>(file =>
        {
            file.ToTable("PlanFiles");
            file.HasKey(f => f.PlanId);
        });
        MapTasks(model);
    }

    private static void MapTasks(ModelBuilder model)
    {
        model.Entity<GivenTask>(task =>
        {
            task.ToTable("Tasks");
            task.HasKey(t => t.Id);
            task.Property(t => t.ForUnitCode).HasMaxLength(CodeLength);
            task.Property(t => t.Text).HasMaxLength(LongText);
            task.Property(t => t.LastNote).HasMaxLength(LongText);
            task.Property(t => t.DocumentNumber).HasMaxLength(100);
            task.HasIndex(t => new { t.ForUnitId, t.Number }).IsUnique();
            task.HasIndex(t => new { t.DueOn, t.ForUnitCode, t.Number });
            task.HasIndex(t => new { t.OwnerUnitId, t.State });
            task.HasIndex(t => t.MeetingId);
            task.HasIndex(t => t.PlanId);
        });
        model.Entity<TaskNote>(note =>
        {
            note.ToTable("TaskNotes");
            note.HasKey(n => new { n.TaskId, n.Number });
            note.Property(n => n.Text).HasMaxLength(LongText + 100);
        });
        model.Entity<TaskIndicator>(indicator =>
        {
            indicator.ToTable("TaskIndicators");
            indicator.HasKey(i => new { i.TaskId, i.IndicatorId });
            indicator.Property(i => i.Code).HasMaxLength(80);
            indicator.Property(i => i.NameVi).HasMaxLength(1000);
            indicator.Property(i => i.NameEn).HasMaxLength(1000);
        });
        model.Entity<TaskMatter>(matter =>
        {
            matter.ToTable("TaskMatters");
            matter.HasKey(m => new { m.TaskId, m.MatterId });
            matter.HasIndex(m => m.MatterId);
        });
        model.Entity<TaskReminder>(reminder =>
        {
            reminder.ToTable("TaskReminders");
            reminder.HasKey(r => new { r.TaskId, r.RuleDays, r.DueOn });
        });
    }
}
