using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using LearningCity.Submissions.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Benchmarks;

/// <summary>Approved sheets of a period, stored as approvals leave them but without a request for each.</summary>
internal static class StoredSheets
{
    /// <summary>Stores the values of the period's first units; <paramref name="values"/> are in order of units, all indicators of each.</summary>
    /// <param name="city">The host.</param>
    /// <param name="country">The country.</param>
    /// <param name="periodId">The period; it is open.</param>
    /// <param name="values">Values of as many units as have a sheet afterwards.</param>
    internal static Task<bool> StoreAsync(City city, Country country, Guid periodId, ValueRow[] values) => city.UseAsync<SubmissionsDbContext, bool>(async db =>
    {
        var units = values.Length / country.Kinds.Count;
        var submissions = (await db.Submissions.AsNoTracking().Where(submission => submission.PeriodId == periodId).ToListAsync())
            .ToDictionary(submission => submission.UnitId);
        if (submissions.Count != country.Units.Count) throw new InvalidOperationException($"{submissions.Count} submissions for {country.Units.Count} units.");
        var layout = await db.Layouts.AsNoTracking().SingleAsync();
        if (layout.IndicatorIds.Length != country.Kinds.Count * 16) throw new InvalidOperationException("The layout is another set's.");
        var now = city.Clock.GetUtcNow();
        var by = BuildingBlocks.Ids.New();
        var sheets = country.Units.Take(units).Select((unit, place) => SheetOf(
            submissions[unit.Id],
            SheetCodec.Write(values.AsSpan(place * country.Kinds.Count, country.Kinds.Count).ToArray().Select(row => Cell(row, new CellTrack(1, by, now))), tracks: true),
            country.Kinds.Count, by, now));
        await db.BulkInsertAsync(sheets, CancellationToken.None);
        await db.Submissions.Where(submission => db.SheetVersions.Any(sheet => sheet.SubmissionId == submission.Id && sheet.PeriodId == periodId))
            .ExecuteUpdateAsync(set => set
                .SetProperty(submission => submission.State, SubmissionState.Approved)
                .SetProperty(submission => submission.SheetVersion, 1)
                .SetProperty(submission => submission.ApprovedSheetVersion, 1));
        return true;
    });

    private static SheetVersion SheetOf(Submission submission, byte[] bytes, int filled, Guid by, DateTimeOffset now) => new()
    {
        SubmissionId = submission.Id,
        Number = 1,
        PeriodId = submission.PeriodId,
        UnitId = submission.UnitId,
        CriteriaVersionId = submission.CriteriaVersionId,
        Bytes = bytes,
        FilledCells = filled,
        RecordedAt = now,
        RecordedBy = by,
        Source = EntrySource.Api,
        Counts = true,
    };

    private static PackedCell Cell(ValueRow row, CellTrack track) => row.Second is { } denominator
        ? new PackedCell(row.Indicator, "", CellState.Reported, Numerator: row.First, Denominator: denominator, Track: track)
        : new PackedCell(row.Indicator, "", CellState.Reported, Number: row.First, Track: track);
}
