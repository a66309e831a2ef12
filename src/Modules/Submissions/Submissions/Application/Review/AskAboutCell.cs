using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>A body above asks the reviewing body about one of its units' cells: the Department questions a school's figure through the ward.</summary>
internal sealed record AskAboutCell(Guid SubmissionId, Guid IndicatorId, string Disaggregation, string? Text) : ICommand<Guid>;

internal sealed class AskAboutCellValidator : AbstractValidator<AskAboutCell>
{
    public AskAboutCellValidator() => RuleFor(command => command.Text).RequiredText(2000);
}

internal sealed class AskAboutCellHandler(
    ISubmissionsDb db, Forms forms, SubmissionAccess access, ICurrentUser user, TimeProvider clock) : ICommandHandler<AskAboutCell, Guid>
{
    public async Task<Result<Guid>> Handle(AskAboutCell request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        if (!await access.MayAskAsync(submission, cancellationToken)) return PlatformFailures.NotAllowed;
        if (!submission.HasHistory) return SubmissionFailures.NotSubmitted;
        var form = await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
        var place = form.Layout.PlaceOf(request.IndicatorId);
        if (CellAccess.Refuse(form, submission, place, request.IndicatorId.ToString(), request.Disaggregation) is { } refusal) return refusal;
        var bytes = await db.Sheets.AsNoTracking().Where(s => s.SubmissionId == submission.Id).Select(s => s.Bytes).FirstOrDefaultAsync(cancellationToken);
        var question = new CellQuestion
        {
            Id = Ids.New(),
            SubmissionId = submission.Id,
            Place = place,
            Disaggregation = request.Disaggregation,
            AskedByUnitId = access.AskingBody(),
            AskedBy = user.Id,
            AskedAt = clock.GetUtcNow(),
            Text = request.Text!.Trim(),
            ValueThen = SheetCodec.Write([WorkingSheet.Read(bytes).Find(place, request.Disaggregation)], tracks: false),
        };
        db.CellQuestions.Add(question);
        db.Audit(new AuditEntry(
            "submissions.ask", "submission", submission.Id.ToString(), submission.UnitId, new { questionId = question.Id, form.At(place).Code }));
        db.Publish(new NotificationRequested(
            Ids.New(), submission.ReviewerUnitId, SubmissionsPermissions.ReviewCode,
            new LocalText("Cấp trên hỏi về một ô số liệu", "A question about a figure"),
            new LocalText(
                $"Đơn vị cấp trên hỏi về chỉ số {form.At(place).Code} của một báo cáo mà đơn vị duyệt. Vui lòng trả lời, hoặc chuyển cho đơn vị báo cáo bằng cách trả lại ô.",
                $"The body above asks about indicator {form.At(place).Code} of a report that you review. Answer it, or pass it on by returning the cell."),
            $"/review/{submission.Id}"));
        await db.SaveChangesAsync(cancellationToken);
        return question.Id;
    }
}

/// <summary>The reviewing body answers a question of the body above.</summary>
internal sealed record AnswerQuestion(Guid SubmissionId, Guid QuestionId, string? Text) : ICommand;

internal sealed class AnswerQuestionValidator : AbstractValidator<AnswerQuestion>
{
    public AnswerQuestionValidator() => RuleFor(command => command.Text).RequiredText(2000);
}

internal sealed class AnswerQuestionHandler(ISubmissionsDb db, SubmissionAccess access, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<AnswerQuestion>
{
    public async Task<Result> Handle(AnswerQuestion request, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.SubmissionId, cancellationToken);
        if (submission is null) return SubmissionFailures.NotFound;
        var allowed = access.RequireReview(submission);
        if (!allowed.Succeeded) return allowed;
        var question = await db.CellQuestions.FirstOrDefaultAsync(
            q => q.Id == request.QuestionId && q.SubmissionId == submission.Id, cancellationToken);
        if (question is null) return PlatformFailures.NotFound;
        if (question.AnsweredAt is not null) return SubmissionFailures.ThreadClosed;
        question.Reply(user.Id, clock.GetUtcNow(), request.Text!.Trim());
        db.Audit(new AuditEntry(
            "submissions.answer_question", "submission", submission.Id.ToString(), submission.UnitId, new { questionId = question.Id }));
        db.Publish(new NotificationRequested(
            Ids.New(), question.AskedByUnitId, SubmissionsPermissions.ReviewCode,
            new LocalText("Đã có trả lời về ô số liệu", "A question about a figure was answered"),
            new LocalText("Đơn vị duyệt đã trả lời câu hỏi về một ô số liệu.", "The reviewing body answered the question about a figure."),
            $"/review/{submission.Id}"));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return SubmissionFailures.ThreadClosed;
        }
    }
}
