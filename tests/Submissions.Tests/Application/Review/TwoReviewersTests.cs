using LearningCity.Submissions.Application;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using LearningCity.Testing;

namespace LearningCity.Submissions.Tests.Application.Review;

/// <summary>Two reviewers of one body decide on the same report at the same moment: one wins, the other is told.</summary>
internal sealed class TwoReviewersTests(string database) : OfficeTest(database)
{
    private const int Rounds = 8;

    [Test]
    public async Task Of_two_who_approve_at_once_one_wins_and_the_other_is_told()
    {
        var other = Callers.Of(Office.Ward, "submissions.read", "submissions.review");
        for (var round = 0; round < Rounds; round++)
        {
            var period = await OpenAsync();
            var submission = await SubmittedAsync(period);
            var both = await Task.WhenAll(
                Task.Run(() => Send(new ApproveSubmission(submission.Id, submission.Version, EntrySource.Web), Reviewer)),
                Task.Run(() => Send(new ApproveSubmission(submission.Id, submission.Version, EntrySource.Web), other)));
            both.Count(result => result.Succeeded).ShouldBe(1);
            both.First(result => !result.Succeeded).Failures[0].Code.ShouldBe("platform.stale");
            (await HistoryAsync(submission.Id)).Count(revision => revision.Kind == RevisionKind.Approved).ShouldBe(1);
        }
    }

    [Test]
    public async Task Of_two_who_approve_and_return_at_once_one_wins_and_the_other_is_told()
    {
        var other = Callers.Of(Office.Ward, "submissions.read", "submissions.review");
        for (var round = 0; round < Rounds; round++)
        {
            var period = await OpenAsync();
            var submission = await SubmittedAsync(period);
            ReturnedCell[] cell = [new(Office.Events.Id, "", "Xem lại")];
            var both = await Task.WhenAll(
                Task.Run(() => Send(new ApproveSubmission(submission.Id, submission.Version, EntrySource.Web), Reviewer)),
                Task.Run(() => Send(new ReturnCells(submission.Id, submission.Version, cell, EntrySource.Web), other)));
            both.Count(result => result.Succeeded).ShouldBe(1);
            both.First(result => !result.Succeeded).Failures[0].Code.ShouldBe("platform.stale");
            (await FindAsync(period, Office.School)).State.ShouldBe(both[0].Succeeded ? SubmissionState.Approved : SubmissionState.Returned);
        }
    }
}
