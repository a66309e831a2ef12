using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Values of a period within the caller's scope: as approved, or as they are being worked on.</summary>
/// <param name="PeriodCode">The period.</param>
/// <param name="UnitId">Of one unit.</param>
/// <param name="IndicatorCode">Of one indicator.</param>
/// <param name="Approved">Approved values; if not, the working copies.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Most values; a submission's values are never split.</param>
internal sealed record ListValues(string PeriodCode, Guid? UnitId, string? IndicatorCode, bool Approved, string? Cursor, int? Limit)
    : IQuery<Result<Page<ValueRow>>>;

/// <summary>One value.</summary>
internal sealed record ValueRow(
    Guid SubmissionId, SubmissionState SubmissionState, Guid UnitId, NamedUnit Unit, string SetCode,
    CriteriaCatalog.Contracts.Indicator Indicator, PackedCell Cell);

internal sealed class ListValuesHandler(
    ISubmissionsDb db, Forms forms, ICurrentUser user, SubmissionAccess access, Names names, ISender sender)
    : IQueryHandler<ListValues, Result<Page<ValueRow>>>
{
    private sealed record Key(long Sequence);

    private sealed record SheetOf(Submission Submission, byte[] Bytes);

    public async Task<Result<Page<ValueRow>>> Handle(ListValues request, CancellationToken cancellationToken)
    {
        if (!user.Has(SubmissionsPermissions.ReadCode)) return PlatformFailures.NotAllowed;
        if (!Cursor.TryRead<Key>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var period = await sender.Send(new FindPeriod(request.PeriodCode), cancellationToken);
        if (period is null) return PlatformFailures.InvalidParameter.On("periodCode", "periodCode");
        var submissions = access.Readable(db.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id));
        if (request.UnitId is { } unitId) submissions = submissions.Where(s => s.UnitId == unitId);
        if (after is not null) submissions = submissions.Where(s => s.Sequence > after.Sequence);

        // A page holds whole submissions, as many as make up the limit.
        var limit = Cursor.Limit(request.Limit);
        var sheets = await Sheets(submissions, request.Approved, limit + 1).ToListAsync(cancellationToken);
        var units = await names.UnitsAsync(sheets.Select(s => s.Submission.UnitId), period.WindowTo, cancellationToken);
        var rows = new List<ValueRow>(limit);
        foreach (var sheet in sheets)
        {
            if (rows.Count >= limit) return new Page<ValueRow>(rows, Cursor.Write(new Key(Before(sheets, sheet))));
            var form = await forms.GetAsync(sheet.Submission.CriteriaVersionId, cancellationToken);
            rows.AddRange(Values(sheet, form, units[sheet.Submission.UnitId], request.IndicatorCode));
        }

        return new Page<ValueRow>(rows, sheets.Count > limit ? Cursor.Write(new Key(sheets[^1].Submission.Sequence)) : null);
    }

    private IQueryable<SheetOf> Sheets(IQueryable<Submission> submissions, bool approved, int most) => approved
        ? (from s in submissions
           join v in db.SheetVersions.AsNoTracking().Where(v => v.Counts) on s.Id equals v.SubmissionId
           orderby s.Sequence
           select new SheetOf(s, v.Bytes)).Take(most)
        : (from s in submissions
           join v in db.Sheets.AsNoTracking() on s.Id equals v.SubmissionId
           orderby s.Sequence
           select new SheetOf(s, v.Bytes)).Take(most);

    private static long Before(List<SheetOf> sheets, SheetOf sheet) => sheets[sheets.IndexOf(sheet) - 1].Submission.Sequence;

    private static IEnumerable<ValueRow> Values(SheetOf sheet, Form form, NamedUnit unit, string? indicatorCode) =>
        from cell in SheetCodec.Read(sheet.Bytes)
        let indicator = form.At(cell.Place)
        where cell.State != CellState.NotReported && (indicatorCode is null || indicator.Code == indicatorCode)
        select new ValueRow(
            sheet.Submission.Id, sheet.Submission.State, sheet.Submission.UnitId, unit, sheet.Submission.SetCode, indicator, cell);
}
