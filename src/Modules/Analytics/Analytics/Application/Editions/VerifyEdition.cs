using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain.Editions;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Editions;

/// <summary>Builds an edition anew from its pins and says whether it is the same, to the last digit. Changes nothing.</summary>
internal sealed record VerifyEdition(Guid Id) : ICommand<EditionVerification>;

/// <summary>What verifying found.</summary>
/// <param name="Id">The edition.</param>
/// <param name="IsIntact">Whether everything is as it was sealed.</param>
/// <param name="Hash">The hash that was sealed.</param>
/// <param name="RebuiltHash">The hash of what was built anew.</param>
/// <param name="Items">Each line of the manifest.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record EditionVerification(
    Guid Id, bool IsIntact, string Hash, string RebuiltHash, IReadOnlyList<VerifiedItem> Items, double Seconds);

/// <summary>A line of the manifest, built anew.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Sha256">The hash that was sealed.</param>
/// <param name="RebuiltSha256">The hash of what is there now; null where it is gone or cannot be read.</param>
/// <param name="IsIntact">Whether both are equal.</param>
internal sealed record VerifiedItem(string Name, string Sha256, string? RebuiltSha256, bool IsIntact);

internal sealed class VerifyEditionHandler(
    IAnalyticsDb db, EditionReader editions, EditionFrames frames, EditionContents contents, FullComputation computation, ISender sender,
    Guardian guardian, TimeProvider clock)
    : ICommandHandler<VerifyEdition, EditionVerification>
{
    public async Task<Result<EditionVerification>> Handle(VerifyEdition request, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AnalyticsPermissions.Recompute);
        if (!allowed.Succeeded) return allowed;
        var edition = await db.Editions.AsNoTracking().FirstOrDefaultAsync(e => e.Id == request.Id, cancellationToken);
        if (edition is null) return PlatformFailures.NotFound;
        var started = clock.GetTimestamp();
        var items = await editions.ItemsAsync(edition.Id, cancellationToken);
        var rebuilt = new Dictionary<string, string?>();
        foreach (var item in items.Where(item => item.Name != Manifest.Figures))
            rebuilt[item.Name] = await contents.HashAsync(item.Sha256, cancellationToken);
        await RebuildAsync(edition, items, rebuilt, cancellationToken);
        var verified = items.Select(item => new VerifiedItem(
            item.Name, item.Sha256, rebuilt.GetValueOrDefault(item.Name), rebuilt.GetValueOrDefault(item.Name) == item.Sha256)).ToList();
        var before = await editions.BeforeAsync(edition, cancellationToken);
        var hash = Manifest.Hash(
            edition.PeriodCode, edition.Number, before?.Hash, items.Select(item => item with { Sha256 = rebuilt.GetValueOrDefault(item.Name) ?? "" }));
        var outcome = new EditionVerification(
            edition.Id, hash == edition.Hash && verified.TrueForAll(item => item.IsIntact), edition.Hash, hash, verified,
            clock.GetElapsedTime(started).TotalSeconds);
        db.Audit(new AuditEntry(
            "analytics.verify_edition", "edition", edition.Id.ToString(), Details: new { outcome.IsIntact, outcome.Hash, outcome.RebuiltHash }));
        await db.SaveChangesAsync(cancellationToken);
        return outcome;
    }

    /// <summary>Sheets are read by their pins, rules by their keys; figures are computed from both, and the stored ones must be equal too.</summary>
    private async Task RebuildAsync(
        Edition edition, IReadOnlyList<ManifestItem> items, Dictionary<string, string?> rebuilt, CancellationToken cancellationToken)
    {
        PeriodFrame frame;
        try
        {
            frame = await frames.ReadAsync(edition, items.ToDictionary(item => item.Name, item => item.Sha256), cancellationToken);
        }
        catch (InvalidDataException)
        {
            // What it stands on was changed: the lines above say what, and there is nothing to compute from.
            return;
        }

        rebuilt[Manifest.Sheets] = await SheetsAsync(frame.Edition!, cancellationToken);
        rebuilt[Manifest.Rules] = FrozenContent.Of(Manifest.Rules, frame.Versions.Select(FrozenRules.Of).ToList(), 0).Item.Sha256;
        var columns = frame.CopyColumns();
        var rows = await computation.ComputeAsync(frame, columns, cancellationToken);
        var stored = await db.Rollups.AsNoTracking().Where(row => row.EditionId == edition.Id && row.PeriodId == edition.PeriodId)
            .ToListAsync(cancellationToken);
        var (computed, kept) = (Manifest.OfFigures(rows), Manifest.OfFigures(stored));
        rebuilt[Manifest.Figures] = computed == items.First(item => item.Name == Manifest.Figures).Sha256 ? kept : computed;
    }

    private async Task<string> SheetsAsync(SealedEdition edition, CancellationToken cancellationToken)
    {
        var found = new Dictionary<SheetPin, string>();
        await foreach (var sheet in sender.CreateStream(new StreamPinnedSheets([.. edition.Sheets.Select(sheet => sheet.Pin)]), cancellationToken))
            found[new(sheet.SubmissionId, sheet.SheetVersion)] = Manifest.Of(sheet.Bytes.Span);
        var now = edition.Sheets.Select(sheet => sheet with { Sha256 = found.GetValueOrDefault(sheet.Pin, "") }).ToList();
        return FrozenContent.Of(Manifest.Sheets, now, now.Count).Item.Sha256;
    }
}
