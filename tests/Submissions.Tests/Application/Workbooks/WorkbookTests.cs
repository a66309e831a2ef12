using System.IO.Compression;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Workbooks;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using LearningCity.Testing;

namespace LearningCity.Submissions.Tests.Application.Workbooks;

/// <summary>The workbook of a submission: made by the product, changed by another program, uploaded.</summary>
internal sealed class WorkbookTests(string database) : OfficeTest(database)
{
    private static int Tries => Environment.GetEnvironmentVariable("LEARNINGCITY_TEST_LONG") == "1" ? 10_000 : 80;

    [Test]
    public async Task What_another_program_changed_is_previewed_by_address_and_written_only_when_applied()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        Require(await SaveAsync(Clerk, submission.Id, EventsCell(5), new CellSave(Office.Plan.Id, "", null, new RawEntry(null, 1))));
        var file = await DownloadAsync(submission.Id);
        (file["N1", 'E'], file["Y1", 'E']).ShouldBe(("5", "Có"));

        file.Number("N1", 'E', 8).Type("N2", 'E', "1.234,5").Number("P1", 'E', 98).Number("P1", 'F', 100).Type("L1", 'G', "Không áp dụng")
            .Type("N1", 'H', "=HYPERLINK(\"x\")");
        var preview = Require(await PreviewAsync(submission.Id, file.Bytes()));

        preview.Lines.Select(line => (line.Cell.Indicator.Code, line.Outcome)).ShouldBe([
            ("N1", WorkbookOutcome.Change), ("N2", WorkbookOutcome.Change), ("P1", WorkbookOutcome.Change), ("L1", WorkbookOutcome.Change),
            ("Y1", WorkbookOutcome.Unchanged)], ignoreOrder: true);
        var events = preview.Lines.Single(line => line.Cell.Indicator.Code == "N1");
        events.Where.ShouldBe($"Biểu 1!{file.Address("N1", 'E')}");
        (events.Cell.Now.Number, events.InFile!.Value.Number).ShouldBe((5, 8));
        preview.Lines.Single(line => line.Cell.Indicator.Code == "N2").WasText.ShouldBeTrue();
        (await CellsAsync(submission.Id)).Single(cell => cell.Number == 5).Track.Version.ShouldBe(1);

        Require(await Send(new SaveCells(submission.Id, preview.Changes, EntrySource.Workbook), Clerk)).Cells.ShouldAllBe(cell => cell.Refusal == null);
        var cells = (await Send(new GetSubmission(submission.Id), Clerk)).Value.Cells.ToDictionary(cell => cell.Indicator.Code, cell => cell.Now);
        (cells["N1"].Number, cells["N1"].Comment, cells["N2"].Number).ShouldBe((8, "=HYPERLINK(\"x\")", 1234.5m));
        (cells["P1"].Numerator, cells["P1"].Denominator, cells["L1"].State, cells["Y1"].Number).ShouldBe((98, 100, CellState.NotApplicable, 1));
        Require(await PreviewAsync(submission.Id, file.Bytes())).Changes.ShouldBeEmpty();
    }

    [Test]
    public async Task Cells_that_break_a_rule_are_named_and_the_others_can_be_taken()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        var file = await DownloadAsync(submission.Id);
        file.Type("N1", 'E', "12.5").Number("N2", 'E', -1).Number("P1", 'E', 5).Number("P1", 'F', 4).Type("Y1", 'E', "có lẽ").Type("L1", 'E', "level_1");

        var preview = Require(await PreviewAsync(submission.Id, file.Bytes()));

        preview.Lines.Where(line => line.Failure is not null).ToDictionary(line => line.Cell.Indicator.Code, line => line.Failure!.Code).ShouldBe(
            new Dictionary<string, string>
            {
                ["N1"] = "submissions.ambiguous_number",
                ["N2"] = "submissions.not_negative",
                ["P1"] = "submissions.numerator_above_denominator",
                ["Y1"] = "submissions.workbook_unknown_choice",
            },
            ignoreOrder: true);
        preview.Changes.Single().IndicatorId.ShouldBe(Office.Rank.Id);
    }

    [TestCase(Language.Vi, "Cần xử lý", "Năm")]
    [TestCase(Language.En, "To resolve", "E")]
    public async Task A_faulty_workbook_comes_back_with_remarks_and_goes_through_once_they_are_put_right(Language language, string header, string comment)
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        var file = await DownloadAsync(submission.Id);
        file.Number("N1", 'E', -1).Number("N2", 'E', 7).Type("Y1", 'E', "có lẽ").Type("N2", 'H', comment);
        (await Send(new RemarkWorkbook(submission.Id, new MemoryStream((await DownloadAsync(submission.Id)).Bytes()), language), Clerk))
            .Failures.Single().Code.ShouldBe("submissions.workbook_nothing_to_remark");

        var made = Require(await Send(new RemarkWorkbook(submission.Id, new MemoryStream(file.Bytes()), language), Clerk));
        var returned = new RawWorkbook(made.Content);

        returned["Mã", 'J'].ShouldBe(header);
        returned["N1", 'J']!.ShouldStartWith($"{file.Address("N1", 'E')}: ");
        returned["Y1", 'J']!.ShouldContain("có lẽ");
        returned.Values('J').ShouldBe(file.Values('J'), "no other cell is changed");
        returned.Has("N2", 'J').ShouldBeFalse();

        var again = Require(await Send(new RemarkWorkbook(submission.Id, new MemoryStream(returned.Number("N1", 'E', 3).Bytes()), language), Clerk));
        returned = new RawWorkbook(again.Content);
        (returned.Has("N1", 'J'), returned.Has("Y1", 'J'), returned.Has("Y1", 'K')).ShouldBe((false, true, false));
        var preview = Require(await PreviewAsync(submission.Id, returned.Type("Y1", 'E', "Có").Bytes()));
        preview.Count(WorkbookOutcome.Problem).ShouldBe(0);
        Require(await Send(new SaveCells(submission.Id, preview.Changes, EntrySource.Workbook), Clerk)).Cells.ShouldAllBe(cell => cell.Refusal == null);
        (await CellsAsync(submission.Id)).Select(cell => cell.Number).ShouldBe([3, 7, 1]);
    }

    [Test]
    public async Task A_cell_that_the_system_changed_meanwhile_is_kept_unless_nobody_touched_it_in_the_file()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        Require(await SaveAsync(Clerk, submission.Id, EventsCell(5), new CellSave(Office.Budget.Id, "", null, new RawEntry(null, 1))));
        var file = await DownloadAsync(submission.Id);
        Require(await SaveAsync(Colleague, submission.Id, EventsCell(6), new CellSave(Office.Budget.Id, "", null, new RawEntry(null, 2))));

        var preview = Require(await PreviewAsync(submission.Id, file.Number("N1", 'E', 9).Bytes()));

        preview.Lines.Single(line => line.Cell.Indicator.Code == "N1").Failure!.Code.ShouldBe("submissions.workbook_cell_changed_since");
        preview.Lines.Single(line => line.Cell.Indicator.Code == "N2").Outcome.ShouldBe(WorkbookOutcome.Unchanged);
    }

    [Test]
    public async Task A_foreign_or_altered_workbook_is_refused_and_says_whose_it_is()
    {
        var (first, second) = (await OpenAsync(), await OpenAsync());
        var (mine, other, later) = (await FindAsync(first, Office.School), await FindAsync(first, Office.OtherSchool), await FindAsync(second, Office.School));
        var file = (await DownloadAsync(mine.Id)).Bytes();
        var neighbour = Callers.Of(Office.OtherSchool, "submissions.read", "submissions.report");

        var period = (await PreviewAsync(later.Id, file)).Failures.Single();
        (period.Code, period.Message(Language.Vi)).ShouldBe(("submissions.workbook_other_period", $"Tệp này thuộc kỳ {first.Name.Vi}. Vui lòng dùng mẫu của kỳ hiện tại."));
        var unit = (await PreviewAsync(other.Id, file, neighbour)).Failures.Single();
        (unit.Code, unit.Message(Language.Vi)).ShouldBe(("submissions.workbook_other_unit", "Tệp này của đơn vị Đơn vị T1. Vui lòng dùng mẫu của Đơn vị T2."));
        (await PreviewAsync(mine.Id, file, neighbour)).Failures.Single().Code.ShouldBe("platform.not_allowed");

        var altered = new RawWorkbook(new MemoryStream(file), mine.Id.ToString()).Replace(mine.Id.ToString(), later.Id.ToString()).Bytes();
        (await PreviewAsync(later.Id, altered)).Failures.Single().Code.ShouldBe("submissions.workbook_template_changed");
        (await PreviewAsync(mine.Id, "a;b"u8.ToArray())).Failures.Single().Code.ShouldBe("spreadsheets.not_a_workbook");
    }

    [Test]
    public async Task After_a_return_only_returned_cells_are_open_and_the_history_says_excel()
    {
        var submission = await SubmittedAsync(await OpenAsync());
        (await Send(new GetWorkbook(submission.Id, Language.Vi), Clerk)).Failures.Single().Code.ShouldBe("submissions.not_editable");
        Require(await Send(new ReturnCells(submission.Id, null, [new ReturnedCell(Office.Events.Id, "", "Kiểm tra lại")], EntrySource.Web), Reviewer));
        var file = await DownloadAsync(submission.Id);

        var preview = Require(await PreviewAsync(submission.Id, file.Number("N1", 'E', 6).Number("N2", 'E', 99).Bytes()));

        preview.Lines.Single(line => line.Cell.Indicator.Code == "N2").Failure!.Code.ShouldBe("submissions.cell_read_only");
        Require(await Send(new SaveCells(submission.Id, preview.Changes, EntrySource.Workbook), Clerk));
        (await HistoryAsync(submission.Id)).Single(revision => revision.Kind == RevisionKind.Changed).Source.ShouldBe(EntrySource.Workbook);
    }

    [Test]
    public async Task Damaged_workbooks_are_refused_or_read_and_write_nothing()
    {
        var submission = await FindAsync(await OpenAsync(), Office.School);
        Require(await SaveAsync(Clerk, submission.Id, AllCells()));
        var whole = (await DownloadAsync(submission.Id)).Bytes();
        var before = await CellsAsync(submission.Id);
        var random = new Random(14062026);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var file = Mutate(whole, random);
            var preview = await PreviewAsync(submission.Id, file);
            if (preview.Succeeded) preview.Value.Changes.ShouldAllBe(change => change.Entry.State != CellState.Reported || change.Entry.HasValue);
            else preview.Failures.ShouldAllBe(failure => failure.Code.StartsWith("spreadsheets.") || failure.Code.StartsWith("submissions.workbook"));
            if (preview.Succeeded) await Send(new RemarkWorkbook(submission.Id, new MemoryStream(file), Language.Vi), Clerk);
        }

        (await CellsAsync(submission.Id)).ShouldBe(before);
    }

    private static byte[] Mutate(byte[] whole, Random random)
    {
        if (random.Next(4) == 0)
        {
            var flipped = whole.ToArray();
            for (var times = random.Next(1, 8); times > 0; times--) flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
            return flipped;
        }

        using var file = new MemoryStream();
        file.Write(whole);
        using (var package = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheets = package.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).ToList();
            using var content = sheets[random.Next(sheets.Count)].Open();
            using var reader = new StreamReader(content, leaveOpen: true);
            var text = reader.ReadToEnd();
            for (var times = random.Next(1, 4); times > 0; times--)
            {
                var at = random.Next(text.Length);
                text = random.Next(3) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at)),
                    1 => text.Insert(at, Odd[random.Next(Odd.Length)]),
                    _ => SwapDigits(text, random),
                };
            }

            content.SetLength(0);
            using var writer = new StreamWriter(content);
            writer.Write(text);
        }

        return file.ToArray();
    }

    private static string SwapDigits(string text, Random random)
    {
        var digit = (char)('0' + random.Next(10));
        return text.Replace(digit, (char)('0' + random.Next(10)));
    }

    private static readonly string[] Odd = ["<", "\"", "<v>-1</v>", "1e999", "99999999999999999999999999", "\u0000", "Không", "</row>", "t=\"e\"", "&#0;"];

    private async Task<RawWorkbook> DownloadAsync(Guid submissionId)
    {
        var made = Require(await Send(new GetWorkbook(submissionId, Language.Vi), Clerk));
        await using var content = made.Content;
        return new RawWorkbook(content);
    }

    private Task<Result<WorkbookPreview>> PreviewAsync(Guid submissionId, byte[] file, Caller? caller = null) =>
        Send(new PreviewWorkbook(submissionId, new MemoryStream(file)), caller ?? Clerk);
}
