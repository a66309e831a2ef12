using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Workbooks;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using LearningCity.Submissions.Tests.Application.Workbooks;

namespace LearningCity.Submissions.Tests.Application;

/// <summary>What a criteria set says of its indicators, where figures are entered: what it asks about, what it breaks down, what it wants to see.</summary>
internal sealed class CatalogueFactsTests(string database) : OfficeTest(database)
{
    protected override async Task PrepareAsync()
    {
        Office.Events = Office.Events with { Disaggregations = ["sex"] };
        Office.Literacy = Office.Literacy with { Disaggregations = ["sex"] };
        Office.Plan = Office.Plan with { Evidence = [new RequiredEvidence(EvidenceKind.Plan, true, null), new RequiredEvidence(EvidenceKind.Photo, false, null)] };
        Office.Budget = Office.Budget with
        {
            Rules =
            [
                new ValidationRule(RuleKind.Range, RuleSeverity.Soft, FormulaPart.Value) { Maximum = 1000, Message = new("ngân sách lớn khác thường", "an unusual budget") },
                new ValidationRule(RuleKind.Relation, RuleSeverity.Soft, FormulaPart.Value)
                {
                    Comparison = Comparison.AtLeast,
                    Formula = new Formula("N1", new FormulaValue(new FormulaReference("N1", FormulaPart.Value))),
                },
            ],
        };
        await base.PrepareAsync();
    }

    [TestCase(12, null)]
    [TestCase(4, "submissions.asks_reason")]
    [TestCase(1001, "submissions.asks_reason")]
    public async Task A_soft_rule_asks_and_refuses_nothing(int budget, string? question)
    {
        var period = await OpenAsync();
        var submission = await FindAsync(period, Office.School);
        var saved = Require(await SaveAsync(Clerk, submission.Id, EventsCell(5), new CellSave(Office.Budget.Id, "", null, new RawEntry(null, budget)))).Cells[1];
        (saved.Refusal, saved.Questions.SingleOrDefault()?.Code).ShouldBe((null, question));

        Require(await SaveAsync(Clerk, submission.Id, AllCells()[2..]));
        Require(await AttachAsync(submission.Id));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
        (await FindAsync(period, Office.School)).Warnings.ShouldBe(question is null ? 0 : 1);
        (await CellAsync(submission.Id, "N2")).Questions.Count.ShouldBe(question is null ? 0 : 1);
    }

    [Test]
    public async Task Evidence_that_is_required_is_asked_for_when_the_report_is_handed_in()
    {
        var period = await OpenAsync();
        var submission = await FindAsync(period, Office.School);
        Require(await SaveAsync(Clerk, submission.Id, AllCells()));
        var refused = await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk);
        refused.Failures.Select(failure => (failure.Code, failure.Field)).ShouldBe([("submissions.evidence_required", "Y1")]);
        Require(await Send(new CheckSubmission(submission.Id), Clerk)).Single().Code.ShouldBe("submissions.evidence_required");

        Require(await AttachAsync(submission.Id));
        Require(await Send(new CheckSubmission(submission.Id), Clerk)).ShouldBeEmpty();
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
    }

    [Test]
    public async Task Who_has_no_figure_owes_no_evidence_for_it()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        Require(await SaveAsync(Clerk, submission.Id, [.. AllCells().Where(cell => cell.IndicatorId != Office.Plan.Id), new(Office.Plan.Id, "", null, new RawEntry(CellState.NotAvailable))]));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
    }

    [TestCase(3, 2, false)]
    [TestCase(3, null, false)]
    [TestCase(3, 1, true)]
    [TestCase(6, null, true)]
    public async Task Parts_that_do_not_add_up_say_so(int female, int? male, bool differ)
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        CellSave[] parts = [Part("sex=female", female), .. male is { } there ? (CellSave[])[Part("sex=male", there)] : []];
        var saved = Require(await SaveAsync(Clerk, submission.Id, [EventsCell(5), .. parts])).Cells;
        saved.ShouldAllBe(cell => cell.Refusal == null);
        saved[^1].Questions.Select(question => question.Code).ShouldBe(differ ? ["submissions.parts_differ"] : []);

        var cell = await CellAsync(submission.Id, "N1");
        cell.Parts.Select(part => (part.Part!.Key, part.Now.Number)).ShouldBe([("sex=female", female), ("sex=male", male)]);
        cell.Questions.Count.ShouldBe(differ ? 1 : 0);
        var status = await Send(new GetSubmissionStates(submission.PeriodId, [Office.School]));
        status.Single().FilledCells.ShouldBe(1, "A part is no indicator of its own.");
    }

    [Test]
    public async Task Both_numbers_of_a_share_are_compared_with_their_parts()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        CellSave Share(string key, int numerator, int denominator) => new(Office.Literacy.Id, key, null, new RawEntry(null, Numerator: numerator, Denominator: denominator));
        var saved = Require(await SaveAsync(Clerk, submission.Id, Share("", 90, 100), Share("sex=female", 50, 55), Share("sex=male", 40, 44)));
        var question = saved.Cells[0].Questions.ShouldHaveSingleItem();
        question.Message(Language.En).ShouldBe("The parts by Sex add up to 99, the denominator is 100. Check them; if they are right, give the reason.");
    }

    [Test]
    public async Task A_part_that_there_is_not_is_refused_by_grid_and_import()
    {
        var period = await OpenAsync();
        var submission = await FindAsync(period, Office.School);
        Require(await SaveAsync(Clerk, submission.Id, Part("sex=other", 1))).Cells.Single().Refusal!.Code.ShouldBe("submissions.unknown_disaggregation");
        var report = Require(await ImportAsync($$"""
            [{"periodCode":"{{period.Code}}","unitCode":"T1","indicatorCode":"N1","value":5},
             {"periodCode":"{{period.Code}}","unitCode":"T1","indicatorCode":"N1","disaggregation":"sex=female","value":3},
             {"periodCode":"{{period.Code}}","unitCode":"T1","indicatorCode":"N1","disaggregation":"sex=male","value":2},
             {"periodCode":"{{period.Code}}","unitCode":"T1","indicatorCode":"N1","disaggregation":"sex=other","value":1},
             {"periodCode":"{{period.Code}}","unitCode":"T1","indicatorCode":"N2","disaggregation":"sex=male","value":1}]
            """));
        (report.Changed, report.Rejected).ShouldBe((3, 2));
        report.Problems.Select(problem => (problem.Row, problem.Failure.Code)).ShouldBe([(4, "submissions.unknown_disaggregation"), (5, "submissions.unknown_disaggregation")]);
        (await CellAsync(submission.Id, "N1")).Parts.Select(part => part.Now.Number).ShouldBe([3, 2]);
    }

    [Test]
    public async Task The_workbook_has_a_row_for_each_part()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        Require(await SaveAsync(Clerk, submission.Id, EventsCell(5), Part("sex=female", 3)));
        var made = Require(await Send(new GetWorkbook(submission.Id, Language.Vi), Clerk));
        await using var content = made.Content;
        var file = new RawWorkbook(content);
        (file["N1|sex=female", 'E'], file["N1|sex=male", 'E']).ShouldBe(("3", null));
        var changed = file.Number("N1|sex=male", 'E', 2).Number("P1|sex=male", 'E', 5).Number("P1|sex=male", 'F', 4).Bytes();

        var preview = Require(await Send(new PreviewWorkbook(submission.Id, new MemoryStream(changed)), Clerk));
        preview.Lines.Single(line => line.Failure is not null).ShouldSatisfyAllConditions(
            line => line.Cell.Key.ShouldBe("P1|sex=male"), line => line.Failure!.Code.ShouldBe("submissions.numerator_above_denominator"));
        var save = preview.Changes.ShouldHaveSingleItem();
        save.Disaggregation.ShouldBe("sex=male");
        Require(await Send(new SaveCells(submission.Id, preview.Changes, EntrySource.Workbook), Clerk)).Cells.ShouldAllBe(cell => cell.Refusal == null);
        (await CellAsync(submission.Id, "N1")).Parts.Select(part => part.Now.Number).ShouldBe([3, 2]);
    }

    [Test]
    public async Task A_part_may_be_changed_where_its_figure_was_returned_and_answers_for_it()
    {
        var period = await OpenAsync();
        var submission = await FindAsync(period, Office.School);
        Require(await SaveAsync(Clerk, submission.Id, [.. AllCells(), Part("sex=female", 9)]));
        Require(await AttachAsync(submission.Id));
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
        Require(await Send(new ReturnCells(submission.Id, null, [new ReturnedCell(Office.Events.Id, "", "Các phần chưa khớp")], EntrySource.Web), Reviewer));
        City.Clock.Show(City.Clock.GetUtcNow().AddMinutes(1));

        (await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk)).Failures.Single().Code.ShouldBe("submissions.return_not_answered");
        Require(await SaveAsync(Clerk, submission.Id, Part("sex=female", 3))).Cells.Single().Refusal.ShouldBeNull();
        Require(await Send(new SubmitSubmission(submission.Id, null, EntrySource.Web), Clerk));
    }

    private CellSave Part(string key, int value) => new(Office.Events.Id, key, null, new RawEntry(null, value));

    private async Task<CellView> CellAsync(Guid submissionId, string code) =>
        Require(await Send(new GetSubmission(submissionId), Clerk)).Cells.Single(cell => cell.Indicator.Code == code);

    private async Task<BuildingBlocks.Results.Result<Guid>> AttachAsync(Guid submissionId)
    {
        using var content = new MemoryStream("%PDF-1.4\n%%EOF"u8.ToArray());
        return await Send(new AttachEvidence(submissionId, [Office.Plan.Id], "ke-hoach.pdf", content), Clerk);
    }
}
