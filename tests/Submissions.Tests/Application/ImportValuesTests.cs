using System.Text;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Import;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Tests.Application;

internal sealed class ImportValuesTests(string database) : OfficeTest(database)
{
    private static readonly string[] Schools = ["T1", "T2"];

    private static string Row(string period, string unit, string indicator, string value) =>
        $$"""{"periodCode":"{{period}}","unitCode":"{{unit}}","indicatorCode":"{{indicator}}",{{value}}}""";

    /// <summary>Every cell of both schools, rows of the two mixed.</summary>
    private static string Rows(string period, int events = 5)
    {
        string[] values =
        [
            $"\"N1\":\"value\":{events}", "\"N2\":\"value\":12.5", "\"P1\":\"numerator\":98,\"denominator\":100", "\"Y1\":\"value\":true",
            "\"L1\":\"value\":\"level_1\"",
        ];
        var rows = values.SelectMany(value => Schools.Select(unit =>
            Row(period, unit, value[1..3], value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..])));
        return $"[{string.Join(",\n", rows)}]";
    }

    [Test]
    public async Task Values_of_many_units_are_written_one_sheet_each()
    {
        var period = await OpenAsync();
        var report = Require(await ImportAsync(Rows(period.Code)));
        (report.Rows, report.Units, report.Changed, report.Rejected).ShouldBe((10, 2, 10, 0));
        var submission = await FindAsync(period, Office.School);
        submission.State.ShouldBe(SubmissionState.Draft);
        var cells = await CellsAsync(submission.Id);
        cells.Count.ShouldBe(5);
        cells[0].Number.ShouldBe(5);
        cells[4].Number.ShouldBe(1, "the place of level_1");
    }

    [Test]
    public async Task The_same_rows_again_change_nothing()
    {
        var period = await OpenAsync();
        Require(await ImportAsync(Rows(period.Code)));
        var before = await FindAsync(period, Office.School);
        var again = Require(await ImportAsync(Rows(period.Code)));
        (again.Changed, again.Unchanged, again.Rejected).ShouldBe((0, 10, 0));
        (await FindAsync(period, Office.School)).Version.ShouldBe(before.Version);
    }

    [Test]
    public async Task A_dry_run_reports_and_leaves_nothing()
    {
        var period = await OpenAsync();
        var report = Require(await ImportAsync(Rows(period.Code), dryRun: true));
        (report.Changed, report.Written).ShouldBe((10, false));
        (await FindAsync(period, Office.School)).State.ShouldBe(SubmissionState.NotStarted);
        (await CellsAsync((await FindAsync(period, Office.School)).Id)).ShouldBeEmpty();
    }

    [Test]
    public async Task A_row_at_fault_is_named_and_the_others_are_taken()
    {
        var period = await OpenAsync();
        string[] rows =
        [
            Row(period.Code, "T1", "N1", "\"value\":3"),
            Row(period.Code, "T9", "N1", "\"value\":3"),
            Row(period.Code, "T1", "N9", "\"value\":3"),
            Row(period.Code, "T1", "P1", "\"numerator\":3,\"denominator\":2"),
            Row("nowhere", "T1", "N1", "\"value\":3"),
            Row(period.Code, "T1", "N2", "\"value\":{\"a\":1}"),
            Row(period.Code, "T1", "N1", "\"value\":4"),
            Row(period.Code, "T1", "W1", "\"value\":4"),
            """{"unitCode":"T1","indicatorCode":"N1","value":1}""",
        ];
        var report = Require(await ImportAsync(string.Join('\n', rows)));
        report.Problems.Select(problem => (problem.Row, problem.Failure.Field, problem.Failure.Code)).ShouldBe(
        [
            (2, "unitCode", "submissions.unknown_unit"),
            (3, "indicatorCode", "submissions.unknown_indicator"),
            (4, "numerator", "submissions.numerator_above_denominator"),
            (5, "periodCode", "submissions.unknown_period"),
            (6, "value", "submissions.unreadable_field"),
            (7, "indicatorCode", "submissions.duplicate_row"),
            (8, "indicator", "submissions.not_owed"),
            (9, "periodCode", "submissions.field_missing"),
        ]);
        (report.Changed, report.Rejected, report.Written).ShouldBe((1, 8, true));
    }

    [Test]
    public async Task An_atomic_import_takes_all_or_nothing()
    {
        var period = await OpenAsync();
        var rows = $"{Row(period.Code, "T1", "N1", "\"value\":3")}\n{Row(period.Code, "T1", "N2", "\"value\":-1")}";
        var refused = Require(await ImportAsync(rows, atomic: true));
        (refused.Changed, refused.Rejected, refused.Written).ShouldBe((0, 1, false));
        (await FindAsync(period, Office.School)).State.ShouldBe(SubmissionState.NotStarted);
        Require(await ImportAsync(Rows(period.Code), atomic: true)).Changed.ShouldBe(10);
    }

    [Test]
    public async Task An_atomic_import_of_too_many_rows_is_refused_whole()
    {
        var period = await OpenAsync();
        var row = Row(period.Code, "T1", "N1", "\"value\":3");
        var refused = await ImportAsync(string.Join('\n', Enumerable.Repeat(row, ImportValues.MostAtomicRows + 1)), atomic: true);
        refused.Failures[0].Code.ShouldBe("submissions.too_many_rows");
    }

    [TestCase("""[{"periodCode":"P"}""")]
    [TestCase("""{"periodCode":"P" "unitCode"}""")]
    [TestCase("""["row"]""")]
    [TestCase("""[[{"value":1}]]""")]
    [TestCase("nothing")]
    public async Task What_is_no_json_of_rows_is_refused_and_leaves_nothing(string body)
    {
        var batches = await City.UseAsync<ISubmissionsDb, int>(db => db.ImportBatches.CountAsync());
        var refused = await ImportAsync(body);
        refused.Failures[0].Code.ShouldBeOneOf("platform.unreadable_body", "submissions.no_rows");
        (await City.UseAsync<ISubmissionsDb, int>(db => db.ImportBatches.CountAsync())).ShouldBe(batches);
    }

    [Test]
    public async Task Rows_can_be_handed_in_at_once_and_repeated_without_harm()
    {
        var period = await OpenAsync();
        Require(await ImportAsync(Rows(period.Code), submit: true)).Submitted.ShouldBe(2);
        var again = Require(await ImportAsync(Rows(period.Code), submit: true));
        (again.Changed, again.Rejected, again.Submitted).ShouldBe((0, 0, 0));
        again.NotSubmitted.ShouldBeEmpty();
        var changed = Require(await ImportAsync(Rows(period.Code, events: 6)));
        changed.CountByCode.ShouldBe(new Dictionary<string, int> { ["submissions.not_editable"] = 2 });
    }

    [Test]
    public async Task Units_outside_the_scope_are_unknown()
    {
        var period = await OpenAsync();
        var narrow = Testing.Callers.Of(Office.School, "submissions.import");
        var report = Require(await ImportAsync(Rows(period.Code), caller: narrow));
        (report.Changed, report.Rejected).ShouldBe((5, 5));
        report.CountByCode.Keys.ShouldBe(["submissions.unknown_unit"]);
    }

    [TestCase("periodCode,unitCode,indicatorCode,value,numerator,denominator,state,comment\n{0},T1,N1,7,,,,\"một, hai\"\n{0},T1,P1,,9,10,,\n{0},T1,L1,level_2,,,,\n{0},T1,Y1,,,,not_available,")]
    [TestCase("periodCode;unitCode;indicatorCode;value;numerator;denominator;state;comment\r\n{0};T1;N1;7;;;;\"một, hai\"\r\n\r\n{0};T1;P1;;9;10;;\r\n{0};T1;L1;level_2;;;;\r\n{0};T1;Y1;;;;not_available;\r\n")]
    public async Task Csv_with_commas_or_semicolons_is_read(string csv)
    {
        var period = await OpenAsync();
        var body = Encoding.UTF8.GetBytes(csv.Replace("{0}", period.Code, StringComparison.Ordinal));
        var report = Require(await Send(
            new ImportValues(
                (stage, most, cancellationToken) => new CsvRows(stage, most).ReadAsync(new MemoryStream(body), cancellationToken),
                false, false, false),
            Importer));
        (report.Changed, report.Rejected).ShouldBe((4, 0));
        var cells = await CellsAsync((await FindAsync(period, Office.School)).Id);
        (cells[0].Number, cells[0].Comment).ShouldBe((7m, "một, hai"));
        cells[2].State.ShouldBe(CellState.NotAvailable);
    }

    [Test]
    public async Task A_change_of_a_returned_cell_is_remembered_with_where_it_came_from()
    {
        var period = await OpenAsync();
        var submission = await SubmittedAsync(period);
        Require(await Send(
            new ReturnCells(submission.Id, null, [new ReturnedCell(Office.Events.Id, "", "Xem lại")], EntrySource.Web), Reviewer));
        var report = Require(await ImportAsync(
            $"{Row(period.Code, "T1", "N1", "\"value\":8")}\n{Row(period.Code, "T1", "N2", "\"value\":1")}"));
        (report.Changed, report.Rejected).ShouldBe((1, 1));
        var change = (await HistoryAsync(submission.Id)).Single(revision => revision.Kind == RevisionKind.Changed);
        (change.Source, change.ById).ShouldBe((EntrySource.Import, Importer.Id));
        (await FindAsync(period, Office.School)).Revisions.ShouldBe((await HistoryAsync(submission.Id)).Count);
    }
}
