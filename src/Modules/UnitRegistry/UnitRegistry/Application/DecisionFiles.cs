using System.Security.Cryptography;
using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application;

/// <summary>Keeps a scanned decision for a reorganisation to name; the same content again is the same file.</summary>
/// <param name="FileName">What its sender calls it.</param>
/// <param name="Content">The file, a PDF.</param>
internal sealed record KeepDecisionFile(string FileName, Stream Content) : ICommand<KeptDecisionFile>;

/// <summary>A decision that is kept.</summary>
/// <param name="Hash">SHA-256 of its content, by which reorganisations name it.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Size">In bytes.</param>
internal sealed record KeptDecisionFile(string Hash, string FileName, int Size);

/// <summary>The scanned decision of a reorganisation, for whoever reads the registry.</summary>
internal sealed record OpenDecisionFile(Guid ReorganisationId) : IQuery<Result<DecisionFile>>;

internal sealed class KeepDecisionFileValidator : AbstractValidator<KeepDecisionFile>
{
    public KeepDecisionFileValidator() => RuleFor(command => command.FileName!).RequiredText(255).OverridePropertyName("file");
}

internal sealed class DecisionFilesHandler(IUnitRegistryDb db, Guardian guardian, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<KeepDecisionFile, KeptDecisionFile>, IQueryHandler<OpenDecisionFile, Result<DecisionFile>>
{
    public async Task<Result<KeptDecisionFile>> Handle(KeepDecisionFile command, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(UnitRegistryPermissions.Keep) is { Succeeded: false } refusal) return refusal;
        if (await ReadAsync(command.Content, cancellationToken) is not { } content)
            return UnitRegistryFailures.DecisionTooLarge.On("file", DecisionFile.LargestFile / (1024 * 1024));
        if (!DecisionFile.IsPdf(content)) return UnitRegistryFailures.DecisionNotPdf.On("file");
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (await FindAsync(hash, cancellationToken) is { } known) return known;
        var file = new DecisionFile
        {
            Hash = hash,
            FileName = Path.GetFileName(command.FileName.Normalize().Trim()),
            Size = content.Length,
            Content = content,
            AddedBy = user.Id,
            AddedAt = clock.GetUtcNow(),
        };
        db.DecisionFiles.Add(file);
        db.Audit(new AuditEntry("unit_registry.decision_file_kept", "decision_file", hash, null, new { file.Size }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            // Somebody else sent the same file at this moment.
            db.Forget();
        }

        return new KeptDecisionFile(hash, file.FileName, file.Size);
    }

    public async Task<Result<DecisionFile>> Handle(OpenDecisionFile request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        var file = await (
            from record in db.Reorganisations.AsNoTracking()
            where record.Id == request.ReorganisationId
            join kept in db.DecisionFiles.AsNoTracking() on record.DecisionFileHash equals kept.Hash
            select kept).FirstOrDefaultAsync(cancellationToken);
        return file is null ? PlatformFailures.NotFound : file;
    }

    private Task<KeptDecisionFile?> FindAsync(string hash, CancellationToken cancellationToken) => db.DecisionFiles.AsNoTracking()
        .Where(file => file.Hash == hash).Select(file => new KeptDecisionFile(file.Hash, file.FileName, file.Size)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The content; null where it is larger than a decision may be.</summary>
    private static async Task<byte[]?> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var read = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int length; (length = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (read.Length + length > DecisionFile.LargestFile) return null;
            read.Write(buffer, 0, length);
        }

        return read.ToArray();
    }
}
