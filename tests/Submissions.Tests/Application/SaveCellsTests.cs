using LearningCity.Submissions.Application;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using LearningCity.Testing;

namespace LearningCity.Submissions.Tests.Application;

internal sealed class SaveCellsTests(string database) : OfficeTest(database)
{
    [Test]
    public async Task A_first_cell_makes_a_draft()
    {
        var period = await OpenAsync();
        var submission = await FindAsync(period, Office.School);
        submission.State.ShouldBe(SubmissionState.NotStarted);
        var saved = Require(await SaveAsync(Clerk, submission.Id, EventsCell(7, seen: 0)));
        saved.State.ShouldBe(SubmissionState.Draft);
        var cell = (await CellsAsync(submission.Id)).ShouldHaveSingleItem();
        (cell.Number, cell.Track.Version, cell.Track.By).ShouldBe((7m, 1, Clerk.Id));
        (await HistoryAsync(submission.Id)).ShouldBeEmpty("history begins with the first submission");
    }

    [Test]
    public async Task A_stale_cell_is_refused_and_both_versions_are_told()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        Require(await SaveAsync(Clerk, submission.Id, EventsCell(7, seen: 0)));
        var saved = Require(await SaveAsync(Colleague, submission.Id, EventsCell(8, seen: 0)));
        var cell = saved.Cells.ShouldHaveSingleItem();
        cell.Refusal!.Code.ShouldBe("submissions.stale_cell");
        cell.Current.Number.ShouldBe(7);
        cell.Current.Track.By.ShouldBe(Clerk.Id);
        cell.Sent!.Value.Number.ShouldBe(8);
        (await CellsAsync(submission.Id))[0].Number.ShouldBe(7);
    }

    [Test]
    public async Task Two_people_on_different_cells_both_succeed_at_once()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        CellSave[] cells = [.. AllCells().Select(cell => cell with { Seen = 0 })];
        var saves = cells.Select((cell, index) => Task.Run(() => SaveAsync(index % 2 == 0 ? Clerk : Colleague, submission.Id, cell)));
        foreach (var saved in await Task.WhenAll(saves)) Require(saved).Cells.ShouldAllBe(cell => cell.Refusal == null);
        (await CellsAsync(submission.Id)).Count.ShouldBe(cells.Length);
    }

    [Test]
    public async Task A_cell_that_breaks_a_rule_is_refused_and_the_others_are_saved()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        var saved = Require(await SaveAsync(
            Clerk, submission.Id, EventsCell(3), new CellSave(Office.Literacy.Id, "", null, new RawEntry(null, Numerator: 2, Denominator: 1))));
        saved.Cells[0].Refusal.ShouldBeNull();
        saved.Cells[1].Refusal!.Code.ShouldBe("submissions.numerator_above_denominator");
        (await CellsAsync(submission.Id)).ShouldHaveSingleItem();
    }

    [Test]
    public async Task What_cannot_be_read_is_kept_as_it_was_typed_and_counts_as_no_answer()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        var problem = CellFailures.Unreadable.On("value", "N1", "12.5x");
        Require(await SaveAsync(Clerk, submission.Id, new CellSave(Office.Events.Id, "", null, default, "12.5x", problem)));
        var cell = (await CellsAsync(submission.Id)).ShouldHaveSingleItem();
        (cell.State, cell.Text).ShouldBe((CellState.NotReported, "12.5x"));
    }

    [Test]
    public async Task Another_units_reporter_is_refused()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        var stranger = Callers.Of(Office.OtherSchool, "submissions.read", "submissions.report");
        (await SaveAsync(stranger, submission.Id, EventsCell(1))).Failures[0].Code.ShouldBe("platform.not_allowed");
        (await Send(new GetSubmission(submission.Id), stranger)).Failures[0].Code.ShouldBe("platform.not_allowed");
    }

    [Test]
    public async Task A_parents_reporter_may_enter_for_the_unit()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        Require(await SaveAsync(Importer, submission.Id, EventsCell(4)));
    }

    [Test]
    public async Task A_cell_that_the_unit_does_not_owe_is_refused()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        var saved = Require(await SaveAsync(Clerk, submission.Id, new CellSave(Office.Meetings.Id, "", null, new RawEntry(null, 1))));
        saved.Cells[0].Refusal!.Code.ShouldBe("submissions.not_owed");
    }

    [Test]
    public async Task After_a_return_only_the_returned_cells_can_be_changed()
    {
        var period = await OpenAsync();
        var submission = await SubmittedAsync(period);
        Require(await Send(
            new ReturnCells(submission.Id, null, [new ReturnedCell(Office.Events.Id, "", "Kiểm tra lại")], EntrySource.Web), Reviewer));
        var saved = Require(await SaveAsync(
            Clerk, submission.Id, EventsCell(6), new CellSave(Office.Budget.Id, "", null, new RawEntry(null, 99))));
        saved.Cells[0].Refusal.ShouldBeNull();
        saved.Cells[1].Refusal!.Code.ShouldBe("submissions.cell_read_only");
        var change = (await HistoryAsync(submission.Id)).Single(revision => revision.Kind == RevisionKind.Changed);
        SheetCodec.Read(change.Before!)[0].Number.ShouldBe(5);
        SheetCodec.Read(change.After!)[0].Number.ShouldBe(6);
    }
}
