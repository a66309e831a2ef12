using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>A conspicuous figure is sent back to review: the reviewing body is asked about the cell, as it is by a body above.</summary>
internal sealed class WhenFigureQuestioned(ISubmissionsDb db, Forms forms) : IListener<FigureQuestioned>
{
    public Task Handle(FigureQuestioned notification, CancellationToken cancellationToken) =>
        Batches.RetryAsync(db, () => db.InTransactionAsync(() => SaveAsync(notification, cancellationToken), cancellationToken));

    private async Task<int> SaveAsync(FigureQuestioned asked, CancellationToken cancellationToken)
    {
        if (!await db.IsNewAsync(asked.EventId, nameof(WhenFigureQuestioned), cancellationToken)) return 0;
        var submission = await db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == asked.SubmissionId, cancellationToken);
        var form = submission is null ? null : await forms.GetAsync(submission.CriteriaVersionId, cancellationToken);
        if (submission is null || form is null || form.Layout.PlaceOf(asked.IndicatorId) is not (>= 0 and var place))
        {
            db.NotAudited("no cell of ours");
            return await db.SaveChangesAsync(cancellationToken);
        }

        var bytes = await db.Sheets.AsNoTracking().Where(s => s.SubmissionId == submission.Id).Select(s => s.Bytes).FirstOrDefaultAsync(cancellationToken);
        var question = new CellQuestion
        {
            Id = Ids.New(),
            SubmissionId = submission.Id,
            Place = place,
            Disaggregation = "",
            AskedByUnitId = asked.AskedByUnitId,
            AskedBy = asked.AskedBy,
            AskedAt = asked.AskedAt,
            Text = asked.Text,
            ValueThen = SheetCodec.Write([WorkingSheet.Read(bytes).Find(place, "")], tracks: false),
        };
        db.CellQuestions.Add(question);
        db.Audit(new AuditEntry(
            "submissions.ask", "submission", submission.Id.ToString(), submission.UnitId, new { questionId = question.Id, form.At(place).Code }));
        db.Publish(new NotificationRequested(
            Ids.New(), submission.ReviewerUnitId, SubmissionsPermissions.ReviewCode,
            new LocalText("Một số liệu được trả về rà soát", "A figure is sent back to review"),
            new LocalText(
                $"Số liệu chỉ số {form.At(place).Code} của một báo cáo mà đơn vị duyệt có dấu hiệu bất thường. Vui lòng trả lời, hoặc trả lại ô cho đơn vị báo cáo.",
                $"Indicator {form.At(place).Code} of a report that you review looks unusual. Answer the question, or return the cell to the unit."),
            $"/review/{submission.Id}"));
        return await db.SaveChangesAsync(cancellationToken);
    }
}
