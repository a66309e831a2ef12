using LearningCity.BuildingBlocks.Data;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;
using LearningCity.CriteriaCatalog.Domain.ReferenceSeries;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>The module's own window on its database: its sets, and what every window offers.</summary>
internal interface ICriteriaCatalogDb : IModuleDb
{
    DbSet<CriteriaSet> Sets { get; }

    DbSet<SetVersion> Versions { get; }

    DbSet<CatalogIndicator> Indicators { get; }

    DbSet<Crosswalk> Crosswalks { get; }

    DbSet<CrosswalkHead> CrosswalkHeads { get; }

    DbSet<Series> Series { get; }

    DbSet<SeriesRelease> Releases { get; }

    DbSet<Observation> Observations { get; }
}
