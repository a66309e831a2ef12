using System.Collections.Concurrent;
using LearningCity.BuildingBlocks.Data;
using LearningCity.UnitRegistry.Application;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LearningCity.UnitRegistry.Infrastructure;

/// <summary>The module's schema, <c>unit_registry</c>.</summary>
internal sealed class UnitRegistryDbContext(DbContextOptions<UnitRegistryDbContext> options, ContextServices services)
    : ModuleDbContext(options, services), IUnitRegistryDb
{
    /// <summary>Compiled once for each model, of which there is one in a host: every search asks it.</summary>
    private static readonly ConcurrentDictionary<IModel, Func<UnitRegistryDbContext, CancellationToken, Task<long>>> LastChanges = new();

    public override string Schema => Schemas.Of("UnitRegistry");

    public DbSet<ReportingUnit> Units => Set<ReportingUnit>();

    public DbSet<UnitName> Names => Set<UnitName>();

    public DbSet<UnitCode> Codes => Set<UnitCode>();

    public DbSet<UnitKind> Kinds => Set<UnitKind>();

    public DbSet<Placement> Placements => Set<Placement>();

    public DbSet<Reorganisation> Reorganisations => Set<Reorganisation>();

    public DbSet<Transfer> Transfers => Set<Transfer>();

    public DbSet<Committee> Committees => Set<Committee>();

    public DbSet<Recognition> Recognitions => Set<Recognition>();

    public DbSet<RecognitionWithdrawal> Withdrawals => Set<RecognitionWithdrawal>();

    public DbSet<FocalPoint> FocalPoints => Set<FocalPoint>();

    public DbSet<UnitGroup> Groups => Set<UnitGroup>();

    public DbSet<GroupMember> GroupMembers => Set<GroupMember>();

    public DbSet<HandOver> HandOvers => Set<HandOver>();

    public DbSet<ReorganisationDraft> Drafts => Set<ReorganisationDraft>();

    public DbSet<DecisionFile> DecisionFiles => Set<DecisionFile>();

    public DbSet<UnitState> States => Set<UnitState>();

    public DbSet<ClosureRow> Closures => Set<ClosureRow>();

    public DbSet<StagedImport> StagedImports => Set<StagedImport>();

    public DbSet<RegistryHead> Heads => Set<RegistryHead>();

    public DbSet<LoadedPack> Packs => Set<LoadedPack>();

    public void Forget() => ChangeTracker.Clear();

    public Task<long> LastChangeAsync(CancellationToken cancellationToken) => Database.CurrentTransaction is null
        ? LastChanges.GetOrAdd(Model, static _ => EF.CompileAsyncQuery((UnitRegistryDbContext db, CancellationToken _) =>
            db.Heads.Where(head => head.Id == RegistryHead.OnlyId).Select(head => head.Changes).FirstOrDefault()))(this, cancellationToken)
        : throw new InvalidOperationException("What is not committed yet may never be: others must not learn of it.");

    protected override void Map(ModelBuilder model)
    {
        MapUnits(model);
        MapReorganisations(model);
        model.MapRecords();
        MapWorkedOut(model);
        model.Entity<RegistryHead>(head =>
        {
            head.ToTable("heads");
            head.Property(row => row.Id).ValueGeneratedNever();
        });
        model.Entity<StagedImport>(import =>
        {
            import.ToTable("staged_imports");
            import.Property(row => row.Id).ValueGeneratedNever();
            import.Property(row => row.FileName).HasMaxLength(200);
            import.Property(row => row.MediaType).HasMaxLength(100);
            import.HasIndex(row => row.UploadedAt);
        });
        model.Entity<LoadedPack>(pack =>
        {
            pack.ToTable("packs");
            pack.HasKey(row => row.Key);
            pack.Property(row => row.Key).HasMaxLength(100);
        });
    }

    private static void MapUnits(ModelBuilder model)
    {
        model.Entity<ReportingUnit>(unit =>
        {
            unit.ToTable("units");
            unit.Property(row => row.Id).ValueGeneratedNever();
            unit.HasIndex(row => row.LastChange);
            unit.HasMany(row => row.Names).WithOne().HasForeignKey(fact => fact.UnitId).OnDelete(DeleteBehavior.NoAction);
            unit.HasMany(row => row.Codes).WithOne().HasForeignKey(fact => fact.UnitId).OnDelete(DeleteBehavior.NoAction);
            unit.HasMany(row => row.Kinds).WithOne().HasForeignKey(fact => fact.UnitId).OnDelete(DeleteBehavior.NoAction);
            unit.HasMany(row => row.Placements).WithOne().HasForeignKey(fact => fact.UnitId).OnDelete(DeleteBehavior.NoAction);
        });
        Fact<UnitName>(model, "unit_names");
        Fact<UnitCode>(model, "unit_codes").HasIndex(fact => new { fact.Value, fact.Scheme });
        model.Entity<UnitCode>().Property(fact => fact.Value).HasMaxLength(64);
        model.Entity<UnitCode>().Property(fact => fact.Scheme).HasMaxLength(40);
        Fact<UnitKind>(model, "unit_types");
        Fact<Placement>(model, "placements").HasOne<ReportingUnit>().WithMany().HasForeignKey(fact => fact.ParentId)
            .OnDelete(DeleteBehavior.NoAction);
    }

    private static void MapReorganisations(ModelBuilder model)
    {
        model.Entity<Reorganisation>(reorganisation =>
        {
            reorganisation.ToTable("reorganisations");
            reorganisation.Property(row => row.Id).ValueGeneratedNever();
            reorganisation.Property(row => row.DecisionNumber).HasMaxLength(100);
            reorganisation.Property(row => row.Note).HasMaxLength(2000);
            reorganisation.HasMany(row => row.Transfers).WithOne().HasForeignKey(row => row.ReorganisationId).OnDelete(DeleteBehavior.NoAction);
            reorganisation.Property(row => row.DecisionFileHash).HasMaxLength(64);
            reorganisation.HasIndex(row => new { row.EffectiveOn, row.RecordedAt });
        });
        model.Entity<DecisionFile>(file =>
        {
            file.ToTable("decision_files");
            file.HasKey(row => row.Hash);
            file.Property(row => row.Hash).HasMaxLength(64);
            file.Property(row => row.FileName).HasMaxLength(255);
        });
        model.Entity<Transfer>(transfer =>
        {
            transfer.ToTable("transfers");
            transfer.Property(row => row.Id).ValueGeneratedNever();
            transfer.HasOne<ReportingUnit>().WithMany().HasForeignKey(row => row.FromUnitId).OnDelete(DeleteBehavior.NoAction);
            transfer.HasOne<ReportingUnit>().WithMany().HasForeignKey(row => row.ToUnitId).OnDelete(DeleteBehavior.NoAction);
        });
    }

    private static void MapWorkedOut(ModelBuilder model)
    {
        model.Entity<UnitState>(state =>
        {
            state.ToTable("unit_states");
            state.HasKey(row => new { row.UnitId, row.ValidFrom });
            state.Property(row => row.Code).HasMaxLength(64);
            state.Property(row => row.Search).HasMaxLength(900);
            state.HasIndex(row => new { row.Sort, row.Code });
            state.HasIndex(row => row.Code);
            state.HasIndex(row => row.ReportsToId);
            state.HasIndex(row => row.LiesInId);
        });
        model.Entity<ClosureRow>(closure =>
        {
            closure.ToTable("closures");
            closure.HasKey(row => new { row.UnitId, row.Relation, row.AncestorId, row.ValidFrom });
            closure.HasIndex(row => new { row.AncestorId, row.Relation });
        });
    }

    private static EntityTypeBuilder<TFact> Fact<TFact>(ModelBuilder model, string table)
        where TFact : DatedFact
    {
        var fact = model.Entity<TFact>();
        fact.ToTable(table);
        fact.Property(row => row.Id).ValueGeneratedNever();
        fact.HasIndex(row => row.ReorganisationId);
        fact.HasIndex(row => row.SupersededById);
        return fact;
    }
}
