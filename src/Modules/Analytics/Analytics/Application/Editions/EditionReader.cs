using LearningCity.Access.Contracts;
using LearningCity.Analytics.Domain.Editions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Editions;

/// <summary>An edition as lists show it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Period">Code of the period.</param>
/// <param name="Number">From 1.</param>
/// <param name="Kind">First, revision (better data) or correction (an error).</param>
/// <param name="Statement">What whoever sealed it says about it.</param>
/// <param name="TreeDate">The date whose tree its figures stand on.</param>
/// <param name="Sheets">How many approved reports it rests on.</param>
/// <param name="Expected">How many were owed.</param>
/// <param name="ChangedSheets">Reports that are not the ones of the edition before.</param>
/// <param name="SealedAt">When it was sealed.</param>
/// <param name="SealedBy">Who sealed it.</param>
/// <param name="SealedByName">Their name; null where it was erased, or for the system.</param>
/// <param name="Hash">SHA-256 over its manifest.</param>
internal sealed record EditionSummary(
    Guid Id, string Period, int Number, EditionKind Kind, string? Statement, DateOnly TreeDate, int Sheets, int Expected, int ChangedSheets,
    DateTimeOffset SealedAt, Guid SealedBy, string? SealedByName, string Hash)
{
    internal static EditionSummary Of(Edition edition, IReadOnlyDictionary<Guid, string> names) => new(
        edition.Id, edition.PeriodCode, edition.Number, edition.Kind, edition.Statement, edition.TreeDate, edition.Sheets, edition.Expected,
        edition.ChangedSheets, edition.SealedAt, edition.SealedBy, names.GetValueOrDefault(edition.SealedBy), edition.Hash);
}

/// <summary>An edition with its manifest.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="HashBefore">Hash of the edition before, which this one's hash covers; null for the first.</param>
/// <param name="Manifest">What it is made of, in the order of names.</param>
/// <param name="ChangedParts">Names of what is not as in the edition before.</param>
/// <param name="Boundaries">The dates whose boundaries it can be read on.</param>
internal sealed record EditionDetails(
    EditionSummary Edition, string? HashBefore, IReadOnlyList<ManifestItem> Manifest, IReadOnlyList<string> ChangedParts,
    IReadOnlyList<DateOnly> Boundaries);

/// <summary>Reads editions and compares them.</summary>
internal sealed class EditionReader(IAnalyticsDb db, EditionContents contents, ISender sender)
{
    /// <summary>Names of people; those that were erased are left out.</summary>
    internal async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var asked = ids.Where(id => id != Guid.Empty).Distinct().ToList();
        var known = asked.Count == 0 ? [] : await sender.Send(new GetActors(asked), cancellationToken);
        return known.ToDictionary(actor => actor.Id, actor => actor.Name);
    }

    /// <summary>An edition with its manifest.</summary>
    internal async Task<EditionDetails> DetailsAsync(Edition edition, CancellationToken cancellationToken)
    {
        var items = await ItemsAsync(edition.Id, cancellationToken);
        var before = await BeforeAsync(edition, cancellationToken);
        var names = await NamesAsync([edition.SealedBy], cancellationToken);
        var changed = before is null ? [] : ChangedParts(await ItemsAsync(before.Id, cancellationToken), items);
        return new(EditionSummary.Of(edition, names), before?.Hash, items, changed, BoundariesOf(items));
    }

    /// <summary>The edition before; null for the first.</summary>
    internal Task<Edition?> BeforeAsync(Edition edition, CancellationToken cancellationToken) => db.Editions.AsNoTracking()
        .FirstOrDefaultAsync(e => e.PeriodId == edition.PeriodId && e.Number == edition.Number - 1, cancellationToken);

    /// <summary>The manifest of an edition, in the order of names.</summary>
    internal async Task<IReadOnlyList<ManifestItem>> ItemsAsync(Guid editionId, CancellationToken cancellationToken)
    {
        var items = await db.EditionItems.AsNoTracking().Where(item => item.EditionId == editionId).ToListAsync(cancellationToken);
        return [.. items.OrderBy(item => item.Name, StringComparer.Ordinal).Select(item => new ManifestItem(item.Name, item.Sha256, item.Count))];
    }

    /// <summary>The sheets of an edition.</summary>
    internal async Task<IReadOnlyList<FrozenSheet>> SheetsAsync(Guid editionId, CancellationToken cancellationToken)
    {
        var hash = await db.EditionItems.AsNoTracking().Where(item => item.EditionId == editionId && item.Name == Manifest.Sheets)
            .Select(item => item.Sha256).SingleAsync(cancellationToken);
        return await contents.ReadAsync<List<FrozenSheet>>(hash, cancellationToken);
    }

    /// <summary>How many sheets are not the ones of an edition: other versions, new ones, and ones that are gone.</summary>
    internal async Task<int> CountChangesAsync(Edition before, IReadOnlyList<FrozenSheet> sheets, CancellationToken cancellationToken) =>
        SheetChange.Between(await SheetsAsync(before.Id, cancellationToken), sheets).Count;

    /// <summary>Whether something that decides figures is not as in an edition.</summary>
    internal async Task<bool> DiffersAsync(Edition before, IReadOnlyCollection<ManifestItem> items, CancellationToken cancellationToken) =>
        ChangedParts(await ItemsAsync(before.Id, cancellationToken), items).Count > 0;

    private static IReadOnlyList<string> ChangedParts(IReadOnlyCollection<ManifestItem> before, IReadOnlyCollection<ManifestItem> now)
    {
        var known = before.ToDictionary(item => item.Name, item => item.Sha256);
        return
        [
            .. now.Where(item => item.Name is not (Manifest.Period or Manifest.States) && known.TryGetValue(item.Name, out var hash) && hash != item.Sha256)
                .Select(item => item.Name).Order(StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<DateOnly> BoundariesOf(IEnumerable<ManifestItem> items) =>
    [
        .. items.Where(item => item.Name.StartsWith(Manifest.Tree, StringComparison.Ordinal))
            .Select(item => DateOnly.ParseExact(item.Name[Manifest.Tree.Length..], "O", System.Globalization.CultureInfo.InvariantCulture)),
    ];
}

/// <summary>A report whose sheet is not the one of the edition before.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Then">Version of the sheet then; null if none counted.</param>
/// <param name="Now">Version of the sheet now; null if none counts any more.</param>
internal sealed record SheetChange(Guid UnitId, Guid SubmissionId, int? Then, int? Now)
{
    internal static IReadOnlyList<SheetChange> Between(IReadOnlyList<FrozenSheet> then, IReadOnlyList<FrozenSheet> now)
    {
        var (old, current) = (then.ToDictionary(sheet => sheet.Pin.SubmissionId), now.ToDictionary(sheet => sheet.Pin.SubmissionId));
        return
        [
            .. now.Where(sheet => old.GetValueOrDefault(sheet.Pin.SubmissionId)?.Pin != sheet.Pin)
                .Select(sheet => new SheetChange(
                    sheet.UnitId, sheet.Pin.SubmissionId, old.GetValueOrDefault(sheet.Pin.SubmissionId)?.Pin.SheetVersion, sheet.Pin.SheetVersion)),
            .. then.Where(sheet => !current.ContainsKey(sheet.Pin.SubmissionId))
                .Select(sheet => new SheetChange(sheet.UnitId, sheet.Pin.SubmissionId, sheet.Pin.SheetVersion, null)),
        ];
    }
}
