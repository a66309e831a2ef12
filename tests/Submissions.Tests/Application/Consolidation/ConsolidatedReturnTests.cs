using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Workbooks;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using LearningCity.Testing;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Tests.Application.Consolidation;

/// <summary>A ward's return opens with what its schools' approved reports give (product, values; semantics, "What counts once").</summary>
internal sealed class ConsolidatedReturnTests(string database) : OfficeTest(database)
{
    private Caller _ward = Caller.Anonymous;
    private Caller _other = Caller.Anonymous;

    protected override async Task PrepareAsync()
    {
        Office.Events = Office.Events with { OwnValue = OwnValue.Replace, Disaggregations = ["sex"] };
        Office.Literacy = Office.Literacy with { OwnValue = OwnValue.Replace, Aggregation = AggregationRule.RatioOfSums, Counting = IndicatorCounting.Persons };
        Office.Plan = Office.Plan with { OwnValue = OwnValue.Replace, Aggregation = AggregationRule.ShareYes };
        Office.AlsoOfWard.AddRange([Office.Budget, Office.Literacy, Office.Plan]);
        await base.PrepareAsync();
        _ward = Callers.Of(Office.Ward, "submissions.read", "submissions.report");
        _other = Callers.Of(Office.OtherSchool, "submissions.read", "submissions.report");
    }

    [Test]
    public async Task A_return_opens_with_what_is_approved_below_and_names_who_is_missing()
    {
        var period = await OpenAsync();
        var ward = await FindAsync(period, Office.Ward);
        (await ViewAsync(ward)).ShouldSatisfyAllConditions(
            view => view.Cells.ShouldAllBe(cell => cell.Prefilled == null),
            view => view.Consolidated.Missing.Select(report => (report.Unit.Code, report.State))
                .ShouldBe([("T1", SubmissionState.NotStarted), ("T2", SubmissionState.NotStarted)]));

        await ApprovedAsync(period, Office.School, Clerk, events: 5);
        var view = await ViewAsync(ward);
        Cell(view, "N1").Prefilled.ShouldBe(new Amount(5, null, null));
        Cell(view, "P1").Prefilled.ShouldBe(new Amount(null, 98, 100));
        Cell(view, "N2").Consolidated.ShouldBeNull("Its own value is added to what the schools gave: theirs counts beside it.");
        Cell(view, "W1").Consolidated.ShouldBeNull("No school owes it.");
        Cell(view, "Y1").Consolidated!.Now.ShouldSatisfyAllConditions(
            figure => figure.Amount.ShouldBeNull("A ward answers for itself."), figure => figure.Answers.ShouldBe(new Dictionary<int, int> { [1] = 1 }));
        view.Consolidated.Missing.ShouldHaveSingleItem().Unit.Code.ShouldBe("T2");

        await ApprovedAsync(period, Office.OtherSchool, _other, events: 7);
        Cell(await ViewAsync(ward), "N1").Prefilled.ShouldBe(new Amount(12, null, null));
        Cell(await ViewAsync(ward), "P1").Prefilled.ShouldBe(new Amount(null, 196, 200));
    }

    [Test]
    public async Task The_way_is_told_from_the_figure_or_said_and_the_cell_holds_the_whole()
    {
        var period = await OpenAsync();
        await ApprovedAsync(period, Office.School, Clerk, events: 5);
        var ward = await FindAsync(period, Office.Ward);
        Require(await SaveAsync(_ward, ward.Id, EventsCell(5)));
        Cell(await ViewAsync(ward), "N1").Basis!.Consolidation.ShouldBe(new(CellWay.Consolidated, new Amount(5, null, null), 1));

        Require(await SaveAsync(_ward, ward.Id, EventsCell(3) with { Way = CellWay.Addition })).Cells[0].Refusal.ShouldBeNull();
        var added = Cell(await ViewAsync(ward), "N1");
        (added.Now.Number, added.Consolidated!.OwnOf(added.Now)).ShouldBe((8, new Amount(3, null, null)));

        // A reason alone changes nothing of the figure.
        Require(await SaveAsync(_ward, ward.Id, EventsCell(8) with { Entry = new RawEntry(null, 8, Comment: "Kể cả lớp của phường") }));
        Cell(await ViewAsync(ward), "N1").Basis!.Consolidation!.Way.ShouldBe(CellWay.Addition);

        Require(await SaveAsync(_ward, ward.Id, EventsCell(9))).Cells[0].Questions.Select(question => question.Code).ShouldBe(["submissions.override_reason"]);
        (await Send(new SubmitSubmission(ward.Id, null, EntrySource.Web), _ward)).Failures.ShouldContain(failure => failure.Code == "submissions.override_reason");
        Require(await SaveAsync(_ward, ward.Id, EventsCell(9) with { Way = CellWay.Override })).Cells[0].Refusal!.Code.ShouldBe("submissions.override_reason");
        Require(await SaveAsync(_ward, ward.Id, EventsCell(0) with { Way = CellWay.Consolidated, Entry = default })).Cells[0].Current.Number.ShouldBe(5);
    }

    [Test]
    public async Task Persons_are_never_added_across_two_tiers()
    {
        var period = await OpenAsync();
        await ApprovedAsync(period, Office.School, Clerk, events: 5);
        var ward = await FindAsync(period, Office.Ward);
        Require(await SaveAsync(_ward, ward.Id, new CellSave(Office.Literacy.Id, "", null, new RawEntry(null, Numerator: 1, Denominator: 1)) { Way = CellWay.Addition }))
            .Cells[0].Refusal!.Code.ShouldBe("submissions.persons_not_added");
        Require(await SaveAsync(_ward, ward.Id, new CellSave(Office.Meetings.Id, "", null, default) { Way = CellWay.Consolidated }))
            .Cells[0].Refusal!.Code.ShouldBe("submissions.nothing_consolidated");
    }

    [Test]
    public async Task What_is_approved_later_marks_the_return_and_alters_nothing()
    {
        var period = await OpenAsync();
        await ApprovedAsync(period, Office.School, Clerk, events: 5);
        var ward = await FindAsync(period, Office.Ward);
        Require(await SaveAsync(_ward, ward.Id, [EventsCell(5), new(Office.Meetings.Id, "", null, new RawEntry(null, 2)), new(Office.Budget.Id, "", null, new RawEntry(null, 1)), new(Office.Literacy.Id, "", null, new RawEntry(null, Numerator: 98, Denominator: 100)), new(Office.Plan.Id, "", null, new RawEntry(null, 1))]));
        (await ViewAsync(ward)).OutOfDate.ShouldBeEmpty();
        Require(await Send(new SubmitSubmission(ward.Id, null, EntrySource.Web), _ward));

        await ApprovedAsync(period, Office.OtherSchool, _other, events: 7);
        var stale = await ViewAsync(ward);
        stale.OutOfDate.Select(cell => cell.Key).ShouldBe(["N1", "P1"], ignoreOrder: true);
        Cell(stale, "N1").ShouldSatisfyAllConditions(
            cell => cell.Now.Number.ShouldBe(5), cell => cell.Basis!.Consolidation!.Seen.Number.ShouldBe(5), cell => cell.Consolidated!.Now.Amount!.Value.Number.ShouldBe(12));
        Require(await Send(new WithdrawSubmission(ward.Id, null, EntrySource.Web), _ward));
        Require(await SaveAsync(_ward, ward.Id, EventsCell(5) with { Way = CellWay.Consolidated })).Cells[0].Refusal!.Code.ShouldBe("submissions.consolidated_changed");
        Require(await SaveAsync(_ward, ward.Id, EventsCell(0) with { Way = CellWay.Consolidated, Entry = default }));
        (await ViewAsync(ward)).OutOfDate.Select(cell => cell.Key).ShouldBe(["P1"]);

        // What was handed in and what was changed since keep how they came about then.
        var handedIn = await City.UseAsync<ISubmissionsDb, string?>(db => db.SheetVersions.Where(v => v.SubmissionId == ward.Id).Select(v => v.Bases).SingleAsync());
        handedIn!.ShouldContain("\"number\":5");
        (await HistoryAsync(ward.Id)).Last(step => step.Kind == RevisionKind.Changed).Bases!.ShouldContain("\"number\":12");
    }

    [Test]
    public async Task An_import_leaves_other_cells_as_they_came_about()
    {
        var period = await OpenAsync();
        await ApprovedAsync(period, Office.School, Clerk, events: 5);
        var ward = await FindAsync(period, Office.Ward);
        Require(await SaveAsync(_ward, ward.Id, EventsCell(5), new CellSave(Office.Literacy.Id, "", null, new RawEntry(null, Numerator: 98, Denominator: 100))));
        Require(await ImportAsync($$"""[{"periodCode":"{{period.Code}}","unitCode":"P1","indicatorCode":"N1","value":6}]""", caller: Callers.Of(Office.Ward, "submissions.read", "submissions.report", "submissions.import")));
        var view = await ViewAsync(ward);
        (Cell(view, "N1").Now.Number, Cell(view, "N1").Basis, Cell(view, "N1").IsOutOfDate).ShouldBe((6, null, true));
        Cell(view, "P1").Basis!.Consolidation!.Way.ShouldBe(CellWay.Consolidated);
    }

    [Test]
    public async Task The_workbook_opens_with_what_is_approved_below_and_takes_it()
    {
        var period = await OpenAsync();
        await ApprovedAsync(period, Office.School, Clerk, events: 5);
        var ward = await FindAsync(period, Office.Ward);
        var made = Require(await Send(new GetWorkbook(ward.Id, BuildingBlocks.Contracts.Language.Vi), _ward));
        var preview = Require(await Send(new PreviewWorkbook(ward.Id, made.Content), _ward));
        preview.Lines.Where(line => line.Outcome == WorkbookOutcome.Change).Select(line => line.Cell.Key).ShouldBe(["N1", "P1"], ignoreOrder: true);
        Require(await Send(new SaveCells(ward.Id, preview.Changes, EntrySource.Workbook), _ward));
        Cell(await ViewAsync(ward), "N1").Basis!.Consolidation!.Way.ShouldBe(CellWay.Consolidated);
    }

    private static CellView Cell(SubmissionView view, string code) => view.Cells.Single(cell => cell.Key == code);

    private async Task<SubmissionView> ViewAsync(Submission submission) => Require(await Send(new GetSubmission(submission.Id), _ward));

    private async Task ApprovedAsync(Period period, Guid unitId, Caller clerk, int events)
    {
        var submission = await FindAsync(period, unitId);
        Require(await SaveAsync(clerk, submission.Id, AllCells(events)));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), clerk));
        Require(await Send(new ApproveSubmission(submission.Id, null, EntrySource.Web), Reviewer));
    }
}
