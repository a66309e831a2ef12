using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Sends single cells back to the unit, each with a reason; the others stay as they are and cannot be changed.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Version">The version seen; null takes whatever is there.</param>
/// <param name="Cells">The cells.</param>
/// <param name="Source">From where.</param>
/// <param name="AnswerBy">Day by which an answer is asked for; null for two working days from today.</param>
internal sealed record ReturnCells(
    Guid SubmissionId, int? Version, IReadOnlyList<ReturnedCell> Cells, EntrySource Source, DateOnly? AnswerBy = null) : ICommand;

/// <summary>A cell to send back.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Disaggregation">Key of the disaggregation; empty for the total.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="ReasonKind">Why, out of the list.</param>
internal sealed record ReturnedCell(Guid IndicatorId, string Disaggregation, string Reason, ReturnReason ReasonKind = ReturnReason.Other);

internal sealed class ReturnCellsValidator : AbstractValidator<ReturnCells>
{
    public ReturnCellsValidator()
    {
        RuleFor(command => command.Cells).Must(cells => cells is { Count: > 0 and <= 500 })
            .Say("Vui lòng chọn ít nhất một ô để trả lại.", "Choose at least one cell to return.");
        RuleForEach(command => command.Cells).Must(cell =>
                cell.Reason is { Length: <= 2000 } && !string.IsNullOrWhiteSpace(cell.Reason) && !cell.Reason.Contains('\0', StringComparison.Ordinal))
            .Say("Vui lòng ghi lý do trả lại, tối đa 2.000 ký tự.", "Give the reason for the return, in at most 2,000 characters.");
        RuleForEach(command => command.Cells).Must(cell => Enum.IsDefined(cell.ReasonKind))
            .Say("Vui lòng chọn lý do trong danh sách.", "Choose a reason from the list.");
    }
}

internal sealed class ReturnCellsHandler(
    ISubmissionsDb db, Forms forms, SubmissionAccess access, PeriodGate gate, ICurrentUser user, TimeProvider clock, ISender sender)
    : ICommandHandler<ReturnCells>
{
    /// <summary>An answer is asked for within two working days, unless the reviewer says otherwise.</summary>
    internal const int WorkingDaysToAnswer = 2;

    /// <summary>An answer is asked for within two months at most.</summary>
    private const int MostDaysToAnswer = 60;

    public Task<Result> Handle(ReturnCells request, CancellationToken cancellationToken) =>
        Batches.RetryAsync(db, () => TryAsync(request, cancellationToken));

    private async Task<Result> TryAsync(ReturnCells request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = access.RequireReview(submission);
        if (!allowed.Succeeded) return allowed;
        if (request.Version is { } seen && !submission.IsAsSeenIn(seen)) return PlatformFailures.Stale;
        var timing = await gate.JudgeAsync(submission, cancellationToken);
        if (timing.Refusal is not null) return timing.Refusal;
        var authors = await Approving.AuthorsAsync(db, [submission], cancellationToken);
        if (authors[submission.Id].Contains(user.Id) && submission.SelfReviewFor != user.Id) return SubmissionFailures.SelfReview;

        var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
        var cells = new List<(int Place, ReturnedCell Cell)>(request.Cells.Count);
        foreach (var cell in request.Cells)
        {
            var place = form.Layout.PlaceOf(cell.IndicatorId);
            if (CellAccess.Refuse(form, submission, place, cell.IndicatorId.ToString(), cell.Disaggregation) is { } refusal) return refusal;
            cells.Add((place, cell));
        }

        var open = await CellAccess.OpenReturnsAsync(db, submission.Id, cancellationToken);
        cells.RemoveAll(cell => !open.Add((cell.Place, cell.Cell.Disaggregation)));
        if (cells.Count == 0) return SubmissionFailures.NothingReturned;
        var answerBy = await AnswerByAsync(request, cancellationToken);
        return answerBy.Succeeded
            ? await ReturnAsync(submission, cells, answerBy.Value, request.Source, cancellationToken)
            : answerBy.WithoutValue();
    }

    private async Task<Result<DateOnly>> AnswerByAsync(ReturnCells request, CancellationToken cancellationToken)
    {
        var today = CityTime.Today(clock);
        if (request.AnswerBy is not { } day) return await sender.Send(new AddWorkingDays(today, WorkingDaysToAnswer), cancellationToken);
        return day >= today && day <= today.AddDays(MostDaysToAnswer)
            ? day
            : SubmissionFailures.AnswerByOutOfRange.On("answerBy", today, today.AddDays(MostDaysToAnswer));
    }

    private async Task<Result> ReturnAsync(
        Submission submission, List<(int Place, ReturnedCell Cell)> cells, DateOnly answerBy, EntrySource source,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var result = submission.Return(user.Id, now, cells.Count);
        if (!result.Succeeded) return result;
        var bytes = await db.Sheets.AsNoTracking().Where(s => s.SubmissionId == submission.Id)
            .Select(s => s.Bytes).FirstOrDefaultAsync(cancellationToken);
        var sheet = WorkingSheet.Read(bytes);
        var questions = await db.CellQuestions.Where(q => q.SubmissionId == submission.Id && q.AnsweredAt == null).ToListAsync(cancellationToken);
        foreach (var (place, cell) in cells)
        {
            var then = sheet.Find(place, cell.Disaggregation);
            var question = questions.Find(q => q.Place == place && q.Disaggregation == cell.Disaggregation);
            question?.PassOn(now);
            db.CellReturns.Add(new CellReturn
            {
                Id = Ids.New(),
                SubmissionId = submission.Id,
                Place = place,
                Disaggregation = cell.Disaggregation,
                ReasonKind = cell.ReasonKind,
                Reason = cell.Reason.Trim(),
                ReturnedBy = user.Id,
                ReturnedAt = now,
                CellVersion = then.Track.Version,
                ValueThen = SheetCodec.Write([then], tracks: false),
                AnswerBy = answerBy,
                QuestionId = question?.Id,
            });
        }

        // Each cell keeps its own reason whole; the history shows how they begin.
        var reasons = string.Join("; ", cells.Select(cell => cell.Cell.Reason.Trim()));
        db.Revisions.Add(Revisions.Of(
            submission, RevisionKind.Returned, user.Id, now, source, reasons.Length > 2000 ? reasons[..2000] : reasons));
        db.Audit(new AuditEntry(
            "submissions.return", "submission", submission.Id.ToString(), submission.UnitId, new { cells = cells.Count, answerBy }));
        db.Publish(new SubmissionReturned(
            Ids.New(), submission.Id, submission.UnitId, submission.PeriodId, submission.CriteriaVersionId, submission.SheetVersion));
        db.Publish(Notice(submission, cells.Count, answerBy));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Ok;
    }

    private static NotificationRequested Notice(Submission submission, int cells, DateOnly answerBy) => new(
        Ids.New(), submission.AnsweringUnitId, SubmissionsPermissions.ReportCode,
        new LocalText($"Đề nghị bổ sung {cells} ô", $"{cells} {(cells == 1 ? "cell" : "cells")} to revise"),
        new LocalText(
            $"Đơn vị duyệt đề nghị bổ sung {cells} ô, lý do ghi tại từng ô. Hạn bổ sung: {answerBy:dd/MM/yyyy}.",
            $"The reviewing body asks to revise {cells} {(cells == 1 ? "cell" : "cells")}; each carries a reason. Answer by {answerBy:yyyy-MM-dd}."),
        $"/submissions/{submission.Id}/threads");
}
