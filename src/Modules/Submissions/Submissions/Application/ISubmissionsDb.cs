using LearningCity.BuildingBlocks.Units;
using LearningCity.Submissions.Domain;
using LearningCity.Submissions.Domain.Difficulties;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>The module's own window on its database: its sets, and what every window offers.</summary>
internal interface ISubmissionsDb : IUnitPlacesDb
{
    DbSet<Submission> Submissions { get; }

    DbSet<DraftSheet> Sheets { get; }

    DbSet<SheetVersion> SheetVersions { get; }

    DbSet<Presence> Presences { get; }

    DbSet<Revision> Revisions { get; }

    DbSet<CellReturn> CellReturns { get; }

    DbSet<CellQuestion> CellQuestions { get; }

    DbSet<ReviewShare> ReviewShares { get; }

    DbSet<ReviewShareUnit> ReviewShareUnits { get; }

    DbSet<ReviewDelegation> ReviewDelegations { get; }

    DbSet<ReleaseRule> ReleaseRules { get; }

    DbSet<Narrative> Narratives { get; }

    DbSet<Evidence> Evidence { get; }

    DbSet<EvidenceLink> EvidenceLinks { get; }

    DbSet<LayoutRow> Layouts { get; }

    DbSet<ImportBatch> ImportBatches { get; }

    DbSet<Difficulty> Difficulties { get; }

    DbSet<DifficultyStep> DifficultySteps { get; }

    DbSet<DifficultyTheme> Themes { get; }

    /// <summary>Forgets what was read and not saved, so that a refused save can be tried again on what is there now.</summary>
    void Forget();
}
