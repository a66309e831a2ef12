using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Domain.Editions;
using LearningCity.Analytics.Domain.Quality;
using LearningCity.BuildingBlocks.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application;

/// <summary>The module's own window on its database: its sets, and what every window offers.</summary>
internal interface IAnalyticsDb : IModuleDb
{
    /// <summary>Periods with a live roll-up.</summary>
    DbSet<RollupPeriod> Periods { get; }

    /// <summary>Stored states.</summary>
    DbSet<RollupRow> Rollups { get; }

    /// <summary>Units that wait for the folder.</summary>
    DbSet<DirtyUnit> DirtyUnits { get; }

    /// <summary>Trace codes that were shown.</summary>
    DbSet<TracedFigure> TracedFigures { get; }

    /// <summary>Briefings.</summary>
    DbSet<Briefing> Briefings { get; }

    /// <summary>Files of briefings.</summary>
    DbSet<BriefingFile> BriefingFiles { get; }

    /// <summary>Word files of reports.</summary>
    DbSet<WordFile> WordFiles { get; }

    /// <summary>What documents say of their issuers.</summary>
    DbSet<DocumentTemplate> Templates { get; }

    /// <summary>Editions.</summary>
    DbSet<Edition> Editions { get; }

    /// <summary>Lines of their manifests.</summary>
    DbSet<EditionItem> EditionItems { get; }

    /// <summary>Facts that editions keep.</summary>
    DbSet<SealedContent> SealedContents { get; }

    /// <summary>Conspicuous figures.</summary>
    DbSet<QualityFinding> Findings { get; }

    /// <summary>Forgets what was read and not saved, so that a refused save can be tried again on what is there now.</summary>
    void Forget();
}
