using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Tests.Domain;

internal sealed class SubmissionStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 26, 2, 0, 0, TimeSpan.Zero);
    private static readonly Guid Reporter = Ids.New();
    private static readonly Guid Reviewer = Ids.New();

    [TestCase("enter", SubmissionState.Draft)]
    [TestCase("submit", SubmissionState.Submitted)]
    [TestCase("enter submit", SubmissionState.Submitted)]
    [TestCase("enter submit withdraw", SubmissionState.Draft)]
    [TestCase("enter submit withdraw enter submit", SubmissionState.Submitted)]
    [TestCase("enter submit review return", SubmissionState.Returned)]
    [TestCase("enter submit return enter", SubmissionState.Returned)]
    [TestCase("enter submit return return", SubmissionState.Returned)]
    [TestCase("enter submit return submit", SubmissionState.Submitted)]
    [TestCase("enter submit return submit return submit approve", SubmissionState.Approved)]
    [TestCase("enter submit approve", SubmissionState.Approved)]
    [TestCase("enter submit approve return", SubmissionState.Returned)]
    [TestCase("enter submit approve-closed", SubmissionState.Locked)]
    public void These_ways_lead_there(string steps, SubmissionState expected)
    {
        var submission = Walk(steps.Split(' '), out var last);
        last.Succeeded.ShouldBeTrue();
        submission.State.ShouldBe(expected);
    }

    [TestCase("enter approve", "submissions.not_submitted")]
    [TestCase("approve", "submissions.not_submitted")]
    [TestCase("enter return", "submissions.not_submitted")]
    [TestCase("withdraw", "submissions.not_submitted")]
    [TestCase("enter submit enter", "submissions.not_editable")]
    [TestCase("enter submit submit", "submissions.already_submitted")]
    [TestCase("enter submit review withdraw", "submissions.review_started")]
    [TestCase("enter submit return withdraw", "submissions.not_submitted")]
    [TestCase("enter submit return approve", "submissions.not_submitted")]
    [TestCase("enter submit approve enter", "submissions.not_editable")]
    [TestCase("enter submit approve-closed submit", "submissions.already_submitted")]
    public void These_steps_are_refused(string steps, string code)
    {
        Walk(steps.Split(' '), out var last);
        last.Failures.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Test]
    public void Timeliness_is_judged_on_the_first_submission()
    {
        var submission = Make();
        submission.Submit(Reporter, Now, late: false, warnings: 0);
        submission.Return(Reviewer, Now.AddDays(1), cells: 1);
        submission.Submit(Reporter, Now.AddDays(30), late: true, warnings: 0);
        submission.IsLate.ShouldBeFalse();
        submission.FirstSubmittedAt.ShouldBe(Now);
        submission.SubmittedAt.ShouldBe(Now.AddDays(30));
    }

    [Test]
    public void Each_submission_takes_a_new_sheet_and_the_approved_one_counts()
    {
        var submission = Walk(["submit", "return", "submit", "approve"], out _);
        submission.SheetVersion.ShouldBe(2);
        submission.ApprovedSheetVersion.ShouldBe(2);
        submission.ReturnRounds.ShouldBe(1);
    }

    [Test]
    public void A_new_submission_starts_a_new_review()
    {
        var submission = Walk(["submit", "review", "return", "submit"], out _);
        submission.ReviewStartedAt.ShouldBeNull();
    }

    private static Submission Walk(string[] steps, out Result last)
    {
        var submission = Make();
        last = Result.Ok;
        foreach (var step in steps)
        {
            last.Succeeded.ShouldBeTrue($"before {step}");
            last = Take(submission, step);
        }

        return submission;
    }

    private static Result Take(Submission submission, string step)
    {
        switch (step)
        {
            case "enter":
                return submission.Enter(Now);
            case "submit":
                return submission.Submit(Reporter, Now, late: false, warnings: 0);
            case "withdraw":
                return submission.Withdraw(Now);
            case "review":
                submission.StartReview(Reviewer, Now).ShouldBeTrue();
                return Result.Ok;
            case "return":
                return submission.Return(Reviewer, Now, cells: 1);
            default:
                return submission.Approve(Reviewer, Now, periodClosed: step == "approve-closed");
        }
    }

    private static Submission Make() => new()
    {
        Id = Ids.New(),
        Sequence = 1,
        ObligationId = Ids.New(),
        PeriodId = Ids.New(),
        UnitId = Ids.New(),
        UnitType = "primary",
        CriteriaVersionId = Ids.New(),
        SetCode = "education",
        ReviewerUnitId = Ids.New(),
        ReferenceOn = new DateOnly(2026, 6, 14),
        DueOn = new DateOnly(2026, 6, 30),
        Owed = [1],
        OwedCells = 1,
    };
}
