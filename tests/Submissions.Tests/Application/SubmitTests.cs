using LearningCity.BuildingBlocks.Time;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Tests.Application;

internal sealed class SubmitTests(string database) : OfficeTest(database)
{
    private static readonly DateOnly DueOn = new(2026, 6, 30);

    [TestCase("23:59:59", false)]
    [TestCase("24:00:00", true)]
    public async Task A_submission_is_on_time_before_midnight_of_the_due_date(string time, bool late)
    {
        var period = await OpenAsync();
        var submission = await FindAsync(period, Office.School);
        Require(await SaveAsync(Clerk, submission.Id, AllCells()));
        City.Clock.Show(time == "24:00:00" ? CityTime.EndOf(DueOn) : CityTime.At(DueOn, TimeOnly.Parse(time, null)));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
        (await FindAsync(period, Office.School)).IsLate.ShouldBe(late);
    }

    [Test]
    public async Task An_extension_moves_the_due_date_of_its_unit_alone()
    {
        var period = await OpenAsync();
        Office.Extend(period, Office.School, DueOn.AddDays(5));
        City.Clock.Show(CityTime.At(DueOn.AddDays(5), new TimeOnly(23, 59)));
        (await SubmittedAsync(period)).IsLate.ShouldBeFalse();
    }

    [Test]
    public async Task After_closing_nothing_is_taken_but_with_an_extension()
    {
        var period = await OpenAsync();
        var submission = await FindAsync(period, Office.School);
        Require(await SaveAsync(Clerk, submission.Id, AllCells()));
        Office.Close(period);
        City.Clock.Show(CityTime.At(period.ClosesOn.AddDays(1)));
        (await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk)).Failures[0].Code.ShouldBe("submissions.period_closed");
        (await SaveAsync(Clerk, submission.Id, EventsCell(9))).Failures[0].Code.ShouldBe("submissions.period_closed");
        Office.Extend(period, Office.School, period.ClosesOn.AddDays(3));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
        Require(await Send(new ApproveSubmission(submission.Id, null, EntrySource.Web), Reviewer));
        (await FindAsync(period, Office.School)).State.ShouldBe(SubmissionState.Locked);
    }

    [Test]
    public async Task What_is_missing_is_named_cell_by_cell()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        Require(await SaveAsync(Clerk, submission.Id, AllCells()[..3]));
        var refused = await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk);
        refused.Failures.Select(failure => (failure.Code, failure.Field))
            .ShouldBe([("submissions.cell_missing", "Y1"), ("submissions.cell_missing", "L1")]);
    }

    [Test]
    public async Task Handing_in_records_a_sheet_that_later_changes_do_not_touch()
    {
        var period = await OpenAsync();
        var submission = await SubmittedAsync(period, events: 5);
        Require(await Send(new WithdrawSubmission(submission.Id, null, EntrySource.Web), Clerk));
        Require(await SaveAsync(Clerk, submission.Id, EventsCell(11)));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
        Require(await Send(new ApproveSubmission(submission.Id, null, EntrySource.Web), Reviewer));
        var sheet = (await Send(new GetApprovedSheets(period.Id, [Office.School]))).ShouldHaveSingleItem();
        sheet.SheetVersion.ShouldBe(2);
        sheet.Cells.Single(cell => cell.IndicatorId == Office.Events.Id).Number.ShouldBe(11);
        (await HistoryAsync(submission.Id)).Select(revision => revision.Kind).ShouldBe(
            [RevisionKind.Submitted, RevisionKind.Withdrawn, RevisionKind.Changed, RevisionKind.Submitted, RevisionKind.Approved]);
    }

    [Test]
    public async Task A_figure_that_doubles_since_the_last_period_is_counted_as_a_warning()
    {
        var first = await OpenAsync();
        var submission = await SubmittedAsync(first, events: 5);
        Require(await Send(new ApproveSubmission(submission.Id, null, EntrySource.Web), Reviewer));
        var second = await OpenAsync(first.Id);
        (await SubmittedAsync(second, events: 11)).Warnings.ShouldBe(1);
    }
}
