using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Infrastructure;

/// <summary>The tables of links between indicators.</summary>
internal static class CrosswalkModel
{
    private const int LongestReason = 2000;

    internal static void Map(ModelBuilder model)
    {
        model.Entity<Crosswalk>(crosswalk =>
        {
            crosswalk.ToTable("crosswalks");
            crosswalk.Property(c => c.Id).ValueGeneratedNever();
            crosswalk.Property(c => c.TargetSetCode).HasMaxLength(DraftRules.LongestCode);
            crosswalk.Property(c => c.TargetCode).HasMaxLength(DraftRules.LongestCode);
            crosswalk.Property(c => c.TargetSortKey).HasMaxLength(DraftRules.LongestCode * 12);
            crosswalk.Property(c => c.Formula).HasMaxLength(4000);
            crosswalk.HasOne<CatalogIndicator>().WithMany().HasForeignKey(c => c.TargetId).OnDelete(DeleteBehavior.NoAction);
            crosswalk.HasMany(c => c.Sources).WithOne().HasForeignKey(s => s.CrosswalkId).OnDelete(DeleteBehavior.NoAction);
            crosswalk.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.CrosswalkId).OnDelete(DeleteBehavior.NoAction);
            crosswalk.HasIndex(c => new { c.TargetId, c.Number }).IsUnique();
            crosswalk.HasIndex(c => c.TargetSetCode);
        });
        model.Entity<CrosswalkSource>(source =>
        {
            source.ToTable("crosswalk_sources");
            source.HasKey(s => new { s.CrosswalkId, s.IndicatorId });
            source.Property(s => s.SetCode).HasMaxLength(DraftRules.LongestCode);
            source.Property(s => s.Code).HasMaxLength(DraftRules.LongestCode);
            source.HasOne<CatalogIndicator>().WithMany().HasForeignKey(s => s.IndicatorId).OnDelete(DeleteBehavior.NoAction);
            source.HasIndex(s => s.IndicatorId);
        });
        model.Entity<CrosswalkStep>(step =>
        {
            step.ToTable("crosswalk_steps");
            step.HasKey(s => new { s.CrosswalkId, s.Number });
            step.Property(s => s.Number).ValueGeneratedNever();
            step.Property(s => s.Reason).HasMaxLength(LongestReason);
        });
        model.Entity<CrosswalkHead>(head =>
        {
            head.ToTable("crosswalk_heads");
            head.Property(h => h.Id).ValueGeneratedNever();
        });
    }
}
