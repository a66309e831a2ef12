using LearningCity.BuildingBlocks;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using LearningCity.Testing;

namespace LearningCity.Submissions.Tests.Application;

internal sealed class ReviewTests(string database) : OfficeTest(database)
{
    [Test]
    public async Task Approved_figures_are_told_and_can_be_asked_for()
    {
        var period = await OpenAsync();
        var submission = await SubmittedAsync(period);
        (await Send(new GetApprovedSheets(period.Id, [Office.School]))).ShouldBeEmpty();
        Require(await Send(new ApproveSubmission(submission.Id, submission.Version, EntrySource.Web), Reviewer));
        var sheet = (await Send(new GetApprovedSheets(period.Id, [Office.School]))).ShouldHaveSingleItem();
        sheet.Cells.Count.ShouldBe(5);
        sheet.Cells.Single(cell => cell.IndicatorId == Office.Literacy.Id).Numerator.ShouldBe(98);
        (await Send(new FindSubmittedObligations(period.Id))).ShouldContain(submission.ObligationId);
        var state = (await Send(new GetSubmissionStates(period.Id, [Office.School]))).ShouldHaveSingleItem();
        (state.State, state.FilledCells, state.OwedCells).ShouldBe((SubmissionState.Approved, 5, 5));
    }

    [Test]
    public async Task Nobody_reviews_what_they_entered_or_handed_in()
    {
        var period = await OpenAsync();
        var both = Callers.Everywhere("submissions.read", "submissions.report", "submissions.review");
        var submission = await FindAsync(period, Office.School);
        Require(await SaveAsync(both, submission.Id, EventsCell(5)));
        Require(await SaveAsync(Clerk, submission.Id, AllCells()[1..]));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
        (await Send(new ApproveSubmission(submission.Id, null, EntrySource.Web), both)).Failures[0].Code.ShouldBe("submissions.self_review");
        var returned = await Send(
            new ReturnCells(submission.Id, null, [new ReturnedCell(Office.Events.Id, "", "Xem lại")], EntrySource.Web), both);
        returned.Failures[0].Code.ShouldBe("submissions.self_review");
    }

    [Test]
    public async Task Only_the_reviewing_body_itself_decides()
    {
        var submission = await SubmittedAsync(await OpenAsync());
        var department = Callers.Of(Office.Department, "submissions.read", "submissions.review");
        (await Send(new ApproveSubmission(submission.Id, null, EntrySource.Web), department)).Failures[0].Code.ShouldBe("platform.not_allowed");
    }

    [Test]
    public async Task Approving_many_skips_what_changed_since_it_was_seen()
    {
        var period = await OpenAsync();
        var seen = await SubmittedAsync(period);
        var other = await FindAsync(period, Office.OtherSchool);
        Require(await SaveAsync(Importer, other.Id, AllCells()));
        Require(await Send(new SubmitSubmission(other.Id, null, EntrySource.Web), Importer));
        other = await FindAsync(period, Office.OtherSchool);
        Require(await Send(new WithdrawSubmission(seen.Id, null, EntrySource.Web), Clerk));
        Require(await Send(new SubmitSubmission(seen.Id, null, EntrySource.Web), Clerk));
        var outcomes = Require(await Send(
            new ApproveMany([new(seen.Id, seen.Version), new(other.Id, other.Version), new(Ids.New(), 1)], EntrySource.Web), Reviewer));
        outcomes.Select(outcome => outcome.Done ? null : outcome.Failures[0].Code)
            .ShouldBe(["platform.stale", null, "submissions.not_found"]);
    }

    [Test]
    public async Task A_returned_cell_has_to_be_answered_before_handing_in_again()
    {
        var period = await OpenAsync();
        var submission = await SubmittedAsync(period);
        Require(await Send(
            new ReturnCells(submission.Id, null, [new ReturnedCell(Office.Events.Id, "", "Xem lại")], EntrySource.Web), Reviewer));
        (await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk)).Failures[0].Code
            .ShouldBe("submissions.return_not_answered");
        var explained = new CellSave(Office.Events.Id, "", null, new RawEntry(null, 5, Comment: "Đã đối chiếu, số liệu đúng"));
        Require(await SaveAsync(Clerk, submission.Id, explained));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
        (await FindAsync(period, Office.School)).State.ShouldBe(SubmissionState.Submitted);
    }

    [Test]
    public async Task A_review_that_was_opened_stops_withdrawing()
    {
        var submission = await SubmittedAsync(await OpenAsync());
        Require(await Send(new StartReview(submission.Id), Reviewer));
        (await Send(new WithdrawSubmission(submission.Id, null, EntrySource.Web), Clerk)).Failures[0].Code
            .ShouldBe("submissions.review_started");
    }

    [Test]
    public async Task Closing_the_period_locks_what_is_approved()
    {
        var period = await OpenAsync();
        var submission = await SubmittedAsync(period);
        Require(await Send(new ApproveSubmission(submission.Id, null, EntrySource.Web), Reviewer));
        await City.UseAsync<ISubmissionsDb, int>(async db =>
        {
            await new WhenPeriodClosed(db).Handle(new PeriodClosed(Ids.New(), period.Id, period.Code), CancellationToken.None);
            return 0;
        });
        (await FindAsync(period, Office.School)).State.ShouldBe(SubmissionState.Locked);
        (await FindAsync(period, Office.OtherSchool)).State.ShouldBe(SubmissionState.NotStarted);
    }

    [Test]
    public async Task The_inbox_of_a_body_holds_what_waits_for_it()
    {
        var period = await OpenAsync();
        var submission = await SubmittedAsync(period);
        var inbox = Require(await Send(new ListReviews(InboxFilter.All, 1), Reviewer));
        inbox.Rows.ShouldContain(row => row.Submission.Id == submission.Id);
        var department = Callers.Of(Office.Department, "submissions.read", "submissions.review");
        Require(await Send(new ListReviews(InboxFilter.All, 1), department)).Rows.ShouldNotContain(row => row.Submission.Id == submission.Id);
    }
}
