using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using LearningCity.BuildingBlocks.Spreadsheets;
using CellStyle = LearningCity.BuildingBlocks.Spreadsheets.CellStyle;

namespace LearningCity.BuildingBlocks.Tests.Spreadsheets;

/// <summary>What is written is a valid workbook, and is read as it was written.</summary>
internal sealed class SpreadsheetRoundTripTests
{
    private static readonly string[] Choices = ["Có, một phần", "Không \"rõ\"", "=1+1"];

    [Test]
    public void A_workbook_is_valid_and_keeps_every_kind_of_value()
    {
        using var file = Sample();

        using (var document = SpreadsheetDocument.Open(file, isEditable: false))
        {
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document)
                .Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        }

        using var workbook = SpreadsheetReader.Open(file).Value;
        workbook.Sheets.ShouldBe([
            new SheetInfo("Biểu 1", SheetVisibility.Visible),
            new SheetInfo("Biểu 1 (2)", SheetVisibility.Visible),
            new SheetInfo("binding", SheetVisibility.VeryHidden),
            new SheetInfo("lists", SheetVisibility.VeryHidden)]);
        var rows = workbook.Rows("Biểu 1").Value;
        rows.Select(row => row.Number).ShouldBe([1, 3, 4]);
        rows[0][1].Text.ShouldBe("Chỉ số");
        var row = rows[1];
        row[1].ShouldSatisfyAllConditions(cell => cell.Kind.ShouldBe(CellKind.Text), cell => cell.Text.ShouldBe("Phường Sài Gòn"), cell => cell.Address.ToString().ShouldBe("A3"));
        row[2].ShouldSatisfyAllConditions(cell => cell.Kind.ShouldBe(CellKind.Number), cell => cell.Number.ShouldBe(1250.75m));
        row[3].ShouldSatisfyAllConditions(cell => cell.Kind.ShouldBe(CellKind.Date), cell => cell.Day.ShouldBe(new DateOnly(2026, 6, 30)));
        row[4].IsTrue.ShouldBeTrue();
        row[5].Moment.ShouldBe(new DateTime(2026, 6, 30, 14, 32, 0));
        row[6].IsBlank.ShouldBeTrue();
        row[7].Kind.ShouldBe(CellKind.Empty);
    }

    [TestCase("=HYPERLINK(\"http://x\")")]
    [TestCase("+84 28 3829")]
    [TestCase("-1 ca")]
    [TestCase("@SUM(A1)")]
    [TestCase("\tthụt đầu dòng")]
    [TestCase("  hai khoảng trắng  ")]
    [TestCase("dòng 1\ndòng 2\r\n")]
    [TestCase("ký tự \u0001 và _x0041_ và _x00")]
    [TestCase("𠀀 chữ Nôm < & >")]
    public void Text_stays_text(string text)
    {
        using var file = Written(sheet => sheet.WriteRow(text));

        using (var document = SpreadsheetDocument.Open(file, isEditable: false))
        {
            var cell = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().Single();
            cell.CellFormula.ShouldBeNull();
            cell.DataType!.Value.ShouldBe(CellValues.InlineString);
            var style = document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
            (style.QuotePrefix?.Value ?? false).ShouldBe(text[0] is '=' or '+' or '-' or '@' or '\t');
        }

        using var workbook = SpreadsheetReader.Open(file).Value;
        workbook.Rows("S").Value[0][1].Text.ShouldBe(text);
    }

    [Test]
    public void A_locked_sheet_opens_its_input_cells_only()
    {
        using var file = Sample();
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        document.WorkbookPart!.Workbook.WorkbookProtection!.LockStructure!.Value.ShouldBeTrue();
        var sheet = document.WorkbookPart.Workbook.Descendants<Sheet>().First();
        var worksheet = ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet;
        worksheet.GetFirstChild<SheetProtection>()!.Sheet!.Value.ShouldBeTrue();
        var formats = document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        bool Locked(string address) => formats[(int)worksheet.Descendants<Cell>().Single(cell => cell.CellReference == address).StyleIndex!.Value].Protection!.Locked!.Value;
        Locked("A3").ShouldBeTrue();
        Locked("B3").ShouldBeFalse();
        worksheet.Descendants<DataValidation>().Count().ShouldBe(6);
        worksheet.Descendants<DataValidation>().First().Formula1!.Text.ShouldBe("lists!$A$1:$A$3");
    }

    [Test]
    public void Very_long_text_and_very_old_days_are_still_a_valid_workbook()
    {
        using var file = Written(sheet => sheet.WriteRow(new string('ạ', 40_000), new DateOnly(1, 1, 1), decimal.MaxValue));

        using var workbook = SpreadsheetReader.Open(file).Value;
        var row = workbook.Rows("S").Value[0];
        row[1].Text.Length.ShouldBe(32_767);
        row[2].Text.ShouldBe("01/01/0001");
    }

    private static MemoryStream Written(Action<SheetWriter> write)
    {
        var file = new MemoryStream();
        using (var workbook = new SpreadsheetWriter(file))
        {
            using var sheet = workbook.AddSheet(new SheetSettings("S"));
            write(sheet);
        }

        return file;
    }

    private static MemoryStream Sample()
    {
        var file = new MemoryStream();
        using (var workbook = new SpreadsheetWriter(file, lockStructure: true))
        {
            using (var sheet = workbook.AddSheet(new SheetSettings("Biểu 1") { Widths = [40, 12.5], FrozenRows = 1, FrozenColumns = 1, Locked = true }))
            {
                sheet.WriteHeader("Chỉ số", "Kỳ này");
                sheet.SkipRows(1);
                sheet.WriteRow(
                    "Phường Sài Gòn",
                    CellContent.Number(1250.75m, CellStyle.Input with { Format = "#,##0.00" }),
                    new DateOnly(2026, 6, 30),
                    true,
                    CellContent.Moment(new DateTime(2026, 6, 30, 14, 32, 0)),
                    CellContent.Empty(CellStyle.TextInput),
                    CellContent.Text(null));
                sheet.WriteRow(CellContent.Text("Mục", CellStyle.Title), CellContent.Text("x", CellStyle.Group with { Indent = 2, Ink = "9C0006" }));
                var cell = new CellAddress(3, 2);
                sheet.Validate(CellValidation.List(new CellAddress(3, 6), Choices, "Chọn trong danh sách.") with { Prompt = "Chọn một" });
                sheet.Validate(CellValidation.WholeNumber(cell, 0, null, "Số nguyên"));
                sheet.Validate(CellValidation.Number(new CellRange(cell, new CellAddress(9, 2)), null, 12.5m, "Số") with { Refuses = false });
                sheet.Validate(CellValidation.Day(cell, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), new string('x', 300)));
                sheet.Validate(CellValidation.TextLength(cell, 400, "Ngắn"));
                sheet.Validate(CellValidation.Formula(cell, "B3<=B4", "Tử số lớn hơn mẫu số"));
            }

            using (var sheet = workbook.AddSheet(new SheetSettings("Biểu 1") { Landscape = true, FrozenRows = 2 }))
            {
                sheet.WriteRow(1, 2, 3);
            }

            using (var sheet = workbook.AddSheet(new SheetSettings("binding") { Visibility = SheetVisibility.VeryHidden }))
            {
                sheet.WriteRow("k", "v");
            }
        }

        return file;
    }
}
