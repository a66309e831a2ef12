using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Review;
using LearningCity.Submissions.Domain;
using LearningCity.Testing;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Tests.Application.Review;

internal sealed class ThreadTests(string database) : OfficeTest(database)
{
    [Test]
    public async Task An_answer_is_asked_for_within_two_working_days_or_by_the_day_named()
    {
        // 30 June 2026 is a Tuesday.
        var period = await OpenAsync();
        var submission = await SubmittedAsync(period);
        Require(await ReturnAsync(submission.Id, Office.Events.Id));
        Require(await ReturnAsync(submission.Id, Office.Budget.Id, new DateOnly(2026, 7, 10)));
        (await ReturnAsync(submission.Id, Office.Plan.Id, new DateOnly(2026, 6, 29))).Failures[0].Code
            .ShouldBe("submissions.answer_by_out_of_range");
        var threads = Require(await Send(new GetThreads(submission.Id), Clerk));
        threads.Cells.Select(cell => cell.Turns[0].AnswerBy).ShouldBe([new DateOnly(2026, 7, 2), new DateOnly(2026, 7, 10)]);
    }

    [Test]
    public async Task The_thread_stays_with_who_when_the_value_then_and_the_value_after()
    {
        var period = await OpenAsync();
        var submission = await SubmittedAsync(period, events: 5);
        Require(await ReturnAsync(submission.Id, Office.Events.Id));
        Require(await ReturnAsync(submission.Id, Office.Budget.Id));
        Require(await SaveAsync(Clerk, submission.Id, EventsCell(8)));
        var open = Require(await Send(new GetThreads(submission.Id), Clerk)).Cells.First(cell => cell.Cell.Indicator.Id == Office.Budget.Id).Turns[0];
        (await Send(new AnswerReturn(submission.Id, open.Id, " ", EntrySource.Web), Clerk)).Succeeded.ShouldBeFalse();
        (await Send(new AnswerReturn(submission.Id, open.Id, "Đúng", EntrySource.Web), Reviewer)).Failures[0].Code.ShouldBe("platform.not_allowed");
        Require(await Send(new AnswerReturn(submission.Id, open.Id, "Đã đối chiếu quyết toán, số đúng", EntrySource.Web), Clerk));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
        Require(await Send(new ApproveSubmission(submission.Id, null, EntrySource.Web), Reviewer));

        var cells = Require(await Send(new GetThreads(submission.Id), Clerk)).Cells;
        var changed = cells.First(cell => cell.Cell.Indicator.Id == Office.Events.Id).Turns.ShouldHaveSingleItem();
        (changed.Then.Number, changed.After?.Number, changed.IsOpen, changed.ReasonKind).ShouldBe((5, 8, false, ReturnReason.Evidence));
        var explained = cells.First(cell => cell.Cell.Indicator.Id == Office.Budget.Id).Turns.ShouldHaveSingleItem();
        (explained.Answer, explained.After?.Number).ShouldBe(("Đã đối chiếu quyết toán, số đúng", 12.5m));
        (await Send(new AnswerReturn(submission.Id, explained.Id, "Muộn", EntrySource.Web), Clerk)).Failures[0].Code
            .ShouldBe("submissions.thread_closed");
    }

    [Test]
    public async Task The_review_shows_what_changed_since_the_report_was_handed_in_before()
    {
        var period = await OpenAsync();
        var submission = await SubmittedAsync(period, events: 5);
        Require(await ReturnAsync(submission.Id, Office.Events.Id));
        Require(await SaveAsync(Clerk, submission.Id, EventsCell(8)));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
        var review = Require(await Send(new GetReview(submission.Id), Reviewer));
        review.IsAnswer.ShouldBeTrue();
        var cell = review.Cells.Where(one => one.IsChanged).ShouldHaveSingleItem();
        (cell.HandedInBefore?.Number, cell.Cell.Now.Number).ShouldBe((5, 8));
    }

    [Test]
    public async Task The_Department_asks_about_a_schools_cell_through_the_ward()
    {
        var period = await OpenAsync();
        var submission = await SubmittedAsync(period);
        var department = Callers.Of(Office.Department, "submissions.read", "submissions.review");
        (await Send(new AskAboutCell(submission.Id, Office.Events.Id, "", "Vì sao?"), Reviewer)).Failures[0].Code.ShouldBe("platform.not_allowed");
        var first = Require(await Send(new AskAboutCell(submission.Id, Office.Events.Id, "", "Vì sao tăng?"), department));
        var second = Require(await Send(new AskAboutCell(submission.Id, Office.Budget.Id, "", "Gồm những khoản nào?"), department));

        // The ward answers the one itself and passes the other on; the school never sees the Department.
        (await Send(new AnswerQuestion(submission.Id, second, "Chi thường xuyên"), department)).Failures[0].Code.ShouldBe("platform.not_allowed");
        Require(await Send(new AnswerQuestion(submission.Id, second, "Chi thường xuyên"), Reviewer));
        Require(await ReturnAsync(submission.Id, Office.Events.Id));
        Require(await SaveAsync(Clerk, submission.Id, EventsCell(7)));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
        (await QuestionAsync(first)).AnsweredAt.ShouldBeNull();
        Require(await Send(new ApproveSubmission(submission.Id, null, EntrySource.Web), Reviewer));
        var answered = await QuestionAsync(first);
        answered.PassedOnAt.ShouldNotBeNull();
        answered.AnsweredAt.ShouldNotBeNull();
        var review = Require(await Send(new GetReview(submission.Id), department));
        review.MayAsk.ShouldBeTrue();
        review.Cells.First(cell => cell.Cell.Indicator.Id == Office.Budget.Id).Thread.ShouldHaveSingleItem().Answer.ShouldBe("Chi thường xuyên");
    }

    private Task<BuildingBlocks.Results.Result> ReturnAsync(Guid submissionId, Guid indicatorId, DateOnly? answerBy = null, Caller? by = null) => Send(
        new ReturnCells(
            submissionId, null, [new ReturnedCell(indicatorId, "", "Xem lại", ReturnReason.Evidence)], EntrySource.Web, answerBy), by ?? Reviewer);

    private Task<CellQuestion> QuestionAsync(Guid id) =>
        City.UseAsync<ISubmissionsDb, CellQuestion>(db => db.CellQuestions.AsNoTracking().FirstAsync(q => q.Id == id));
}
