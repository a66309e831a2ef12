using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Review;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using LearningCity.Testing;

namespace LearningCity.Submissions.Tests.Application.Review;

internal sealed class HeadTests(string database) : OfficeTest(database)
{
    private Caller Head { get; set; } = Caller.Anonymous;

    protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        Head = Callers.Of(Office.School, "submissions.read", "submissions.report", "submissions.release");
    }

    [Test]
    public async Task Where_the_rule_is_on_the_clerk_prepares_and_the_head_releases()
    {
        var manager = Callers.Everywhere("submissions.manage", "submissions.read");
        (await Send(new SetReleaseRules(["primary"], null), Clerk)).Failures[0].Code.ShouldBe("platform.not_allowed");
        (await Send(new SetReleaseRules(["castle"], null), manager)).Succeeded.ShouldBeFalse();
        Require(await Send(new SetReleaseRules(["primary"], Require(await Send(new GetReleaseRules(), manager)).Version), manager));
        try
        {
            var period = await OpenAsync();
            var submission = await FindAsync(period, Office.School);
            Require(await SaveAsync(Clerk, submission.Id, AllCells()));
            Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
            submission = await FindAsync(period, Office.School);
            (submission.State, submission.FirstSubmittedAt).ShouldBe((SubmissionState.AwaitingHead, null));
            (await SaveAsync(Clerk, submission.Id, EventsCell(9))).Failures[0].Code.ShouldBe("submissions.not_editable");
            (await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk)).Failures[0].Code.ShouldBe("submissions.awaits_head");
            Require(await Send(new GiveBack(submission.Id, "Chưa có minh chứng", EntrySource.Web), Head));
            (await FindAsync(period, Office.School)).State.ShouldBe(SubmissionState.Draft);
            Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
            Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Head));
            submission = await FindAsync(period, Office.School);
            (submission.State, submission.ReleasedBy, submission.PreparedBy).ShouldBe((SubmissionState.Submitted, Head.Id, Clerk.Id));
            (await HistoryAsync(submission.Id)).Select(revision => revision.Kind).ShouldBe(
                [RevisionKind.Prepared, RevisionKind.TakenBack, RevisionKind.Prepared, RevisionKind.Submitted]);
        }
        finally
        {
            Require(await Send(new SetReleaseRules([], null), manager));
        }
    }

    [Test]
    public async Task An_author_reviews_with_the_heads_leave_only_and_it_shows()
    {
        var period = await OpenAsync();
        var only = Callers.Of(Office.Ward, "submissions.read", "submissions.report", "submissions.review");
        var head = Callers.Of(Office.Ward, "submissions.read", "submissions.release");
        var submission = await FindAsync(period, Office.School);
        Require(await SaveAsync(only, submission.Id, AllCells()));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), only));
        (await Send(new ApproveSubmission(submission.Id, null, EntrySource.Web), only)).Failures[0].Code.ShouldBe("submissions.self_review");
        (await Send(new LetAuthorReview(submission.Id, only.Id, "Một cán bộ", EntrySource.Web), only)).Failures[0].Code.ShouldBe("platform.not_allowed");
        (await Send(new LetAuthorReview(submission.Id, head.Id, "Một cán bộ", EntrySource.Web), head)).Failures[0].Code.ShouldBe("submissions.self_release");
        (await Send(new LetAuthorReview(submission.Id, Ids.New(), "Một cán bộ", EntrySource.Web), head)).Failures[0].Code.ShouldBe("submissions.not_an_author");
        (await Send(new ListOwnEntries(), only)).ShouldBeEmpty("who is no head gives no leave");
        var waiting = (await Send(new ListOwnEntries(), head)).Single(entry => entry.SubmissionId == submission.Id);
        (waiting.Authors.Keys.Single(), waiting.LeaveFor).ShouldBe((only.Id, null));
        Require(await Send(new LetAuthorReview(submission.Id, only.Id, "Đơn vị chỉ có một cán bộ", EntrySource.Web), head));
        (await Send(new ListOwnEntries(), head)).Single(entry => entry.SubmissionId == submission.Id).LeaveFor.ShouldNotBeNull();
        Require(await Send(new ApproveSubmission(submission.Id, null, EntrySource.Web), only));
        (await FindAsync(period, Office.School)).IsSelfReviewed.ShouldBeTrue();
    }

    [Test]
    public async Task What_the_unit_above_enters_is_marked_and_the_units_own_people_are_not()
    {
        var period = await OpenAsync();
        var submission = await FindAsync(period, Office.School);
        Require(await SaveAsync(Importer, submission.Id, AllCells()));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Importer));
        (await FindAsync(period, Office.School)).OnBehalfByUnitId.ShouldBe(Office.Ward);
        Require(await Send(new WithdrawSubmission(submission.Id, null, EntrySource.Web), Clerk));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
        (await FindAsync(period, Office.School)).OnBehalfByUnitId.ShouldBeNull();
    }

    [Test]
    public async Task The_unit_that_took_an_obligation_over_enters_the_report()
    {
        var period = await OpenAsync();
        var submission = await FindAsync(period, Office.School);
        var successor = Callers.Of(Office.OtherSchool, "submissions.read", "submissions.report");
        (await SaveAsync(successor, submission.Id, EventsCell(1))).Failures[0].Code.ShouldBe("platform.not_allowed");
        await City.UseAsync<ISubmissionsDb, int>(async db =>
        {
            await new WhenObligationHandedOver(db).Handle(
                new ObligationHandedOver(Ids.New(), submission.ObligationId, period.Id, Office.School, Office.OtherSchool), CancellationToken.None);
            return 0;
        });
        Require(await SaveAsync(successor, submission.Id, AllCells()));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), successor));
        Require(await Send(new GetSubmission(submission.Id), successor)).Submission.OnBehalfByUnitId.ShouldBeNull();
        Require(await Send(new ListSubmissions(period.Code, null, null, null, null, null), successor)).Items
            .ShouldContain(row => row.Id == submission.Id);
        (await FindAsync(period, Office.School)).UnitId.ShouldBe(Office.School);
    }
}
