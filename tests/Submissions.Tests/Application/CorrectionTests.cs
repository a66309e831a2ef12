using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Tests.Application;

/// <summary>Corrections after closing, and the versions of sheets that editions pin.</summary>
internal sealed class CorrectionTests(string database) : OfficeTest(database)
{
    [Test]
    public async Task A_correction_after_closing_has_a_reason_and_an_approval_and_leaves_the_version_before_readable()
    {
        var (period, submission) = await LockedAsync();
        var first = (await Send(new ListSheetPins(period.Id))).ShouldHaveSingleItem();

        // The unit alone changes nothing, and nobody can open what was never approved.
        (await SaveAsync(Clerk, submission.Id, EventsCell(7))).Failures[0].Code.ShouldBe("submissions.not_editable");
        Require(await Send(new ReturnCells(submission.Id, null, [new ReturnedCell(Office.Events.Id, "", "Nhập thiếu một lớp")], EntrySource.Web), Reviewer));
        (await Send(new ListSheetPins(period.Id))).ShouldBe([first], "what was approved counts until the correction is approved");
        Require(await SaveAsync(Clerk, submission.Id, EventsCell(7)));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
        Require(await Send(new ApproveSubmission(submission.Id, null, EntrySource.Web), Reviewer));
        (await FindAsync(period, Office.School)).State.ShouldBe(SubmissionState.Locked);

        var second = (await Send(new ListSheetPins(period.Id))).ShouldHaveSingleItem();
        second.SheetVersion.ShouldBe(first.SheetVersion + 1);
        var events = new Dictionary<int, decimal?>();
        await foreach (var sheet in StreamAsync(first, second))
            events[sheet.SheetVersion] = sheet.Unpack(period.Id).Cells.Single(cell => cell.IndicatorId == Office.Events.Id).Number;
        events[second.SheetVersion].ShouldBe(7);
        events[first.SheetVersion].ShouldNotBe(7);
        var origins = await Send(new GetSheetOrigins([first, second]));
        origins.Single(origin => origin.Pin == first).Reason.ShouldBeNull();
        var corrected = origins.Single(origin => origin.Pin == second);
        (corrected.Reason, corrected.ApprovedBy is not null).ShouldBe(("Nhập thiếu một lớp", true));

        // The story of the cell ends where the next version begins.
        var then = (await Send(new GetCellTrace(first, Office.Events.Id, "")))!;
        then.Steps.Select(step => step.Kind).ShouldBe([CellStepKind.Submitted, CellStepKind.Approved]);
        var now = (await Send(new GetCellTrace(second, Office.Events.Id, "")))!;
        now.Steps.Select(step => step.Kind).ShouldBe(
            [CellStepKind.Submitted, CellStepKind.Approved, CellStepKind.Returned, CellStepKind.Changed, CellStepKind.Submitted, CellStepKind.Approved]);
        now.Steps.Single(step => step.Kind == CellStepKind.Changed).After!.Number.ShouldBe(7);
        (await Send(new GetCellTrace(second, Office.Literacy.Id, "")))!.Steps.ShouldNotContain(step => step.Kind == CellStepKind.Changed);
    }

    [Test]
    public async Task While_the_period_is_sealed_nothing_of_it_changes()
    {
        var (period, submission) = await LockedAsync();
        var back = new ReturnCells(submission.Id, null, [new ReturnedCell(Office.Events.Id, "", "Xem lại")], EntrySource.Web);
        (await City.UseAsync<Claims, bool>(claims => claims.TryTakeAsync(SealingHold.Of(period.Id), TimeSpan.FromMinutes(1), default))).ShouldBeTrue();
        (await Send(back, Reviewer)).Failures[0].Code.ShouldBe("submissions.being_sealed");
        await City.UseAsync<Claims, int>(async claims =>
        {
            await claims.ReleaseAsync(SealingHold.Of(period.Id), default);
            return 0;
        });
        Require(await Send(back, Reviewer));
    }

    private async Task<(Period Period, Submission Submission)> LockedAsync()
    {
        var period = await OpenAsync();
        var submission = await SubmittedAsync(period);
        Require(await Send(new ApproveSubmission(submission.Id, submission.Version, EntrySource.Web), Reviewer));
        Office.Close(period);
        await City.UseAsync<ISubmissionsDb, int>(async db =>
        {
            await new WhenPeriodClosed(db).Handle(new PeriodClosed(Ids.New(), period.Id, period.Code), CancellationToken.None);
            return 0;
        });
        return (period, await FindAsync(period, Office.School));
    }

    private async IAsyncEnumerable<PackedSheet> StreamAsync(params SheetPin[] pins)
    {
        var sheets = await City.UseAsync<MediatR.ISender, List<PackedSheet>>(async sender =>
        {
            var found = new List<PackedSheet>();
            await foreach (var sheet in sender.CreateStream(new StreamPinnedSheets(pins))) found.Add(sheet);
            return found;
        });
        foreach (var sheet in sheets) yield return sheet;
    }
}
