using LearningCity.BuildingBlocks;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.CriteriaCatalog.Contracts.Timing;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Tests.Application;

/// <summary>What the system knows is filled in: denominators from a series, derived figures, figures of other periods, and the other way to say a flow.</summary>
internal sealed class KnownFiguresTests(string database) : OfficeTest(database)
{
    private readonly Indicator _derived = Office.Make("D1", IndicatorValueType.Amount) with { Formula = new("N2", new FormulaValue(new FormulaReference("N2", FormulaPart.Value))), Decimals = 1 };
    private readonly Indicator _yearly = Office.Make("J1", IndicatorValueType.Count) with { ReporterTypes = ["primary"], Frequency = IndicatorFrequency.CalendarYear };
    private readonly Indicator _linked = Office.Make("K1", IndicatorValueType.Count) with { ReporterTypes = ["primary"] };

    protected override async Task PrepareAsync()
    {
        Office.Literacy = Office.Literacy with { DenominatorSeries = new("population", "15-60") };
        Office.Events = Office.Events with { Accumulation = IndicatorAccumulation.Flow };
        Office.Budget = Office.Budget with { Accumulation = IndicatorAccumulation.Flow, EntryMode = EntryMode.YearToDate };
        Office.Others.AddRange([_derived, _yearly, _linked]);
        Office.Population = new ReferenceValue("T1", new DateOnly(2026, 4, 1), 200, 3);
        Office.Links.Add(new CrosswalkLink(Ids.New(), CrosswalkKind.Equal, _linked.Id, "K1", [new(Ids.New(), "another-set", "A7")], null, new(2020, 1, 1), null));
        await base.PrepareAsync();
    }

    [Test]
    public async Task A_denominator_that_a_series_gives_is_filled_in_and_takes_nothing_else()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        (await CellAsync(submission.Id, "P1")).Given!.ShouldSatisfyAllConditions(
            given => (given.Part, given.Value, given.ObservedOn).ShouldBe((FormulaPart.Denominator, 200, new DateOnly(2026, 4, 1))), given => given.Series.Name.En.ShouldBe("Population"));
        Require(await SaveAsync(Clerk, submission.Id, Share(150, 180))).Cells.Single().Refusal!.ShouldSatisfyAllConditions(
            refusal => refusal.Code.ShouldBe("submissions.given_by_series"), refusal => refusal.Field.ShouldBe("denominator"));
        Require(await SaveAsync(Clerk, submission.Id, Share(150, null))).Cells.Single().Refusal.ShouldBeNull();
        var now = (await CellAsync(submission.Id, "P1")).Now;
        (now.Numerator, now.Denominator).ShouldBe((150, 200));
    }

    [Test]
    public async Task An_import_leaves_the_given_number_out_or_says_the_same()
    {
        var period = await OpenAsync();
        var report = Require(await ImportAsync($$"""
            [{"periodCode":"{{period.Code}}","unitCode":"T1","indicatorCode":"P1","numerator":150},
             {"periodCode":"{{period.Code}}","unitCode":"T2","indicatorCode":"P1","numerator":150}]
            """));
        (report.Changed, report.Problems.Single().Row).ShouldBe((1, 2), "The series does not know the second school; it says both numbers itself.");
        (await ImportAsync($$"""[{"periodCode":"{{period.Code}}","unitCode":"T1","indicatorCode":"P1","numerator":150,"denominator":199}]"""))
            .Value.Problems.Single().Failure.Code.ShouldBe("submissions.given_by_series");
    }

    [Test]
    public async Task Derived_linked_and_yearly_figures_are_shown_and_not_owed()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        Require(await SaveAsync(Clerk, submission.Id, AllCells()));
        var view = Require(await Send(new GetSubmission(submission.Id), Clerk));
        view.Cells.Count.ShouldBe(5);
        var known = view.Known.ToDictionary(figure => figure.Indicator.Code, StringComparer.Ordinal);
        known.Keys.ShouldBe(["D1", "J1", "K1"], ignoreOrder: true);
        (known["D1"].By, known["D1"].Value).ShouldBe((KnownBy.Formula, 12.5m));
        (known["J1"].By, known["J1"].Cell, known["J1"].On).ShouldBe((KnownBy.EarlierPeriod, null, null));
        (known["K1"].By, known["K1"].Source.Vi).ShouldBe((KnownBy.Link, "another-set/A7"));
    }

    [Test]
    public async Task A_flow_shows_the_year_to_date_or_the_increment_whichever_is_not_entered()
    {
        var first = await OpenAsync();
        var submitted = await SubmittedAsync(first, events: 5);
        Require(await Send(new ApproveSubmission(submitted.Id, null, EntrySource.Web), Reviewer));
        var second = await FindAsync(await OpenAsync(first.Id), Office.School);
        Require(await SaveAsync(Clerk, second.Id, EventsCell(3), new CellSave(Office.Budget.Id, "", null, new RawEntry(null, 20))));

        var (events, budget) = (await CellAsync(second.Id, "N1"), await CellAsync(second.Id, "N2"));
        (events.Year!.IsYearToDate, events.Year.Other(events.Now.Number)).ShouldBe((false, 8));
        (budget.Year!.IsYearToDate, budget.Year.Other(budget.Now.Number)).ShouldBe((true, 7.5m));
        budget.ConspicuousChange.ShouldBeNull("A year to date is not compared with another one.");
    }

    private CellSave Share(decimal numerator, decimal? denominator) => new(Office.Literacy.Id, "", null, new RawEntry(null, Numerator: numerator, Denominator: denominator));

    private async Task<CellView> CellAsync(Guid submissionId, string code) =>
        Require(await Send(new GetSubmission(submissionId), Clerk)).Cells.Single(cell => cell.Indicator.Code == code);
}
