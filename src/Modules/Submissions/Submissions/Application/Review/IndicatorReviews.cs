using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>The indicators of a period that the caller reviews, each with how many units gave it and how many figures are flagged.</summary>
/// <param name="PeriodCode">The period; null for the open one that closes first, or the newest.</param>
internal sealed record ListIndicatorReviews(string? PeriodCode) : IQuery<Result<IndicatorReviews>>;

/// <summary>A period's indicators under review.</summary>
internal sealed record IndicatorReviews(Period Period, IReadOnlyList<Period> Periods, IReadOnlyList<IndicatorSummary> Indicators);

/// <summary>An indicator across the caller's units.</summary>
/// <param name="SetCode">Its criteria set.</param>
/// <param name="Indicator">What it takes.</param>
/// <param name="Given">Units that handed it in.</param>
/// <param name="Flagged">Of those, with a flag.</param>
/// <param name="IsMine">Whether it is shared out to the caller.</param>
internal sealed record IndicatorSummary(string SetCode, Indicator Indicator, int Given, int Flagged, bool IsMine);

/// <summary>One indicator across all units that the caller reviews, the odd ones first.</summary>
/// <param name="PeriodCode">The period; null as above.</param>
/// <param name="SetCode">Its criteria set; null where the code names one alone.</param>
/// <param name="IndicatorCode">Its code.</param>
internal sealed record GetIndicatorReview(string? PeriodCode, string? SetCode, string IndicatorCode) : IQuery<Result<IndicatorReview>>;

/// <summary>An indicator under review.</summary>
internal sealed record IndicatorReview(Period Period, string SetCode, Indicator Indicator, IReadOnlyList<IndicatorFigure> Figures);

/// <summary>A unit's figure of the indicator.</summary>
/// <param name="Submission">The report that it stands in.</param>
/// <param name="Unit">The unit on the last day of the period.</param>
/// <param name="Now">What it says.</param>
/// <param name="Judgement">What it is judged by.</param>
/// <param name="IsReturned">Whether it waits for an answer.</param>
internal sealed record IndicatorFigure(Submission Submission, NamedUnit Unit, PackedCell Now, CellJudgement Judgement, bool IsReturned);

/// <summary>Reads the reports of a period that the caller reviews, with their working sheets: what was handed in, in whatever state since.</summary>
internal sealed class IndicatorReviewsHandler(
    ISubmissionsDb db, ICurrentUser user, InboxRows inbox, Forms forms, FlagReader flags, Names names, ISender sender)
    : IQueryHandler<ListIndicatorReviews, Result<IndicatorReviews>>, IQueryHandler<GetIndicatorReview, Result<IndicatorReview>>
{
    public async Task<Result<IndicatorReviews>> Handle(ListIndicatorReviews request, CancellationToken cancellationToken)
    {
        if (!user.Has(SubmissionsPermissions.ReviewCode)) return PlatformFailures.NotAllowed;
        var periods = await sender.Send(new ListPeriods(), cancellationToken);
        if (Choose(periods, request.PeriodCode) is not { } period) return PlatformFailures.NotFound;
        var reports = await ReadAsync(period, cancellationToken);
        var book = await flags.LoadAsync(period.Id, [.. reports.Select(report => report.Submission)], cancellationToken);
        var mine = await inbox.Mine().Where(share => share.IndicatorId != null).Select(share => share.IndicatorId!.Value)
            .ToHashSetAsync(cancellationToken);
        var counts = new Dictionary<(Guid VersionId, int Place), (int Given, int Flagged)>();
        foreach (var (submission, sheet) in reports)
        {
            var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
            foreach (var (place, judgement) in book.Judge(submission, form, sheet))
            {
                var (given, flagged) = counts.GetValueOrDefault((form.Set.VersionId, place));
                counts[(form.Set.VersionId, place)] = (given + 1, flagged + (judgement.Flags == FlagKind.None ? 0 : 1));
            }
        }

        var indicators = new List<IndicatorSummary>(counts.Count);
        foreach (var ((versionId, place), (given, flagged)) in counts)
        {
            var form = await forms.GetAsync(versionId, cancellationToken);
            indicators.Add(new IndicatorSummary(form.Set.SetCode, form.At(place), given, flagged, mine.Contains(form.At(place).Id)));
        }

        return new IndicatorReviews(period, [.. periods.Where(p => p.State != PeriodState.Planned)],
        [
            .. indicators.OrderByDescending(one => one.IsMine).ThenByDescending(one => one.Flagged)
                .ThenBy(one => one.SetCode, StringComparer.Ordinal).ThenBy(one => one.Indicator.Code, StringComparer.Ordinal),
        ]);
    }

    public async Task<Result<IndicatorReview>> Handle(GetIndicatorReview request, CancellationToken cancellationToken)
    {
        if (!user.Has(SubmissionsPermissions.ReviewCode)) return PlatformFailures.NotAllowed;
        if (Choose(await sender.Send(new ListPeriods(), cancellationToken), request.PeriodCode) is not { } period) return PlatformFailures.NotFound;
        var found = new List<(Submission Submission, WorkingSheet Sheet, Form Form, int Place)>();
        foreach (var (submission, sheet) in await ReadAsync(period, cancellationToken))
        {
            if (request.SetCode is { } set && set != submission.SetCode) continue;
            var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
            if (form.PlaceOf(request.IndicatorCode) is >= 0 and var place && Places.Has(submission.Owed, place))
                found.Add((submission, sheet, form, place));
        }

        if (found.Count == 0) return PlatformFailures.NotFound;
        var one = found.Where(item => item.Form.Set.SetCode == found[0].Form.Set.SetCode).ToList();
        var book = await flags.LoadAsync(period.Id, [.. one.Select(item => item.Submission)], cancellationToken);
        var units = await names.UnitsAsync(one.Select(item => item.Submission.UnitId), period.WindowTo, cancellationToken);
        var returned = await ReturnedAsync([.. one.Select(item => item.Submission.Id)], cancellationToken);
        var figures = one.Select(item => new IndicatorFigure(
            item.Submission, units[item.Submission.UnitId], item.Sheet.Find(item.Place, ""),
            book.Judge(item.Submission, item.Form, item.Sheet)[item.Place], returned.Contains((item.Submission.Id, item.Place))));
        return new IndicatorReview(period, one[0].Form.Set.SetCode, one[0].Form.At(one[0].Place),
        [
            .. figures.OrderByDescending(figure => figure.Judgement.Flags != FlagKind.None).ThenByDescending(figure => figure.Judgement.Oddness)
                .ThenBy(figure => figure.Unit.Code, StringComparer.Ordinal),
        ]);
    }

    private static Period? Choose(IReadOnlyList<Period> periods, string? code) => code is not null
        ? periods.FirstOrDefault(period => period.Code == code)
        : periods.Where(period => period.State == PeriodState.Open).MinBy(period => period.ClosesOn)
            ?? periods.FirstOrDefault(period => period.State != PeriodState.Planned);

    /// <summary>In one read, however many there are: a reviewing body has some hundred units.</summary>
    private async Task<List<(Submission Submission, WorkingSheet Sheet)>> ReadAsync(Period period, CancellationToken cancellationToken)
    {
        var rows = await (
            from submission in inbox.OfBodies(db.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id && s.FirstSubmittedAt != null))
            join sheet in db.Sheets.AsNoTracking() on submission.Id equals sheet.SubmissionId
            select new { Submission = submission, sheet.Bytes }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => (row.Submission, WorkingSheet.Read(row.Bytes)));
    }

    private async Task<HashSet<(Guid SubmissionId, int Place)>> ReturnedAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var open = new HashSet<(Guid, int)>();
        foreach (var some in ids.Chunk(500))
        {
            var rows = await db.CellReturns.AsNoTracking().Where(r => some.Contains(r.SubmissionId) && r.AnsweredAt == null)
                .Select(r => new { r.SubmissionId, r.Place }).ToListAsync(cancellationToken);
            open.UnionWith(rows.Select(row => (row.SubmissionId, row.Place)));
        }

        return open;
    }
}
