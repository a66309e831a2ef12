using System.Security.Cryptography;
using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.ReferenceSeries;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.ReferenceSeries;

/// <summary>Imports a release of a series, whole or not at all. It overwrites nothing: what it restates reads as before in earlier releases.</summary>
/// <param name="SeriesCode">The series.</param>
/// <param name="Label">What its publisher calls it.</param>
/// <param name="Source">Where it was published.</param>
/// <param name="PublishedOn">When it was issued.</param>
/// <param name="Content">The rows.</param>
/// <param name="Format">How they are written.</param>
/// <param name="DryRun">Only report what would happen.</param>
internal sealed record ImportRelease(
    string SeriesCode, string? Label, string? Source, DateOnly? PublishedOn, byte[] Content, ReleaseFormat Format, bool DryRun = false)
    : ICommand<ReleaseReport>;

/// <summary>What an import did, or would do.</summary>
/// <param name="Release">Number of the release.</param>
/// <param name="DryRun">Whether nothing was changed.</param>
/// <param name="Added">Observations of cells that had none.</param>
/// <param name="Restated">Observations that say otherwise than the release before.</param>
/// <param name="Unchanged">Rows that repeat what is known.</param>
/// <param name="Problems">What has to be put right, by row and field.</param>
internal sealed record ReleaseReport(
    int Release, bool DryRun, int Added, int Restated, int Unchanged, IReadOnlyList<Failure> Problems);

internal sealed class ImportReleaseValidator : AbstractValidator<ImportRelease>
{
    public ImportReleaseValidator()
    {
        RuleFor(command => command.Label).RequiredText(200);
        RuleFor(command => command.Source).RequiredText(2000);
        RuleFor(command => command.PublishedOn).NotNull().Say("Vui lòng nhập ngày công bố.", "Enter the day of publication.");
    }
}

internal sealed class ImportReleaseHandler(ICriteriaCatalogDb db, Guardian guardian, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<ImportRelease, ReleaseReport>
{
    private const int Portion = 200;

    public async Task<Result<ReleaseReport>> Handle(ImportRelease request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Edit);
        if (!allowed.Succeeded) return allowed;
        var series = await db.Series.SingleOrDefaultAsync(s => s.Code == request.SeriesCode, cancellationToken);
        if (series is null) return SeriesFailures.NotFound.With(request.SeriesCode);
        var read = ReleaseRows.Read(request.Content, request.Format);
        if (!read.Succeeded) return read.WithoutValue();
        var rows = read.Value;
        if (rows.Problems.Count > 0 && !request.DryRun)
            return Result<ReleaseReport>.Failed([SeriesFailures.RowsRefused.With(rows.Problems.Count), .. rows.Problems]);

        var present = await PresentAsync(series, rows.Cells.Keys, cancellationToken);
        var changes = Releases.Compare(present, rows.Cells);
        var report = new ReleaseReport(
            series.NewestRelease + 1, request.DryRun, changes.Count(change => change.Before is null),
            changes.Count(change => change.Before is not null), rows.Cells.Count - changes.Count, rows.Problems);
        if (request.DryRun) return report;
        if (changes.Count == 0) return SeriesFailures.NothingNew;
        var saved = await SaveAsync(series, request, report, changes, cancellationToken);
        return saved.Succeeded ? report : saved;
    }

    /// <summary>What the cells of these days read now.</summary>
    private async Task<IReadOnlyDictionary<SeriesCell, Observation>> PresentAsync(
        Series series, IEnumerable<SeriesCell> cells, CancellationToken cancellationToken)
    {
        var rows = new List<Observation>();
        foreach (var days in cells.Select(cell => cell.ObservedOn).Distinct().Chunk(Portion))
        {
            rows.AddRange(await db.Observations.AsNoTracking()
                .Where(o => o.SeriesId == series.Id && days.Contains(o.ObservedOn)).ToListAsync(cancellationToken));
        }

        return Releases.AsOf(rows, series.NewestRelease);
    }

    private async Task<Result> SaveAsync(
        Series series, ImportRelease request, ReleaseReport report, IReadOnlyList<SeriesChange> changes, CancellationToken cancellationToken)
    {
        var number = series.NextRelease();
        var release = new SeriesRelease
        {
            SeriesId = series.Id,
            Number = number,
            Label = request.Label!.Trim(),
            Source = request.Source!.Trim(),
            PublishedOn = request.PublishedOn!.Value,
            ImportedAt = clock.GetUtcNow(),
            ImportedBy = user.Id,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(request.Content)),
            Added = report.Added,
            Restated = report.Restated,
            Unchanged = report.Unchanged,
        };
        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    db.Releases.Add(release);
                    db.Publish(new ReferenceSeriesReleased(Ids.New(), series.Code, number, report.Restated));
                    db.Audit(new AuditEntry("criteria_catalog.series_released", "reference_series", series.Code, Details: new
                    {
                        release = number,
                        release.Label,
                        release.ContentHash,
                        report.Added,
                        report.Restated,
                        report.Unchanged,
                    }));
                    await db.SaveChangesAsync(cancellationToken);
                    return await db.BulkInsertAsync(changes.Select(change => Row(series.Id, number, change)), cancellationToken);
                },
                cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlatformFailures.Stale;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return PlatformFailures.Stale;
        }
    }

    private static Observation Row(Guid seriesId, int release, SeriesChange change) => new()
    {
        SeriesId = seriesId,
        ObservedOn = change.Cell.ObservedOn,
        UnitCode = change.Cell.UnitCode,
        AgeFrom = change.Cell.Ages.From,
        AgeTo = change.Cell.Ages.To,
        Sex = change.Cell.Sex,
        ReleaseNumber = release,
        Value = change.After,
    };
}
