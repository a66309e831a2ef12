using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Review;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using LearningCity.Testing;

namespace LearningCity.Submissions.Tests.Application.Review;

internal sealed class InboxTests(string database) : OfficeTest(database)
{
    [Test]
    public async Task What_is_risky_comes_first_by_page_and_by_cursor()
    {
        var first = await OpenAsync();
        Require(await Send(new ApproveSubmission((await SubmittedAsync(first, events: 5)).Id, null, EntrySource.Web), Reviewer));
        var period = await OpenAsync(first.Id);
        var calm = await FindAsync(period, Office.OtherSchool);
        Require(await SaveAsync(Importer, calm.Id, AllCells()));
        Require(await Send(new SubmitSubmission(calm.Id, null, EntrySource.Web), Importer));
        var risky = await SubmittedAsync(period, events: 500);
        var inbox = Require(await Send(new ListReviews(InboxFilter.All, 1), Reviewer));
        var order = inbox.Rows.Select(row => row.Submission.Id).ToList();
        order.IndexOf(risky.Id).ShouldBeLessThan(order.IndexOf(calm.Id));
        inbox.Counts[InboxFilter.Warnings].ShouldBeGreaterThanOrEqualTo(1);
        (inbox.Counts[InboxFilter.Warnings] + inbox.Counts[InboxFilter.Plain]).ShouldBeLessThanOrEqualTo(inbox.Counts[InboxFilter.All]);

        var walked = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = Require(await Send(new ListReviewsFrom(InboxFilter.All, InboxOwner.Anybody, cursor, 1), Reviewer));
            walked.AddRange(page.Items.Select(row => row.Submission.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        walked.ShouldBe(order);
    }

    [Test]
    public async Task An_answer_shows_how_many_cells_changed_and_whom_it_answers()
    {
        var period = await OpenAsync();
        var submission = await SubmittedAsync(period);
        Require(await Send(
            new ReturnCells(submission.Id, null, [new ReturnedCell(Office.Events.Id, "", "Xem lại")], EntrySource.Web), Reviewer));
        Require(await SaveAsync(Clerk, submission.Id, EventsCell(6)));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
        var row = Require(await Send(new ListReviews(InboxFilter.Answered, 1), Reviewer)).Rows.First(r => r.Submission.Id == submission.Id);
        (row.ChangedCells, row.AnswersMe).ShouldBe((1, true));
        var colleague = Callers.Of(Office.Ward, "submissions.read", "submissions.review");
        Require(await Send(new ListReviews(InboxFilter.Answered, 1), colleague)).Rows
            .First(r => r.Submission.Id == submission.Id).AnswersMe.ShouldBeFalse();
    }

    [Test]
    public async Task Approving_many_names_what_changed_and_what_the_approver_entered_before_anything_happens()
    {
        var period = await OpenAsync();
        var seen = await SubmittedAsync(period);
        var both = Callers.Of(Office.Ward, "submissions.read", "submissions.report", "submissions.review");
        var own = await FindAsync(period, Office.OtherSchool);
        Require(await SaveAsync(both, own.Id, AllCells()));
        Require(await Send(new SubmitSubmission(own.Id, null, EntrySource.Web), both));
        own = await FindAsync(period, Office.OtherSchool);
        var plan = Require(await Send(
            new PrepareApproval([new(seen.Id, seen.Version), new(own.Id, own.Version)], InboxFilter.All, InboxOwner.Anybody), both));
        plan.Rows.Select(row => row.Submission.Id).ShouldBe([seen.Id]);
        plan.LeftOut.ShouldHaveSingleItem().Why.Code.ShouldBe("submissions.self_review");

        // That a colleague opened it changes nothing; that it was handed in anew does.
        Require(await Send(new StartReview(seen.Id), Reviewer));
        plan = Require(await Send(new PrepareApproval([new(seen.Id, seen.Version)], InboxFilter.All, InboxOwner.Anybody), both));
        plan.Rows.ShouldHaveSingleItem();
        Require(await Send(new ReturnCells(seen.Id, seen.Version, [new ReturnedCell(Office.Events.Id, "", "Xem lại")], EntrySource.Web), Reviewer));
        Require(await SaveAsync(Clerk, seen.Id, EventsCell(6)));
        Require(await Send(new SubmitSubmission(seen.Id, null, EntrySource.Web), Clerk));
        plan = Require(await Send(new PrepareApproval([new(seen.Id, seen.Version)], InboxFilter.All, InboxOwner.Anybody), both));
        plan.Rows.ShouldBeEmpty();
        plan.LeftOut.ShouldHaveSingleItem().Why.Code.ShouldBe("platform.stale");
        (await FindAsync(period, Office.School)).State.ShouldBe(SubmissionState.Submitted);
    }

    [Test]
    public async Task One_indicator_is_seen_across_units_the_odd_first_and_returned_from_there()
    {
        var first = await OpenAsync();
        Require(await Send(new ApproveSubmission((await SubmittedAsync(first, events: 5)).Id, null, EntrySource.Web), Reviewer));
        var period = await OpenAsync(first.Id);
        var odd = await SubmittedAsync(period, events: 50);
        var usual = await FindAsync(period, Office.OtherSchool);
        Require(await SaveAsync(Importer, usual.Id, AllCells()));
        Require(await Send(new SubmitSubmission(usual.Id, null, EntrySource.Web), Importer));
        var list = Require(await Send(new ListIndicatorReviews(period.Code), Reviewer));
        var events = list.Indicators.First(one => one.Indicator.Code == Office.Events.Code);
        (events.Given, events.Flagged).ShouldBe((2, 1));
        list.Indicators[0].Indicator.Code.ShouldBe(Office.Events.Code);
        var review = Require(await Send(new GetIndicatorReview(period.Code, null, Office.Events.Code), Reviewer));
        review.Figures.Select(figure => figure.Submission.Id).ShouldBe([odd.Id, usual.Id]);
        review.Figures[0].Judgement.Flags.ShouldBe(FlagKind.Change);
        var stranger = Callers.Of(Office.School, "submissions.read", "submissions.review");
        (await Send(new GetIndicatorReview(period.Code, null, Office.Events.Code), stranger)).Failures[0].Code.ShouldBe("platform.not_found");
    }
}
