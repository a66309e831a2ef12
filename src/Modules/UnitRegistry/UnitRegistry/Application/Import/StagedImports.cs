using System.IO.Compression;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Import;

/// <summary>Keeps a file until somebody has looked at its preview: pages hold nothing themselves.</summary>
internal sealed record StageUnitFile(string FileName, Stream Content, DateOnly EffectiveOn, bool Update) : ICommand<Guid>;

internal sealed class StageUnitFileHandler(IUnitRegistryDb db, Guardian guardian, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<StageUnitFile, Guid>
{
    private const int LongestName = 200;

    public async Task<Result<Guid>> Handle(StageUnitFile command, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(UnitRegistryPermissions.Keep) is { Succeeded: false } refusal) return refusal;
        if (UnitFiles.TypeOf(command.FileName) is not { } type) return PlatformFailures.UnsupportedMediaType.On("file");
        using var content = new MemoryStream();
        await using (var packed = new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true))
            await command.Content.CopyToAsync(packed, cancellationToken);
        var name = command.FileName;
        var import = new StagedImport
        {
            Id = Ids.New(),
            UploadedBy = user.Id,
            UploadedAt = clock.GetUtcNow(),
            FileName = name.Length <= LongestName ? name : name[^LongestName..],
            MediaType = type,
            EffectiveOn = command.EffectiveOn,
            IsUpdate = command.Update,
            Content = content.ToArray(),
        };
        db.StagedImports.Add(import);
        db.NotAudited("A file that waits for its preview says nothing yet; taking it is audited.");
        await db.SaveChangesAsync(cancellationToken);
        var tooOld = clock.GetUtcNow() - StagedImport.Patience;
        await db.StagedImports.Where(row => row.UploadedAt < tooOld).ExecuteDeleteAsync(cancellationToken);
        return import.Id;
    }
}

/// <summary>What taking a file that waits would do.</summary>
internal sealed record PreviewStagedImport(Guid ImportId) : IQuery<Result<StagedImportView>>;

/// <summary>A file that waits, and what it would do.</summary>
internal sealed record StagedImportView(string FileName, DateOnly EffectiveOn, bool Update, UnitImportReport Report);

internal sealed class PreviewStagedImportHandler(IUnitRegistryDb db, Guardian guardian, ICurrentUser user, UnitImporter importer)
    : IQueryHandler<PreviewStagedImport, Result<StagedImportView>>
{
    public async Task<Result<StagedImportView>> Handle(PreviewStagedImport request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(UnitRegistryPermissions.Keep) is { Succeeded: false } refusal) return refusal;
        var import = await db.StagedImports.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == request.ImportId && row.UploadedBy == user.Id, cancellationToken);
        if (import is null) return PlatformFailures.NotFound;
        var report = await UnitFiles.RunAsync(importer, import, dryRun: true, atomic: false, cancellationToken);
        return report.Succeeded ? new StagedImportView(import.FileName, import.EffectiveOn, import.IsUpdate, report.Value) : report.WithoutValue();
    }
}

/// <summary>Takes a file that waits.</summary>
internal sealed record TakeStagedImport(Guid ImportId) : ICommand<UnitImportReport>;

internal sealed class TakeStagedImportHandler(IUnitRegistryDb db, Guardian guardian, ICurrentUser user, UnitImporter importer)
    : ICommandHandler<TakeStagedImport, UnitImportReport>
{
    public async Task<Result<UnitImportReport>> Handle(TakeStagedImport command, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(UnitRegistryPermissions.Keep) is { Succeeded: false } refusal) return refusal;
        var import = await db.StagedImports.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == command.ImportId && row.UploadedBy == user.Id, cancellationToken);
        if (import is null) return PlatformFailures.NotFound;
        var report = await UnitFiles.RunAsync(importer, import, dryRun: false, atomic: false, cancellationToken);
        if (report.Succeeded) await db.StagedImports.Where(row => row.Id == import.Id).ExecuteDeleteAsync(cancellationToken);
        return report;
    }
}
