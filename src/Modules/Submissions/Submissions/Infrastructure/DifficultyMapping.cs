using LearningCity.Submissions.Domain.Difficulties;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Infrastructure;

/// <summary>Tables of difficulties, their steps and themes.</summary>
internal static class DifficultyMapping
{
    private const int LongText = 4000;

    internal static void MapDifficulties(this ModelBuilder model)
    {
        model.Entity<Difficulty>(difficulty =>
        {
            difficulty.ToTable("Difficulties");
            difficulty.HasKey(d => d.Id);
            difficulty.Property(d => d.Text).HasMaxLength(LongText);
            difficulty.Property(d => d.UnitCode).HasMaxLength(40);
            difficulty.Property(d => d.SetCode).HasMaxLength(80);
            difficulty.Property(d => d.SubjectCode).HasMaxLength(80);
            difficulty.Property(d => d.SubjectVi).HasMaxLength(1000);
            difficulty.Property(d => d.SubjectEn).HasMaxLength(1000);
            difficulty.HasIndex(d => new { d.UnitId, d.Number }).IsUnique();
            difficulty.HasIndex(d => new { d.RaisedAt, d.UnitCode, d.Number });
            difficulty.HasIndex(d => new { d.HolderUnitId, d.State });
            difficulty.HasIndex(d => d.SubmissionId);
            difficulty.HasIndex(d => d.ThemeId);
            difficulty.HasIndex(d => d.MeetingId);
        });
        model.Entity<DifficultyStep>(step =>
        {
            step.ToTable("DifficultySteps");
            step.HasKey(s => new { s.DifficultyId, s.Number });
            step.Property(s => s.Text).HasMaxLength(LongText);
            step.HasIndex(s => s.UnitId);
        });
        model.Entity<DifficultyTheme>(theme =>
        {
            theme.ToTable("DifficultyThemes");
            theme.HasKey(t => t.Id);
            theme.Property(t => t.UnitCode).HasMaxLength(40);
            theme.Property(t => t.Name).HasMaxLength(300);
            theme.HasIndex(t => new { t.UnitId, t.Number }).IsUnique();
            theme.HasIndex(t => new { t.MadeAt, t.UnitCode, t.Number });
        });
    }
}
