using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Application.Workbooks;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Packs;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>Reads a pack into a draft: a new version, or in place of a draft of the same number.</summary>
/// <param name="Pack">The pack, in UTF-8, or the workbook.</param>
/// <param name="DryRun">Only report what would happen.</param>
/// <param name="Publish">Publish it in the same step; refused as a whole if it may not be published.</param>
/// <param name="Format">What kind of file it is.</param>
internal sealed record ImportCriteriaSet(
    ReadOnlyMemory<byte> Pack, bool DryRun = false, bool Publish = false, PackFormat Format = PackFormat.Json) : ICommand<ImportReport>;

/// <summary>What an import did, or would do.</summary>
/// <param name="SetCode">The set.</param>
/// <param name="Version">The version's number.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="DryRun">Whether nothing was changed.</param>
/// <param name="NodesPerLevel">How many nodes each level has, from the top.</param>
/// <param name="Indicators">How many indicators.</param>
/// <param name="Problems">What must be put right before it can be published, each with its JSON path or its cell.</param>
internal sealed record ImportReport(
    string SetCode, int Version, ImportOutcome Outcome, bool DryRun, IReadOnlyList<int> NodesPerLevel, int Indicators,
    IReadOnlyList<Failure> Problems);

/// <summary>What becomes of an imported pack.</summary>
internal enum ImportOutcome
{
    /// <summary>A new draft.</summary>
    Created,

    /// <summary>Other content in an existing draft.</summary>
    Replaced,

    /// <summary>A published version.</summary>
    Published,
}

internal sealed class ImportCriteriaSetHandler(ICriteriaCatalogDb db, Guardian guardian, Publication publication, TimeProvider clock)
    : ICommandHandler<ImportCriteriaSet, ImportReport>
{
    public async Task<Result<ImportReport>> Handle(ImportCriteriaSet request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Edit);
        if (!allowed.Succeeded) return allowed;
        if (request.Format == PackFormat.Json) return await ImportAsync(request, cancellationToken);
        var workbook = PackWorkbookReader.Read(request.Pack);
        if (!workbook.Succeeded) return workbook.WithoutValue();
        var imported = await ImportAsync(request with { Pack = workbook.Value.Pack }, cancellationToken);

        // Whoever wrote the workbook looks for a mistake in its cell, not in a JSON path.
        return imported.Succeeded
            ? imported.Value with { Problems = [.. imported.Value.Problems.Select(workbook.Value.Placed)] }
            : Result<ImportReport>.Failed([.. imported.Failures.Select(workbook.Value.Placed)]);
    }

    private async Task<Result<ImportReport>> ImportAsync(ImportCriteriaSet request, CancellationToken cancellationToken)
    {
        var read = PackReader.Read(request.Pack);
        if (!read.Succeeded) return read.WithoutValue();

        // Published versions are read before the numbers: what another host publishes in between shows as a number that is taken.
        var earlier = await publication.EarlierAsync(read.Value.Code, cancellationToken);
        var numbers = await db.Versions.AsNoTracking()
            .Where(version => version.SetCode == read.Value.Code).Select(version => version.Number).ToListAsync(cancellationToken);
        var content = read.Value.Number > 0 ? read.Value : read.Value with { Number = numbers.DefaultIfEmpty().Max() + 1 };
        var broken = DraftRules.Problems(content);
        if (broken.Count > 0) return Result<ImportReport>.Failed(broken);

        var drafted = await DraftAsync(content, isNew: !numbers.Contains(content.Number), cancellationToken);
        if (!drafted.Succeeded) return drafted.WithoutValue();
        var (version, isNew) = drafted.Value;
        var problems = await publication.ProblemsAsync(content, earlier, cancellationToken);
        if (request.Publish && problems.Count > 0) return Result<ImportReport>.Failed(problems);
        var outcome = request.Publish ? ImportOutcome.Published : isNew ? ImportOutcome.Created : ImportOutcome.Replaced;
        if (!request.DryRun)
        {
            var saved = await SaveAsync(version, request.Publish, cancellationToken);
            if (!saved.Succeeded) return saved;
        }

        return Report(content, outcome, request.DryRun, problems);
    }

    private async Task<Result<(SetVersion Version, bool IsNew)>> DraftAsync(
        SetContent content, bool isNew, CancellationToken cancellationToken)
    {
        if (!isNew)
        {
            var draft = await db.Versions.SingleAsync(v => v.SetCode == content.Code && v.Number == content.Number, cancellationToken);
            var revised = draft.Revise(content);
            return revised.Succeeded ? (draft, false) : revised;
        }

        var set = await db.Sets.SingleOrDefaultAsync(s => s.Code == content.Code, cancellationToken);
        if (set is null) db.Sets.Add(set = new CriteriaSet(content.Code));
        var version = SetVersion.Draft(set, content, clock.GetUtcNow());
        db.Versions.Add(version);
        return (version, true);
    }

    private async Task<Result> SaveAsync(SetVersion version, bool publish, CancellationToken cancellationToken)
    {
        db.Audit(Publication.Entry("criteria_catalog.imported", version));
        if (publish)
        {
            var published = await publication.PublishAsync(version, cancellationToken);
            if (!published.Succeeded) return published;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlatformFailures.Stale;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return CatalogFailures.SomebodyWasFirst;
        }
    }

    private static ImportReport Report(SetContent content, ImportOutcome outcome, bool dryRun, IReadOnlyList<Failure> problems) => new(
        content.Code, content.Number, outcome, dryRun,
        [.. content.PlacedNodes().GroupBy(placed => placed.Depth).OrderBy(level => level.Key).Select(level => level.Count())],
        content.PlacedIndicators().Count(), problems);
}
