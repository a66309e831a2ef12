using LearningCity.BuildingBlocks.Data;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application;

/// <summary>The module's own window on its database: its sets, and what every window offers.</summary>
internal interface IUnitRegistryDb : IModuleDb
{
    DbSet<ReportingUnit> Units { get; }

    DbSet<UnitName> Names { get; }

    DbSet<UnitCode> Codes { get; }

    DbSet<UnitKind> Kinds { get; }

    DbSet<Placement> Placements { get; }

    DbSet<Reorganisation> Reorganisations { get; }

    DbSet<Transfer> Transfers { get; }

    DbSet<Committee> Committees { get; }

    DbSet<Recognition> Recognitions { get; }

    DbSet<RecognitionWithdrawal> Withdrawals { get; }

    DbSet<FocalPoint> FocalPoints { get; }

    DbSet<UnitGroup> Groups { get; }

    DbSet<GroupMember> GroupMembers { get; }

    DbSet<HandOver> HandOvers { get; }

    DbSet<ReorganisationDraft> Drafts { get; }

    DbSet<DecisionFile> DecisionFiles { get; }

    DbSet<UnitState> States { get; }

    DbSet<ClosureRow> Closures { get; }

    DbSet<StagedImport> StagedImports { get; }

    DbSet<RegistryHead> Heads { get; }

    DbSet<LoadedPack> Packs { get; }

    /// <summary>The number of the registry's last change that is committed; 0 before the first. Not for use inside a transaction.</summary>
    Task<long> LastChangeAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Lets go of what was read and not saved: a refused save can be tried again on what is there now, and a preview leaves nothing behind.
    /// </summary>
    void Forget();
}
