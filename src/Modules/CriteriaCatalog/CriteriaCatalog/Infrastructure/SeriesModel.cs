using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.ReferenceSeries;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Infrastructure;

/// <summary>The tables of reference series.</summary>
internal static class SeriesModel
{
    internal static void Map(ModelBuilder model)
    {
        model.Entity<Series>(series =>
        {
            series.ToTable("series");
            series.Property(s => s.Id).ValueGeneratedNever();
            series.Property(s => s.Code).HasMaxLength(DraftRules.LongestCode);
            series.HasIndex(s => s.Code).IsUnique();
        });
        model.Entity<SeriesRelease>(release =>
        {
            release.ToTable("series_releases");
            release.HasKey(r => new { r.SeriesId, r.Number });
            release.Property(r => r.Number).ValueGeneratedNever();
            release.Property(r => r.Source).HasMaxLength(2000);
            release.Property(r => r.ContentHash).HasMaxLength(64);
            release.HasOne<Series>().WithMany().HasForeignKey(r => r.SeriesId).OnDelete(DeleteBehavior.NoAction);
        });
        model.Entity<Observation>(observation =>
        {
            observation.ToTable("series_observations");
            observation.Property(o => o.UnitCode).HasMaxLength(64);

            // As it is read: a series on some days for some units, then which release said so.
            observation.HasKey(o => new { o.SeriesId, o.ObservedOn, o.UnitCode, o.AgeFrom, o.AgeTo, o.Sex, o.ReleaseNumber });
            observation.HasOne<SeriesRelease>().WithMany().HasForeignKey(o => new { o.SeriesId, o.ReleaseNumber }).OnDelete(DeleteBehavior.NoAction);
        });
    }
}
