using FsCheck;
using FsCheck.Fluent;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Spreadsheets;
using LearningCity.CriteriaCatalog.Application.Workbooks;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Packs;
using LearningCity.CriteriaCatalog.Infrastructure;
using LearningCity.CriteriaCatalog.Tests.Domain;

namespace LearningCity.CriteriaCatalog.Tests.Application.Workbooks;

/// <summary>A set as an Excel workbook: nothing is lost on the way there and back, and mistakes are named by their cells.</summary>
internal sealed class PackWorkbookTests
{
    private static readonly Config Law = Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20241030, 7);

    private static IEnumerable<SetContent> Packs => BuiltInPacks.All().Select(pack => PackReader.Read(pack).Value);

    private static Result<SetContent> Read(byte[] workbook)
    {
        var read = PackWorkbookReader.Read(workbook);
        if (!read.Succeeded) return read.WithoutValue();
        var content = PackReader.Read(read.Value.Pack);
        return content.Succeeded ? content : Result<SetContent>.Failed([.. content.Failures.Select(read.Value.Placed)]);
    }

    [TestCaseSource(nameof(Packs))]
    public void A_pack_goes_to_excel_and_back_without_loss(SetContent pack)
    {
        var workbook = PackWorkbookWriter.Write(pack, Language.Vi);
        var back = Read(workbook).Value;
        PackWriter.Write(back).ShouldBe(PackWriter.Write(pack));
        PackWorkbookWriter.Write(back, Language.Vi).AsSpan().SequenceEqual(workbook).ShouldBeTrue("The same set gives the same file.");
    }

    [Test]
    public void Any_content_goes_to_excel_and_back_without_loss() =>
        Prop.ForAll(Contents.Any, content =>
        {
            var read = Read(PackWorkbookWriter.Write(content, Language.En));
            read.ToString().ShouldNotStartWith("criteria_catalog.");
            Text(read.Value).ShouldBe(Text(content));
        }).Check(Law);

    private static string Text(SetContent content) => System.Text.Encoding.UTF8.GetString(PackWriter.Write(content));

    [Test]
    public void Text_that_looks_like_a_formula_stays_text()
    {
        const string Hostile = "=HYPERLINK(\"http://x\",\"y\")";
        var content = Samples.Set() with { Name = new(Hostile, "@SUM(1)") };
        using var stream = new MemoryStream(PackWorkbookWriter.Write(content, Language.Vi));
        using var workbook = SpreadsheetReader.Open(stream).Value;
        var cell = workbook.Rows("Set").Value[1].Cells.Single(cell => cell.Text == Hostile);
        (cell.Kind, cell.IsFormula).ShouldBe((CellKind.Text, false));
        Read(stream.ToArray()).Value.Name.ShouldBe(content.Name);
    }

    private static IEnumerable<TestCaseData> Mistakes()
    {
        static TestCaseData Mistake(string name, string sheet, string field, CellContent value, string place, string code) =>
            new TestCaseData(sheet, field, value, place, code).SetArgDisplayNames(name);

        yield return Mistake("a word for a number", "Indicators", "target", "chín mươi tám", "Indicators!BA2", "field_has_wrong_type");
        yield return Mistake("an unknown type", "Indicators", "valueType", "colour", "Indicators!H2", "value_not_in_list");
        yield return Mistake("a name left out", "Indicators", "name.vi", CellContent.Empty(), "", "");
        yield return Mistake("no type", "Indicators", "valueType", CellContent.Empty(), "Indicators!H2", "field_missing");
        yield return Mistake("an unknown criterion", "Indicators", "node", "Z", "Indicators!2:2", "parent_unknown");
        yield return Mistake("no such day", "Set", "validFrom", "30/02/2024", "Set!I2", "field_has_wrong_type");
        yield return Mistake("an unknown indicator", "Scales", "indicator", "I9", "Scales!2:2", "parent_unknown");
        yield return Mistake("an unknown column", "Nodes", "parent", "x", "Nodes!F1", "column_unknown");
    }

    [TestCaseSource(nameof(Mistakes))]
    public void A_mistake_is_named_by_its_cell(string sheet, string field, CellContent value, string place, string code)
    {
        var read = Read(Changed(PackWorkbookWriter.Write(Samples.Set(), Language.Vi), sheet, field, value, extraColumn: code == "column_unknown"));
        if (place.Length == 0) read.Value.PlacedIndicators().First().Indicator.Name.Vi.ShouldBe("");
        else read.Failures.ShouldContain(failure => failure.Field == place && failure.Code == "criteria_catalog." + code, string.Join("; ", read.Failures.Select(f => f.Field + " " + f.Code)));
    }

    [Test]
    public void Rules_of_publishing_are_named_by_their_cells_too()
    {
        var content = Samples.Set("rules", 1, Samples.Percent with { Rules = [new() { Kind = CriteriaCatalog.Contracts.RuleKind.Relation, Comparison = 0, Formula = "I9" }] });
        var workbook = PackWorkbookReader.Read(PackWorkbookWriter.Write(content, Language.Vi)).Value;
        PublishingRules.Problems(PackReader.Read(workbook.Pack).Value, []).Select(workbook.Placed).ShouldHaveSingleItem().Field.ShouldBe("Rules!H2");
    }

    [Test]
    public void What_is_no_workbook_is_refused() =>
        PackWorkbookReader.Read("not a workbook"u8.ToArray()).Failures.ShouldHaveSingleItem().Code.ShouldStartWith("spreadsheets.");

    [Test]
    public void A_workbook_with_other_sheets_is_refused()
    {
        using var stream = new MemoryStream();
        using (var workbook = new SpreadsheetWriter(stream))
        {
            using var sheet = workbook.AddSheet(new SheetSettings("Set"));
            sheet.WriteHeader("code");
            sheet.WriteRow("a");
            sheet.WriteRow("b");
        }

        PackWorkbookReader.Read(stream.ToArray()).Failures.Select(failure => failure.Field).ShouldBe(["Levels", "Nodes", "Indicators"]);
    }

    /// <summary>The workbook with the cell of a field in the first row of data changed.</summary>
    private static byte[] Changed(byte[] file, string sheetName, string field, CellContent value, bool extraColumn)
    {
        using var source = new MemoryStream(file);
        using var read = SpreadsheetReader.Open(source).Value;
        using var target = new MemoryStream();
        using (var written = new SpreadsheetWriter(target))
        {
            foreach (var name in read.Sheets.Select(sheet => sheet.Name))
            {
                using var sheet = written.AddSheet(new SheetSettings(name));
                var rows = read.Rows(name).Value;
                if (rows.Count == 0) continue;
                var width = rows[0].Cells.Count;
                var column = name == sheetName ? rows[0].Cells.Single(cell => cell.Text.EndsWith($"[{field}]", StringComparison.Ordinal)).Address.Column : 0;
                for (var i = 0; i < rows.Count; i++)
                {
                    var cells = Enumerable.Range(1, width).Select(at => i == 1 && at == column ? value : Copy(rows[i][at]));
                    sheet.WriteRow([.. extraColumn && i == 0 && column > 0 ? cells.Append("colour") : cells]);
                }
            }
        }

        return target.ToArray();
    }

    private static CellContent Copy(CellValue cell) => cell.Kind switch
    {
        CellKind.Number => CellContent.Number(cell.Number),
        CellKind.Date => CellContent.Date(cell.Day),
        CellKind.Boolean => CellContent.Boolean(cell.IsTrue),
        _ => CellContent.Text(cell.Text),
    };
}
