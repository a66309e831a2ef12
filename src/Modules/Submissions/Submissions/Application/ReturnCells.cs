using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Sends single cells back to the unit, each with a reason; the others stay as they are and cannot be changed.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Version">The version seen; null takes whatever is there.</param>
/// <param name="Cells">The cells.</param>
/// <param name="Source">From where.</param>
internal sealed record ReturnCells(Guid SubmissionId, int? Version, IReadOnlyList<ReturnedCell> Cells, EntrySource Source) : ICommand;

/// <summary>A cell to send back.</summary>
internal sealed record ReturnedCell(Guid IndicatorId, string Disaggregation, string Reason);

internal sealed class ReturnCellsValidator : AbstractValidator<ReturnCells>
{
    public ReturnCellsValidator()
    {
        RuleFor(command => command.Cells).Must(cells => cells is { Count: > 0 and <= 500 })
            .Say("Vui lòng chọn ít nhất một ô để trả lại.", "Choose at least one cell to return.");
        RuleForEach(command => command.Cells).Must(cell => cell.Reason is { Length: <= 2000 } && !string.IsNullOrWhiteSpace(cell.Reason))
            .Say("Vui lòng ghi lý do trả lại, tối đa 2.000 ký tự.", "Give the reason for the return, in at most 2,000 characters.");
    }
}

internal sealed class ReturnCellsHandler(
    ISubmissionsDb db, Forms forms, SubmissionAccess access, PeriodGate gate, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<ReturnCells>
{
    /// <summary>An answer is asked for within two working days (wording catalogue, string 40).</summary>
    private const int WorkingDaysToAnswer = 2;

    public Task<Result> Handle(ReturnCells request, CancellationToken cancellationToken) =>
        Batches.RetryAsync(db, () => TryAsync(request, cancellationToken));

    private async Task<Result> TryAsync(ReturnCells request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = access.RequireReview(submission);
        if (!allowed.Succeeded) return allowed;
        if (request.Version is { } seen && seen != submission.Version) return PlatformFailures.Stale;
        var timing = await gate.JudgeAsync(submission, cancellationToken);
        if (timing.Refusal is not null) return timing.Refusal;
        var authors = await Approving.AuthorsAsync(db, [submission], cancellationToken);
        if (authors[submission.Id].Contains(user.Id)) return SubmissionFailures.SelfReview;

        var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
        var cells = new List<(int Place, ReturnedCell Cell)>(request.Cells.Count);
        foreach (var cell in request.Cells)
        {
            var place = form.Layout.PlaceOf(cell.IndicatorId);
            if (CellAccess.Refuse(form, submission, place, cell.IndicatorId.ToString(), cell.Disaggregation) is { } refusal) return refusal;
            cells.Add((place, cell));
        }

        var open = await CellAccess.OpenReturnsAsync(db, submission.Id, cancellationToken);
        cells.RemoveAll(cell => open.Contains((cell.Place, cell.Cell.Disaggregation)));
        if (cells.Count == 0) return SubmissionFailures.NothingReturned;
        return await ReturnAsync(submission, cells, request.Source, cancellationToken);
    }

    private async Task<Result> ReturnAsync(
        Submission submission, List<(int Place, ReturnedCell Cell)> cells, EntrySource source, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var result = submission.Return(user.Id, now, cells.Count);
        if (!result.Succeeded) return result;
        var bytes = await db.Sheets.AsNoTracking().Where(s => s.SubmissionId == submission.Id)
            .Select(s => s.Bytes).FirstOrDefaultAsync(cancellationToken);
        var sheet = WorkingSheet.Read(bytes);
        var answerBy = HolidayCalendar.Vietnam.AddWorkingDays(CityTime.DayOf(now), WorkingDaysToAnswer);
        foreach (var (place, cell) in cells)
        {
            var then = sheet.Find(place, cell.Disaggregation);
            db.CellReturns.Add(new CellReturn
            {
                Id = Ids.New(),
                SubmissionId = submission.Id,
                Place = place,
                Disaggregation = cell.Disaggregation,
                Reason = cell.Reason.Trim(),
                ReturnedBy = user.Id,
                ReturnedAt = now,
                CellVersion = then.Track.Version,
                ValueThen = SheetCodec.Write([then], tracks: false),
                AnswerBy = answerBy,
            });
        }

        // Each cell keeps its own reason whole; the history shows how they begin.
        var reasons = string.Join("; ", cells.Select(cell => cell.Cell.Reason.Trim()));
        db.Revisions.Add(Revisions.Of(
            submission, RevisionKind.Returned, user.Id, now, source, reasons.Length > 2000 ? reasons[..2000] : reasons));
        db.Audit(new AuditEntry(
            "submissions.return", "submission", submission.Id.ToString(), submission.UnitId, new { cells = cells.Count }));
        db.Publish(new SubmissionReturned(
            Ids.New(), submission.Id, submission.UnitId, submission.PeriodId, submission.CriteriaVersionId, submission.SheetVersion));
        db.Publish(Notice(submission, cells.Count, answerBy));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Ok;
    }

    private static NotificationRequested Notice(Submission submission, int cells, DateOnly answerBy) => new(
        Ids.New(), submission.UnitId, SubmissionsPermissions.ReportCode,
        new LocalText($"Đề nghị bổ sung {cells} ô", $"{cells} cells to revise"),
        new LocalText(
            $"Đơn vị duyệt đề nghị bổ sung {cells} ô, lý do ghi tại từng ô. Hạn bổ sung: {answerBy:dd/MM/yyyy}.",
            $"The reviewing body asks to revise {cells} cells; each carries a reason. Answer by {answerBy:yyyy-MM-dd}."),
        $"/submissions/{submission.Id}");
}
