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

/// <summary>Submissions within the caller's scope, the newest periods first.</summary>
/// <param name="PeriodCode">Of one period.</param>
/// <param name="UnitId">Of one unit.</param>
/// <param name="ReviewerUnitId">Of one reviewing body.</param>
/// <param name="State">In one state.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Most items.</param>
internal sealed record ListSubmissions(
    string? PeriodCode, Guid? UnitId, Guid? ReviewerUnitId, SubmissionState? State, string? Cursor, int? Limit)
    : IQuery<Result<Page<SubmissionRow>>>;

/// <summary>A submission in a list.</summary>
internal sealed record SubmissionRow(
    Guid Id, long Sequence, int Version, SubmissionState State, bool IsLate, Guid UnitId, Guid PeriodId, Guid CriteriaVersionId,
    string SetCode, Guid ReviewerUnitId, DateOnly DueOn, DateTimeOffset? SubmittedAt, int FilledCells, int OwedCells, int Warnings,
    int ReturnRounds, int OpenReturns)
{
    /// <summary>The unit on the last day of the period; filled in where a list needs it.</summary>
    public NamedUnit Unit { get; init; } = NamedUnit.Unknown;

    /// <summary>Code of the period.</summary>
    public string PeriodCode { get; init; } = "";
}

internal sealed class ListSubmissionsHandler(ISubmissionsDb db, ICurrentUser user, SubmissionAccess access, RowNames rowNames, ISender sender)
    : IQueryHandler<ListSubmissions, Result<Page<SubmissionRow>>>
{
    private sealed record Key(long Sequence);

    public async Task<Result<Page<SubmissionRow>>> Handle(ListSubmissions request, CancellationToken cancellationToken)
    {
        if (!user.Has(SubmissionsPermissions.ReadCode)) return PlatformFailures.NotAllowed;
        if (!Cursor.TryRead<Key>(request.Cursor, out var after)) return PlatformFailures.InvalidCursor.On("cursor");
        var list = access.Readable(db.Submissions.AsNoTracking());
        if (request.PeriodCode is not null)
        {
            var period = await sender.Send(new FindPeriod(request.PeriodCode), cancellationToken);
            if (period is null) return PlatformFailures.InvalidParameter.On("periodCode", "periodCode");
            list = list.Where(s => s.PeriodId == period.Id);
        }

        if (request.UnitId is { } unitId) list = list.Where(s => s.UnitId == unitId);
        if (request.ReviewerUnitId is { } reviewerUnitId) list = list.Where(s => s.ReviewerUnitId == reviewerUnitId);
        if (request.State is { } state) list = list.Where(s => s.State == state);
        if (after is not null) list = list.Where(s => s.Sequence < after.Sequence);
        var limit = Cursor.Limit(request.Limit);
        var rows = await Rows(db, list.OrderByDescending(s => s.Sequence).Take(limit + 1)).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, limit, row => new Key(row.Sequence));
        return page with { Items = await rowNames.FillAsync(page.Items, cancellationToken) };
    }

    internal static IQueryable<SubmissionRow> Rows(ISubmissionsDb db, IQueryable<Submission> submissions) =>
        from s in submissions
        join sheet in db.Sheets.AsNoTracking() on s.Id equals sheet.SubmissionId into sheets
        from sheet in sheets.DefaultIfEmpty()
        select new SubmissionRow(
            s.Id, s.Sequence, s.Version, s.State, s.IsLate, s.UnitId, s.PeriodId, s.CriteriaVersionId, s.SetCode, s.ReviewerUnitId,
            s.DueOn, s.SubmittedAt, sheet == null ? 0 : sheet.FilledCells, s.OwedCells, s.Warnings, s.ReturnRounds, s.OpenReturns);
}

/// <summary>Fills in the names of a page of rows: one question for each period on it.</summary>
internal sealed class RowNames(Names names, PeriodGate gate)
{
    internal async Task<IReadOnlyList<SubmissionRow>> FillAsync(IReadOnlyList<SubmissionRow> rows, CancellationToken cancellationToken)
    {
        var filled = new Dictionary<Guid, SubmissionRow>(rows.Count);
        foreach (var ofPeriod in rows.GroupBy(row => row.PeriodId))
        {
            var period = await gate.PeriodAsync(ofPeriod.Key, cancellationToken);
            var units = await names.UnitsAsync(ofPeriod.Select(row => row.UnitId), period.WindowTo, cancellationToken);
            foreach (var row in ofPeriod) filled[row.Id] = row with { Unit = units[row.UnitId], PeriodCode = period.Code };
        }

        return [.. rows.Select(row => filled[row.Id])];
    }
}
